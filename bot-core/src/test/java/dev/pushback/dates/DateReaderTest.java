package dev.pushback.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.dates.DateReading.Ambiguous;
import dev.pushback.dates.DateReading.Impossible;
import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import dev.pushback.dates.DateReading.Repeating;
import dev.pushback.dates.DateReading.Vague;
import dev.pushback.playbook.Playbooks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which day people mean. */
class DateReaderTest {
  private static final DateWords WORDS = Playbooks.builtIn().dateWords();
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static DateReader reader(DayMonth order) {
    return new DateReader(WORDS, order, DateReader::isWeekday);
  }

  private static DateReading read(String words, String localNow) {
    return reader(DayMonth.UNKNOWN)
        .read(words, LocalDateTime.parse(localNow).atZone(PARIS).toInstant(), PARIS);
  }

  /** A reading in short: a day, with a time if one was said, or what else it is. */
  private static String brief(DateReading reading) {
    if (reading instanceof On on) {
      return on.time().map(time -> on.date() + "T" + time).orElse(on.date().toString());
    } else if (reading instanceof Repeating often) {
      return "from " + often.first();
    } else if (reading instanceof Past past) {
      return "past " + past.date();
    } else if (reading instanceof Ambiguous several) {
      return several.options().stream()
          .map(LocalDate::toString)
          .collect(Collectors.joining(" ", "either ", ""));
    } else if (reading instanceof Impossible) {
      return "impossible";
    }
    return reading instanceof Vague ? "vague" : "none";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          friday                          ; 2026-11-20
          fri                             ; 2026-11-20
          by Friday                       ; 2026-11-20
          Wednesday                       ; 2026-11-25
          by Friday week                  ; 2026-11-27
          friday fortnight                ; 2026-12-04
          a week on Thursday              ; 2026-11-26
          a week from friday              ; 2026-11-27
          a fortnight on monday           ; 2026-12-07
          next tues                       ; 2026-11-24
          next friday                     ; 2026-11-27
          this friday                     ; 2026-11-20
          this monday                     ; past 2026-11-16
          last friday                     ; past 2026-11-13
          tuesday next week               ; 2026-11-24
          next week Tuesday               ; 2026-11-24
          monday after next               ; 2026-11-30
          Monday week                     ; 2026-11-30
          15.06.                          ; 2027-06-15
          15.06                           ; 2027-06-15
          15.6.2027                       ; 2027-06-15
          15.02.26                        ; past 2026-02-15
          31/12                           ; 2026-12-31
          12/31                           ; 2026-12-31
          04/05                           ; either 2027-04-05 2027-05-04
          04/05/2027                      ; either 2027-04-05 2027-05-04
          04/12/2026                      ; 2026-12-04
          05/05                           ; 2027-05-05
          13/13                           ; impossible
          Wed 14th                        ; either 2026-11-25 2026-12-14
          Wed 18th                        ; 2026-11-18
          Fri 20th                        ; 2026-11-20
          wednesday 25th                  ; 2026-11-25
          the 7th                         ; 2026-12-07
          7th                             ; 2026-12-07
          the 18th                        ; 2026-11-18
          the 31st                        ; 2026-12-31
          the 32nd                        ; impossible
          end of the month                ; 2026-11-30
          end of month                    ; 2026-11-30
          EOM                             ; 2026-11-30
          month end                       ; 2026-11-30
          end of Q1                       ; 2027-03-31
          Q1                              ; 2027-03-31
          end of Q4                       ; 2026-12-31
          end of next quarter             ; 2027-03-31
          mid next week                   ; 2026-11-25
          mid-December                    ; 2026-12-15
          mid January                     ; 2027-01-15
          early June                      ; 2027-06-10
          late march                      ; 2027-03-31
          end of march                    ; 2027-03-31
          beginning of next month         ; 2026-12-01
          in March                        ; 2027-03-31
          March                           ; 2027-03-31
          end of the week                 ; 2026-11-20
          EOW                             ; 2026-11-20
          end of next week                ; 2026-11-27
          next week                       ; 2026-11-27
          this week                       ; 2026-11-20
          next month                      ; 2026-12-31
          end of the year                 ; 2026-12-31
          end of 2027                     ; 2027-12-31
          week 50                         ; 2026-12-11
          KW 7                            ; 2027-02-19
          week of 7 December              ; 2026-12-11
          w/c 7 dec                       ; 2026-12-11
          first week of Feb               ; 2027-02-07
          second week of June             ; 2027-06-14
          before Easter                   ; 2027-03-26
          Easter                          ; 2027-03-28
          before Christmas                ; 2026-12-24
          christmas                       ; 2026-12-25
          thanksgiving                    ; 2026-11-26
          before friday                   ; 2026-11-19
          before the 20th                 ; 2026-11-19
          in 10 days                      ; 2026-11-28
          10 days                         ; 2026-11-28
          10d                             ; 2026-11-28
          three weeks                     ; 2026-12-09
          3-4 weeks                       ; 2026-12-16
          8 to 12 weeks                   ; 2027-02-10
          within a fortnight              ; 2026-12-02
          a couple of weeks               ; 2026-12-02
          in six weeks                    ; 2026-12-30
          5 working days                  ; 2026-11-25
          5 working days from today       ; 2026-11-25
          10 business days                ; 2026-12-02
          2 biz days                      ; 2026-11-20
          5 working days after 1 December ; 2026-12-08
          14 days from 3 March            ; 2027-03-17
          28 days from 14 June            ; 2027-07-12
          two weeks before Easter         ; 2027-03-14
          1 week before 1 May             ; 2027-04-24
          a month from now                ; 2026-12-18
          in 2 hours                      ; 2026-11-18T12:15
          48h                             ; 2026-11-20T10:15
          48 hours                        ; 2026-11-20T10:15
          24-48 hrs                       ; 2026-11-20T10:15
          thursday 9am                    ; 2026-11-19T09:00
          Thursday 14h                    ; 2026-11-19T14:00
          friday 5pm                      ; 2026-11-20T17:00
          monday 8.30                     ; 2026-11-23T08:30
          eod friday                      ; 2026-11-20T17:00
          eod                             ; 2026-11-18T17:00
          COB 8 Aug                       ; 2027-08-08T17:00
          8 Aug                           ; 2027-08-08
          August 8th                      ; 2027-08-08
          2nd of December                 ; 2026-12-02
          Dec 2nd                         ; 2026-12-02
          1 Sept                          ; 2027-09-01
          20 Feb 2026                     ; past 2026-02-20
          20 Feb 2027                     ; 2027-02-20
          20 Nov 27                       ; 2027-11-20
          tomorrow                        ; 2026-11-19
          tmrw 10am                       ; 2026-11-19T10:00
          tomorrow noon                   ; 2026-11-19T12:00
          tomorrow by 5                   ; 2026-11-19T17:00
          by 5pm                          ; 2026-11-18T17:00
          9am                             ; 2026-11-19T09:00
          today                           ; 2026-11-18
          today 4pm                       ; 2026-11-18T16:00
          tonight                         ; 2026-11-18T20:00
          day after tomorrow              ; 2026-11-20
          yesterday                       ; past 2026-11-17
          2 weeks ago                     ; past 2026-11-04
          every tuesday                   ; from 2026-11-24
          every other friday              ; from 2026-11-20
          every day                       ; from 2026-11-19
          every two weeks                 ; from 2026-12-02
          weekly                          ; from 2026-11-25
          monthly                         ; from 2026-12-18
          quarterly                       ; from 2027-02-18
          the 1st of every month          ; from 2026-12-01
          the last friday of every month  ; from 2026-11-27
          end of every month              ; from 2026-11-30
          every monday and thursday       ; from 2026-11-19
          2026-12-04                      ; 2026-12-04
          2026-02-30                      ; impossible
          2025-12-04                      ; past 2025-12-04
          30 Feb                          ; impossible
          29 Feb                          ; impossible
          31 November                     ; impossible
          15 Jan                          ; 2027-01-15
          15 Nov                          ; past 2026-11-15
          22 October                      ; past 2026-10-22
          first friday in december        ; 2026-12-04
          the last Friday of May          ; 2027-05-28
          4th Thursday                    ; 2026-11-26
          first of June                   ; 2027-06-01
          the 5th of next month           ; 2026-12-05
          1st of next month               ; 2026-12-01
          first of the month              ; 2026-12-01
          the first Tuesday of the month  ; 2026-12-01
          one of these days               ; vague
          soon                            ; vague
          asap                            ; vague
          whenever                        ; vague
          by never                        ; none
          never                           ; none
          no date given                   ; none
          the November bill               ; vague
          next invoice                    ; vague
          half term                       ; vague
          🙂                               ; none
          freitag                         ; 2026-11-20
          lundi                           ; 2026-11-23
          Ende Monat                      ; 2026-11-30
          in a week                       ; 2026-11-25
          week after next                 ; 2026-12-04
          a week today                    ; 2026-11-25
          tomorrow week                   ; 2026-11-26
          next year                       ; 2027-12-31
          in half a year                  ; 2027-05-18
          by summer                       ; 2027-06-21
          weekend                         ; 2026-11-21
          this weekend                    ; 2026-11-21
          before the weekend              ; 2026-11-20
          saturday at 17:30               ; 2026-11-21T17:30
          25:99                           ; vague
          99999999999999 days             ; vague
          100000 working days             ; vague
          sunday night                    ; 2026-11-22
          first thing Monday              ; 2026-11-23T09:00
          start of Q2                     ; 2027-04-01
          H1                              ; 2027-06-30
          Thurs am                        ; vague
          4pm on 16 April                 ; 2027-04-16T16:00
          by noon thursday                ; 2026-11-19T12:00
          Monday 3 May 2027               ; 2027-05-03
          Mon 4 May 2027                  ; either 2027-05-03 2027-05-04
          11/30 5pm                       ; 2026-11-30T17:00
          2 sprints                       ; vague
          until 1.3.                      ; 2027-03-01
          32.13.                          ; impossible
          0/5                             ; impossible
          00.00.                          ; impossible
          in 0 days                       ; 2026-11-18
          next next friday                ; vague
          the 0th                         ; impossible
          Feb 2027                        ; 2027-02-28
          february                        ; 2027-02-28
          nov                             ; 2026-11-30
          11/2026                         ; vague
          later this week                 ; 2026-11-20
          today or tomorrow               ; vague
          until further notice            ; vague
          30.11.                          ; 2026-11-30
          12-01-2027                      ; either 2027-01-12 2027-12-01
          24-11                           ; 2026-11-24
          now                             ; 2026-11-18
          in the spring                   ; 2027-03-20
          by the 25th                     ; 2026-11-25
          before tomorrow                 ; 2026-11-18
          after the 15th                  ; 2026-12-16
          by end of play Monday           ; 2026-11-23T17:00
          in about ten days               ; 2026-11-28
          """)
  void saidOnAWednesdayMorningInNovember(String words, String meaning) {
    assertThat(brief(read(words, "2026-11-18T10:15"))).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{0} said {1}")
  @CsvSource({
    // On a Friday, "Friday" is the one in a week: for the same day people say "today".
    "friday,         2026-11-20T09:00, 2026-11-27",
    "this friday,    2026-11-20T09:00, 2026-11-20",
    "eod friday,     2026-11-20T09:00, 2026-11-27T17:00",
    "next friday,    2026-11-20T09:00, 2026-11-27",
    // At the end of the week, its end is the next one.
    "end of week,    2026-11-21T09:00, 2026-11-27",
    "next week,      2026-11-22T20:00, 2026-11-27",
    // Over the end of the year and of February.
    "15 Jan,         2026-11-18T09:00, 2027-01-15",
    "31 December,    2027-01-10T09:00, past 2026-12-31",
    "31 October,     2027-01-10T09:00, 2027-10-31",
    "end of Q1,      2027-01-10T09:00, 2027-03-31",
    "29 Feb,         2027-11-18T09:00, 2028-02-29",
    "the 31st,       2027-02-01T09:00, 2027-03-31",
    "in a month,     2027-01-31T09:00, 2027-02-28",
    // A holiday that is over is the next one.
    "easter,         2026-06-01T09:00, 2027-03-28",
    "christmas,      2026-12-28T09:00, 2027-12-25",
    // The weekday says which 14th.
    "Wed 14th,       2026-10-01T09:00, 2026-10-14",
    "Wed 14th,       2026-08-20T09:00, 2026-10-14",
    // The time of day that is over is tomorrow's.
    "9am,            2026-11-18T08:59, 2026-11-18T09:00",
    "9am,            2026-11-18T09:00, 2026-11-19T09:00",
    // Clocks go forward on 28 March 2027 at two, back on 31 October 2027 at three.
    "in 2 hours,     2027-03-28T01:30, 2027-03-28T04:30",
    "24 hours,       2027-03-27T12:00, 2027-03-28T13:00",
    "48h,            2027-10-30T12:00, 2027-11-01T11:00",
  })
  void itDependsOnWhenItIsSaid(String words, String said, String meaning) {
    assertThat(brief(read(words, said))).isEqualTo(meaning);
  }

  @Test
  void anHourThatTheClockLeavesOutIsTheMomentItJumpsTo() {
    DateReading reading = read("sunday 2:30 am", "2027-03-26T09:00");

    assertThat(reading)
        .isEqualTo(new On(LocalDate.of(2027, 3, 28), Optional.of(LocalTime.of(2, 30))));
    assertThat(LocalDate.of(2027, 3, 28).atTime(2, 30).atZone(PARIS).toInstant())
        .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void theDayIsThatOfThePersonsZone() {
    Instant lateInParis = Instant.parse("2026-11-18T23:30:00Z");

    assertThat(brief(reader(DayMonth.UNKNOWN).read("tomorrow", lateInParis, PARIS)))
        .isEqualTo("2026-11-20");
    assertThat(
            brief(
                reader(DayMonth.UNKNOWN)
                    .read("tomorrow", lateInParis, ZoneId.of("America/New_York"))))
        .isEqualTo("2026-11-19");
  }

  @ParameterizedTest(name = "04/05 in {0}")
  @CsvSource({
    "GB, 2027-05-04",
    "DE, 2027-05-04",
    "US, 2027-04-05",
    "us, 2027-04-05",
    "CA, either 2027-04-05 2027-05-04",
    ",   either 2027-04-05 2027-05-04",
  })
  void theCountryDecidesWhetherTheDayComesFirst(
      @org.jspecify.annotations.Nullable String country, String meaning) {
    DayMonth order = DayMonth.in(Optional.ofNullable(country));

    assertThat(brief(reader(order).read("04/05", Instant.parse("2026-11-18T09:00:00Z"), PARIS)))
        .isEqualTo(meaning);
  }

  @Test
  void workingDaysAreThoseOfTheCalendarHandedIn() {
    Predicate<LocalDate> thursdayOff =
        date -> DateReader.isWeekday(date) && !date.equals(LocalDate.of(2026, 11, 19));
    DateReader reader = new DateReader(WORDS, DayMonth.UNKNOWN, thursdayOff);
    Instant wednesday = Instant.parse("2026-11-18T09:00:00Z");

    assertThat(brief(reader.read("2 working days", wednesday, PARIS))).isEqualTo("2026-11-23");
    assertThat(brief(reader.read("before friday", wednesday, PARIS))).isEqualTo("2026-11-18");
  }

  @Test
  void aCalendarInWhichNobodyWorksStillGivesADay() {
    DateReader reader = new DateReader(WORDS, DayMonth.UNKNOWN, date -> false);

    assertThat(reader.read("5 working days", Instant.parse("2026-11-18T09:00:00Z"), PARIS))
        .isInstanceOf(On.class);
  }

  @Test
  void whatIsImpossibleIsExplained() {
    assertThat(read("30 Feb", "2026-11-18T09:00"))
        .isEqualTo(new Impossible("there is no 30 February"));
    assertThat(read("2026-02-30", "2026-11-18T09:00"))
        .isEqualTo(new Impossible("there is no 30 February 2026"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "🙂",
        "--",
        "by",
        "the",
        "99/99/99",
        "every",
        "every every every",
        "before before",
        "week of week of week of week of monday",
        "1 week from 1 week from 1 week from monday",
        "0000-00-00",
        "week 99",
        "end of 0000",
        "金曜日",
        "by \u0000 friday",
        "((((",
        "every never",
        "9999 years",
        "9999 working days from 9999-12-31",
        "24:00",
        "at 99",
        "12-31-9999"
      })
  void nothingThatIsSaidThrows(String words) {
    assertThat(read(words, "2026-11-18T09:00")).isNotNull();
    assertThat(read(words.repeat(50), "2026-11-18T09:00")).isNotNull();
  }
}
