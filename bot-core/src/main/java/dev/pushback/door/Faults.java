package dev.pushback.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be written down of an exception: what it is and where it happened. Never what it says,
 * since libraries quote what they were given.
 */
public final class Faults {
  private static final int CAUSES = 5;
  private static final int FRAMES = 6;

  private Faults() {}

  /** What it is, and where it and what caused it happened. */
  public static String describe(Throwable fault) {
    List<String> parts = new ArrayList<>();
    Optional<Throwable> next = Optional.of(fault);
    while (next.isPresent() && parts.size() < CAUSES) {
      parts.add(one(next.get()));
      next = Optional.ofNullable(next.get().getCause());
    }
    return String.join("; caused by ", parts);
  }

  private static String one(Throwable fault) {
    return fault.getClass().getName()
        + Stream.of(fault.getStackTrace())
            .limit(FRAMES)
            .map(
                frame ->
                    " at "
                        + frame.getClassName()
                        + "."
                        + frame.getMethodName()
                        + ":"
                        + frame.getLineNumber())
            .reduce("", String::concat);
  }
}
