package dev.pushback.teams.door;

import dev.pushback.door.Incoming;

/** Decides who may come in. */
public sealed interface Gate permits Guard, OpenGate {
  /**
   * Whether the headers are such that it is worth reading on; without work that somebody could make
   * us do.
   */
  boolean mayShow(Incoming incoming);

  /** Decides about a request and what came in it. */
  Verdict decide(Incoming incoming, Arrival arrival);
}
