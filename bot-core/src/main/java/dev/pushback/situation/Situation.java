package dev.pushback.situation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the person is up against. The ids are stable; {@code config/playbook/situations} has the
 * words.
 */
public enum Situation {
  SCHEDULE_LATER(Group.TIME),
  SCHEDULE_SOONER(Group.TIME),
  APPROVAL_SLOW(Group.TIME),
  NO_REPLY(Group.TIME),
  MISSED_DEADLINE(Group.TIME),
  PRICE_LOWER(Group.MONEY),
  PRICE_INCREASE(Group.MONEY),
  MONEY_OWED(Group.MONEY),
  TERMS(Group.MONEY),
  OUR_WAY(Group.WORK),
  SCOPE_CREEP(Group.WORK),
  QUALITY(Group.WORK),
  MEETING_TROUBLE(Group.PEOPLE),
  BYPASS(Group.PEOPLE),
  DISRESPECT(Group.PEOPLE),
  PRESSURE(Group.PEOPLE),
  REPAIR(Group.PEOPLE),
  DEADLOCK(Group.ENDGAME),
  LOSING(Group.ENDGAME),
  WON(Group.ENDGAME),
  EXIT(Group.ENDGAME),
  SAY_NO(Group.ENDGAME),
  TOO_MANY_ASKS(Group.SELF),
  BOSS_REPORT(Group.SELF),
  MINDSET(Group.SELF),
  NOT_PUSHBACK(Group.NONE);

  private static final Map<String, Situation> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Situation::id, Function.identity()));

  private final Group group;

  Situation(Group group) {
    this.group = group;
  }

  /** What it is about. */
  public Group group() {
    return group;
  }

  /** The stable id, such as {@code schedule-later}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The situation with this id, if there is one. */
  public static Optional<Situation> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
