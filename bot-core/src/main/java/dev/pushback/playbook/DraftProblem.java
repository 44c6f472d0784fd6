package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a draft, the weightiest first. */
public enum DraftProblem {
  /** Announces a consequence to force a yes. */
  THREAT(Side.HARSH),
  /** Insults, sneers, barks or shouts. */
  HARSH(Side.HARSH),
  /** Says that the partner is at fault, or why they keep silent. */
  BLAME(Side.HARSH),
  /** Brings in a boss before a fair direct try, or without consent. */
  BOSS_EARLY(Side.HARSH),
  /** Works on their conscience. */
  GUILT(Side.HONESTY),
  /** Promises business to come. */
  FUTURE_BUSINESS(Side.HONESTY),
  /** Tells what another firm offered, by its name. */
  NAMED_QUOTE(Side.HONESTY),
  /** Claims something else than the person vouched for. */
  CONTRADICTS_FACT(Side.HONESTY),
  /** A nudge with nothing new. */
  EMPTY_BUMP(Side.SOFT),
  /** Asks for nothing in particular. */
  NO_ASK(Side.FORM),
  /** Takes the ask back while making it. */
  HEDGED_ASK(Side.SOFT),
  /** Apologises for asking, or more than once. */
  APOLOGETIC(Side.SOFT),
  /** Asks without a reason. */
  NO_REASON(Side.FORM),
  /** Asks for four things or more. */
  MULTIPLE_ASKS(Side.FORM),
  /** Nothing in it has to be answered. */
  NO_QUESTION(Side.FORM),
  /** So long that the ask is missed. */
  OVERLONG(Side.FORM);

  private final Side side;

  /** What a problem is one of. */
  public enum Side {
    /** It is hard on the partner. */
    HARSH,
    /** It is hard on the person's own case. */
    SOFT,
    /** Something is missing, or there is too much of it. */
    FORM,
    /** It is no way to get a yes, kind or not. */
    HONESTY
  }

  DraftProblem(Side side) {
    this.side = side;
  }

  /** What it is one of. */
  public Side side() {
    return side;
  }

  /** Whether it stands in the words themselves, so that a sentence can be pointed at. */
  public boolean isSaid() {
    return side == Side.HARSH
        || this == GUILT
        || this == FUTURE_BUSINESS
        || this == NAMED_QUOTE
        || this == HEDGED_ASK
        || this == APOLOGETIC;
  }

  /** The name used in files, commands and answers, such as {@code no-ask}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem with this id, if there is one. */
  public static Optional<DraftProblem> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
