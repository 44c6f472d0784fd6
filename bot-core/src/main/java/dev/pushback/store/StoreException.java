package dev.pushback.store;

/**
 * The memory can't be used. The message is written for the person who runs the coach: what is wrong
 * and how to mend it. It never holds what people wrote.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
