package dev.pushback.store;

/**
 * The memory can't be used. The message is written for the person who runs the coach: what is wrong
 * and how to mend it. It never holds what people wrote, and neither do its causes: of an error in a
 * library only its kind and its place are kept.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, Silenced.copy(cause));
  }

  /** What is wrong and how to mend it. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** An error without its words: libraries like to quote the values they stumbled over. */
  private static final class Silenced extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private Silenced(String kind, Exception cause) {
      super(kind, cause);
    }

    private Silenced(String kind) {
      super(kind);
    }

    static Exception copy(Throwable error) {
      return copy(error, 0);
    }

    private static Exception copy(Throwable error, int depth) {
      if (error instanceof StoreException ours) {
        return ours;
      }
      Throwable cause = error.getCause();
      String kind = error.getClass().getName() + Complaints.code(error);
      Silenced copy =
          cause == null || depth == DEEPEST
              ? new Silenced(kind)
              : new Silenced(kind, copy(cause, depth + 1));
      copy.setStackTrace(error.getStackTrace());
      return copy;
    }
  }
}
