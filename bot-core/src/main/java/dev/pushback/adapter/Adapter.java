package dev.pushback.adapter;

import dev.pushback.door.Door;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.operating.Shutdown;

/** An adapter that runs: it listens, thinks, and brings things up by itself once it is told to. */
public final class Adapter implements AutoCloseable {
  private final Door door;
  private final Workers workers;
  private final NudgeEngine engine;
  private final Shutdown shutdown;
  private final String memory;

  Adapter(Door door, Workers workers, NudgeEngine engine, Shutdown shutdown, String memory) {
    this.door = door;
    this.workers = workers;
    this.engine = engine;
    this.shutdown = shutdown;
    this.memory = memory;
  }

  /** Brings things up by itself from now on. */
  public void bringUp() {
    engine.start();
  }

  /** Brings up what is due now, on this thread; says how many things. */
  public int tick() {
    return engine.tick();
  }

  /** Takes nothing more from people, and finishes what was begun. */
  public void finish() {
    workers.close();
  }

  /** Ends in good order when the program is told to end. */
  public void endOnSignal() {
    shutdown.onSignal();
  }

  /** Where it remembers. */
  public String memory() {
    return memory;
  }

  /** Where it listens. */
  public int port() {
    return door.port();
  }

  @Override
  public void close() {
    shutdown.run();
  }
}
