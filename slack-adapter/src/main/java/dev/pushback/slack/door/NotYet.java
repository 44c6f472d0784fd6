package dev.pushback.slack.door;

/** Stands where something is being built. */
final class NotYet {
  private NotYet() {}

  static <T> T built() {
    throw new UnsupportedOperationException("not built yet");
  }
}
