package dev.pushback.nudge;

/**
 * Why something can't be brought up, as it is stored: a word, and after a colon what the operator
 * needs to know. Never what people wrote.
 */
public final class Parked {
  /** The platform refused it for good. */
  public static final String REFUSED = "refused";

  /** It was tried for a day. */
  public static final String GAVE_UP = "gave-up";

  /** What is stored can't be read. */
  public static final String UNREADABLE = "unreadable";

  /** No words could be made of it. */
  public static final String UNWORDABLE = "unwordable";

  private Parked() {}

  static String refused(String code) {
    return REFUSED + ":" + code;
  }

  static String gaveUp(String code) {
    return GAVE_UP + ":" + code;
  }

  static String unreadable(RuntimeException why) {
    return UNREADABLE + ":" + why.getClass().getSimpleName();
  }

  static String unwordable(RuntimeException why) {
    return UNWORDABLE + ":" + why.getClass().getSimpleName();
  }
}
