package dev.pushback.situation;

import java.util.Locale;

/** How the words of a slot fit into a sentence. */
public enum Shape {
  /** Fits "We would like ___." */
  NOUN,
  /** A bare verb phrase that we do; fits "We would like to ___." */
  WE_DO,
  /** A bare verb phrase that the partner does; fits "Could you ___?" */
  THEY_DO,
  /** An -ing phrase. */
  DOING,
  /** Fits "We would like it ___." */
  STATE,
  /** Stands alone, with subject and verb. */
  SENTENCE,
  /** Fits nowhere; better left out. */
  OTHER;

  /** The name used in example files, such as {@code we-do}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Shape byId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
