package dev.pushback.situation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the partner says back. The ids are stable; {@code config/playbook/objections.yaml} has the
 * words.
 */
public enum Objection {
  PROCEDURE,
  THIRD_PARTY,
  FIXED_PRICE,
  ALREADY_GAVE,
  STANDARD_TERMS,
  COSTS_UP,
  NO_CAPACITY,
  TIED_DATE,
  NOT_PRIORITY,
  NOT_AUTHORISED,
  CONTRACT_SAYS,
  FINAL_NO,
  NEED_INFO,
  COUNTER_OFFER,
  BLAMES_US,
  STALL,
  OFFENDED,
  ATTACK,
  LEGAL,
  CONDITIONAL_YES,
  AGREES,
  NONE;

  private static final Map<String, Objection> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Objection::id, Function.identity()));

  /** The stable id, such as {@code tied-date}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The objection with this id, if there is one. */
  public static Optional<Objection> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
