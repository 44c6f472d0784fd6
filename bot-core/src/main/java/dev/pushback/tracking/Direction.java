package dev.pushback.tracking;

import java.util.Arrays;
import java.util.Optional;

/** Who owes what is tracked. */
public enum Direction {
  /** The partner owes it to us, which is what is mostly tracked. */
  THEY_OWE("they-owe"),
  /** We owe it to the partner. */
  YOU_OWE("you-owe");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  /** The id, such as {@code you-owe}. */
  public String id() {
    return id;
  }

  /** The direction with this id. */
  public static Optional<Direction> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
