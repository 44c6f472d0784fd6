package dev.pushback.slack.door;

/** Stands where something is being built. */
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
final class NotYet {
  private NotYet() {}

  static <T> T built() {
    throw new UnsupportedOperationException("not built yet");
  }
}
