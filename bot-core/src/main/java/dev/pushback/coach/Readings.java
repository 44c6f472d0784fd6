package dev.pushback.coach;

import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.SituationReader;
import dev.pushback.situation.Slot;
import dev.pushback.situation.Slots;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text taken as a situation that the person chose, and not the reader. */
final class Readings {
  /** What comes before the thing itself: "we'd like to". */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:(?:we|i)(?:'d| would)?(?: only| just)? (?:want|need|like|prefer|ask for)|ask(?: them)? (?:for|to))"
              + " (?:(?:them|him|her|you) )?(?:to )?|^(?:them|him|her|you) to |^to ");

  private static final Set<Situation> DATES =
      EnumSet.of(Situation.SCHEDULE_SOONER, Situation.SCHEDULE_LATER);
  private static final int MONTHS = 12;
  private static final String NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b((?i:jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)|Mar|mar(?=ch)|May)"
              + "(?i:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b");

  private static final Pattern ONLY_WANT =
      Pattern.compile("(?i)(?:we|i)(?:'d| would)? (?:only|just) (?:want|need|like)\\b");

  private Readings() {}

  /**
   * Reads a text. Of one that was made of fields it is known whose words are whose, so that what
   * the partner wrote is never taken for what the person wants.
   */
  static Reading read(SituationReader reader, String text) {
    Reading read = wished(reader.read(text));
    return Told.in(text).map(told -> inTime(placed(read, told), told)).orElse(read);
  }

  private static Reading placed(Reading read, Told told) {
    Slots slots = read.slots();
    Slots placed =
        new Slots(
            slots.partner(),
            whole(read.text(), told.want()),
            told.isWish()
                ? whole(read.text(), told.their())
                : inside(read.text(), told.their(), slots.theyWant()),
            whole(read.text(), told.why()),
            slots.amounts(),
            slots.dates());
    return new Reading(
        read.text(),
        read.situation(),
        read.confidence(),
        read.also(),
        read.kind(),
        read.objection(),
        placed);
  }

  /**
   * "We only want 1 year" is no reason; it is what is wanted, and what was taken for it is theirs.
   */
  private static Reading wished(Reading read) {
    Slots slots = read.slots();
    Optional<Slot> wish =
        slots
            .reason()
            .filter(reason -> ONLY_WANT.matcher(reason.text()).lookingAt())
            .flatMap(reason -> whole(read.text(), reason.text()));
    return wish.isEmpty()
        ? read
        : new Reading(
            read.text(),
            read.situation(),
            read.confidence(),
            read.also(),
            read.kind(),
            read.objection(),
            new Slots(
                slots.partner(),
                wish,
                slots.theyWant().or(slots::want),
                Optional.empty(),
                slots.amounts(),
                slots.dates()));
  }

  /**
   * Who wants it sooner is told by the two months, if there are two; that they are less than half a
   * year apart is taken for granted.
   */
  private static Reading inTime(Reading read, Told told) {
    OptionalInt ours = month(told.want());
    OptionalInt theirs = month(told.their());
    if (!DATES.contains(read.situation()) || ours.isEmpty() || theirs.isEmpty()) {
      return read;
    }
    int later = Math.floorMod(theirs.getAsInt() - ours.getAsInt(), MONTHS);
    if (later == 0 || later == MONTHS / 2) {
      return read;
    }
    Situation really = later < MONTHS / 2 ? Situation.SCHEDULE_SOONER : Situation.SCHEDULE_LATER;
    return really == read.situation()
        ? read
        : new Reading(
            read.text(),
            really,
            read.confidence(),
            read.also(),
            read.kind(),
            read.objection(),
            read.slots());
  }

  /** The only month that is named, from 0. */
  private static OptionalInt month(String words) {
    int[] named =
        MONTH
            .matcher(words)
            .results()
            .mapToInt(found -> NAMES.indexOf(found.group(1).toLowerCase(Locale.ROOT)) / 3)
            .distinct()
            .toArray();
    return named.length == 1 ? OptionalInt.of(named[0]) : OptionalInt.empty();
  }

  private static Optional<Slot> whole(String text, String part) {
    int start = part.isEmpty() ? -1 : place(text, part);
    if (start < 0) {
      return Optional.empty();
    }
    Matcher lead = LEAD.matcher(part);
    int from = start + (lead.find() && lead.end() < part.length() ? lead.end() : 0);
    int end = start + part.length();
    while (end > from + 1 && ".!;, ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return Optional.of(new Slot(text.substring(from, end), from, end));
  }

  /** What was found, if it stands in this part. */
  private static Optional<Slot> inside(String text, String part, Optional<Slot> found) {
    int start = part.isEmpty() ? -1 : place(text, part);
    return found.filter(
        slot -> start >= 0 && slot.start() >= start && slot.end() <= start + part.length());
  }

  /** Where it stands; its first letter may be a capital there. */
  private static int place(String text, String part) {
    int start = 0;
    while (start + part.length() <= text.length()) {
      if (text.regionMatches(true, start, part, 0, part.length())) {
        return start;
      }
      start++;
    }
    return -1;
  }

  /** The reading, as this situation. */
  static Reading as(Reading read, Situation chosen) {
    return read.situation() == chosen
        ? read
        : new Reading(
            read.text(), chosen, 1, List.of(), "", read.objection(), slots(read.slots(), chosen));
  }

  /**
   * How a case ended. What was wanted is not asked for again; what they wanted is what the person
   * gives in to.
   */
  static Reading ended(Reading read, Situation how) {
    return new Reading(
        read.text(), how, 1, List.of(), "", Objection.NONE, slots(read.slots(), how));
  }

  private static Slots slots(Slots slots, Situation chosen) {
    return switch (chosen) {
      case WON -> Slots.NONE;
      case LOSING ->
          new Slots(
              slots.partner(),
              Optional.empty(),
              slots.theyWant(),
              Optional.empty(),
              slots.amounts(),
              slots.dates());
      default -> slots;
    };
  }
}
