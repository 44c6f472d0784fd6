package dev.pushback.teams.door;

/** There is too much to do: Teams is told to come back, and nothing stands in the log. */
public final class TooMuch extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
