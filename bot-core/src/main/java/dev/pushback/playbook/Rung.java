package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A rung of the follow-up ladder, in the order in which they are climbed (T-071 to T-075). */
public enum Rung {
  /** Ask for a date. */
  ASK_ETA,
  /** Ask what they still need. */
  ASK_WHAT_YOU_NEED,
  /** Offer to do the work, so that they only check it. */
  TAKE_THE_WORK,
  /** Ask who holds the step. */
  ASK_PROCESS_OWNER,
  /** Propose another way to talk. */
  CHANGE_CHANNEL,
  /** Put the state in writing, and plan without it. */
  RECAP_AND_PLAN,
  /** Tell one's own boss; these words never go to the partner. */
  TELL_THE_BOSS;

  /** The name used in files, such as {@code ask-eta}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rung with this id, if there is one. */
  public static Optional<Rung> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  /** The next rung; none above the last. */
  public Optional<Rung> next() {
    return Arrays.stream(values()).filter(other -> other.compareTo(this) > 0).findFirst();
  }

  /** Whether the words go to the partner, and not to one's own boss. */
  public boolean toPartner() {
    return this != TELL_THE_BOSS;
  }
}
