package dev.pushback.playbook;

import java.util.Locale;

/** What words of a draft do, beside being a sign of a problem. */
public enum DraftSpeech {
  /** Asks for something, beyond doubt. */
  REQUESTS,
  /** Asks whether an offer is accepted. */
  AGREES,
  /** Asks for something by a question. */
  ASKS,
  /** Asks for something by a wish or a demand. */
  WISHES,
  /** Asks for something by an imperative. */
  ORDERS,
  /** Asks a question without its mark. */
  QUESTION,
  /** Asks, but for nothing in particular. */
  VAGUE,
  /** Gives a reason. */
  REASON,
  /** Greets, thanks, closes: says nothing about the matter. */
  COURTESY,
  /** Says what one always says; neither asks nor means harm. */
  FORMULA,
  /** Answers what they asked: yes, no, agreed. */
  ANSWERS,
  /** Is kind: thanks, or grants something. */
  WARMTH;

  /** The name used in files. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
