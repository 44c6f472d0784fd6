package dev.pushback.playbook;

/** A playbook that cannot be used. The message names the file, the line and what to do. */
public final class PlaybookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file's name
   * @param line counted from 1; 0 when it is about the whole file
   * @param complaint what is wrong, and what to do
   */
  public PlaybookException(String file, int line, String complaint) {
    super(file + (line > 0 ? ", line " + line : "") + ": " + complaint);
  }
}
