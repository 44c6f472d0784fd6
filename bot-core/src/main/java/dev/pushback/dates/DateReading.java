package dev.pushback.dates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What some words say about a day. */
public sealed interface DateReading {

  /**
   * One day to come, or today.
   *
   * @param date the day
   * @param time the time of that day, where one was said; in an hour that the clock leaves out, it
   *     means the moment the clock jumps to
   */
  record On(LocalDate date, Optional<LocalTime> time) implements DateReading {
    static On day(LocalDate date) {
      return new On(date, Optional.empty());
    }
  }

  /**
   * Again and again.
   *
   * @param first the first of the days
   * @param description the words, such as "every tuesday"
   */
  record Repeating(LocalDate first, String description) implements DateReading {}

  /**
   * Several days could be meant, as with 04/05.
   *
   * @param options the days, earliest first
   */
  record Ambiguous(List<LocalDate> options) implements DateReading {
    /** Copies and sorts. */
    public Ambiguous {
      options = options.stream().sorted().toList();
    }
  }

  /**
   * There is no such day, as with 30 February.
   *
   * @param reason why, for the person to read
   */
  record Impossible(String reason) implements DateReading {}

  /**
   * A day that is over.
   *
   * @param date the day
   */
  record Past(LocalDate date) implements DateReading {}

  /**
   * Words that may well mean something, but no day we can name.
   *
   * @param words the words
   */
  record Vague(String words) implements DateReading {}

  /** No date was said. */
  record None() implements DateReading {}
}
