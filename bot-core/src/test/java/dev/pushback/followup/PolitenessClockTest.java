package dev.pushback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.followup.Verdict.Reason;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.Playbooks;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * When one more message is polite, on calendars of many places. The times were worked out by hand.
 */
class PolitenessClockTest {
  private static final WaitingRules RULES = Playbooks.builtIn().read().waiting();
  private static final WorkingCalendars CALENDARS = new WorkingCalendars(RULES);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final PolitenessClock clock = new PolitenessClock(RULES);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/followup/clock.csv", delimiter = ';', useHeadersInDisplayName = true)
  void everySituationHasItsMomentItsVerdictAndItsReasons(
      String name,
      String row,
      String channel,
      String zone,
      @Nullable String country,
      String asked,
      @Nullable String contacts,
      String now,
      @Nullable String more,
      String politeFrom,
      String verdict,
      @Nullable String reasons) {
    ZoneId place = ZoneId.of(zone);
    OpenAsk.Builder ask =
        OpenAsk.of(
                RULES.byId(row).orElseThrow(),
                at(asked, place),
                at(now, place),
                Optional.ofNullable(country)
                    .map(code -> CALENDARS.in(place, code).orElseThrow())
                    .orElseGet(() -> CALENDARS.in(place)))
            .by(ContactChannel.byId(channel).orElseThrow())
            .contacts(
                Optional.ofNullable(contacts).stream()
                    .flatMap(all -> Arrays.stream(all.split("\\|", -1)))
                    .map(one -> at(one, place))
                    .toList());
    Optional.ofNullable(more)
        .ifPresent(
            words -> Arrays.stream(words.split(" ", -1)).forEach(word -> set(ask, word, place)));

    Verdict judged = clock.judge(ask.build());

    assertThat(LocalDateTime.ofInstant(judged.politeFrom(), place)).hasToString(politeFrom);
    assertThat(judged.reasons().stream().map(one -> one.id().id()).collect(Collectors.joining("|")))
        .isEqualTo(Optional.ofNullable(reasons).orElse(""));
    assertThat(judged.move().id()).isEqualTo(verdict);
    assertThat(judged.reasons())
        .extracting(Reason::text)
        .allMatch(text -> !text.isBlank() && !text.contains("{"));
    assertThat(judged.explanation()).isNotBlank().doesNotContain("{");
    assertThat(judged.silenceAt()).isAfterOrEqualTo(judged.overdueAt());
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local.strip()).atZone(zone).toInstant();
  }

  private static void set(OpenAsk.Builder ask, String word, ZoneId zone) {
    String name = word.replaceFirst("=.*", "");
    String value = word.replaceFirst(".*=", "");
    switch (name) {
      case "attachment" -> ask.attachment(true);
      case "signers" -> ask.signers(Integer.parseInt(value));
      case "owe" -> ask.weOwe(true);
      case "empty" -> ask.addsSomething(false);
      case "deadline" -> ask.deadline(Optional.of(at(value, zone)));
      case "promised" -> ask.promised(Optional.of(at(value, zone)));
      case "away" -> ask.outOfOffice(Optional.of(at(value, zone)));
      case "quiet" -> ask.blackout(Optional.of(at(value, zone)));
      default -> throw new IllegalArgumentException(word);
    }
  }

  private static OpenAsk.Builder signOff(String now) {
    return OpenAsk.of(
        RULES.byId("small-sign-off").orElseThrow(),
        at("2026-03-02T10:00", BERLIN),
        at(now, BERLIN),
        CALENDARS.in(BERLIN));
  }

  private static List<Ask> sevenAnswersAfter(int days) {
    WorkingCalendar calendar = CALENDARS.in(BERLIN);
    Instant asked = at("2025-06-02T10:00", BERLIN);
    return IntStream.range(0, 7)
        .mapToObj(i -> asked.plusSeconds(86_400L * 14 * i))
        .map(one -> Ask.answered(one, calendar.plus(one, days * 8)))
        .toList();
  }

  @Test
  void thePersonIsToldWhatIsUsualWhatDayItIsAndWhatToDo() {
    Verdict judged =
        clock.judge(
            signOff("2026-03-09T10:00")
                .partner(Optional.of("Rivera's office"))
                .history(sevenAnswersAfter(9))
                .build());

    assertThat(judged.explanation())
        .matches(
            "The usual wait for an answer from Rivera's office is 9 working days \\(7 seen\\)\\."
                + " This is working day 6, so waiting is still normal for about 9 asks in 10\\."
                + " Polite from today at 1\\d:\\d\\d\\.");
  }

  @Test
  void ofAStrangerThePersonIsToldTheRuleOfThumb() {
    assertThat(clock.judge(signOff("2026-03-03T10:00").build()).explanation())
        .isEqualTo(
            "We don't know them yet; for a small sign-off in a large organisation the usual wait is"
                + " 8 working days. This is working day 2, so waiting is still normal for nearly"
                + " every ask. Polite from Monday 9 March.");
  }

  @Test
  void aFastPartnerMayBeAskedSoonerAndASlowOneLater() {
    Instant usual = clock.judge(signOff("2026-03-03T10:00").build()).politeFrom();

    assertThat(
            clock
                .judge(signOff("2026-03-03T10:00").history(sevenAnswersAfter(3)).build())
                .politeFrom())
        .isBefore(usual);
    assertThat(
            clock
                .judge(signOff("2026-03-03T10:00").history(sevenAnswersAfter(15)).build())
                .politeFrom())
        .isAfter(usual);
  }

  @Test
  void theAskThatIsJudgedIsNotPartOfTheHistory() {
    Verdict alone = clock.judge(signOff("2026-03-06T10:00").build());
    Verdict listed =
        clock.judge(
            signOff("2026-03-06T10:00")
                .history(List.of(Ask.open(at("2026-03-02T10:00", BERLIN))))
                .build());

    assertThat(listed).isEqualTo(alone);
  }

  @Test
  void anAnswerInTheFutureIsNotKnownYet() {
    Instant asked = at("2026-02-02T10:00", BERLIN);
    Verdict open =
        clock.judge(signOff("2026-03-06T10:00").history(List.of(Ask.open(asked))).build());
    Verdict later =
        clock.judge(
            signOff("2026-03-06T10:00")
                .history(List.of(Ask.answered(asked, at("2026-05-06T10:00", BERLIN))))
                .build());

    assertThat(later).isEqualTo(open);
  }
}
