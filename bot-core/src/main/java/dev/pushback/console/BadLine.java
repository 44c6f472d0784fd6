package dev.pushback.console;

/** What is wrong with a line of JSON Lines. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  BadLine(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The code programs go by. */
  String code() {
    return code;
  }
}
