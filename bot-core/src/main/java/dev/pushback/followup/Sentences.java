package dev.pushback.followup;

import dev.pushback.followup.Verdict.Move;
import dev.pushback.playbook.WaitingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Says a judgement in the playbook's words. */
final class Sentences {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);

  private final WaitingRules rules;
  private final OpenAsk ask;
  private final Timing timing;
  private final WorkingCalendar calendar;

  Sentences(WaitingRules rules, OpenAsk ask, Timing timing) {
    this.rules = rules;
    this.ask = ask;
    this.timing = timing;
    this.calendar = ask.calendar();
  }

  String tooSoon(Instant polite) {
    double day = calendar.hoursPerDay();
    if (timing.due().isPresent() && ask.contactsSoFar().isEmpty()) {
      return say(
          "courtesy",
          Map.of(
              "due",
              day(timing.due().get()),
              "gap",
              length(ask.row().askFrom().hours(day)),
              "on",
              on(polite)));
    }
    return say(
        ask.now().isBefore(timing.rudeUntil()) ? "too_soon" : "too_early",
        Map.of(
            "since",
            on(ask.lastMessage()),
            "gap",
            length(timing.rudeGap().hours(day)),
            "when",
            near(polite)));
  }

  String tooMany(int contacts) {
    return say(
        "too_many", Map.of("contacts", HumanTime.times(contacts), "next", ask.row().afterMax()));
  }

  String empty() {
    return say("empty", Map.of());
  }

  String owed() {
    return say("owed", Map.of());
  }

  String offHours(Instant opens) {
    return say("off_hours", Map.of("on", on(opens), "time", time(opens)));
  }

  String blackout(Instant end) {
    return say("blackout", Map.of("until", day(ask.blackout().orElse(end)), "when", near(end)));
  }

  String promised(Instant morning) {
    return say(
        "promised", Map.of("promised", day(ask.promised().orElse(morning)), "when", near(morning)));
  }

  String outOfOffice(Instant fine) {
    return say(
        "out_of_office", Map.of("back", day(ask.outOfOffice().orElse(fine)), "when", near(fine)));
  }

  String explanation(Move move, Instant polite) {
    return usual() + " " + today() + " " + next(move, polite);
  }

  private String usual() {
    UsualWait usual = timing.usual();
    Map<String, String> places =
        Map.of(
            "who",
            ask.partner().orElse("them"),
            "median",
            length(usual.medianHours()),
            "seen",
            String.valueOf(usual.seen()),
            "default",
            ask.row().title());
    if (usual.seen() == 0) {
      return say("usual_default", places);
    }
    return say(usual.seen() < rules.settled() ? "usual_few" : "usual_seen", places);
  }

  private String today() {
    long day = (long) Math.floor(timing.waited() / calendar.hoursPerDay()) + 1;
    boolean overdue = !ask.now().isBefore(timing.overdue());
    return say(
        overdue ? "day_overdue" : "day",
        Map.of("day", "working day " + day, "share", HumanTime.share(timing.stillNormal())));
  }

  private String next(Move move, Instant polite) {
    return switch (move) {
      case WAIT ->
          ask.now().isBefore(polite)
              ? say("then_wait", Map.of("when", near(polite)))
              : say("then_hold", Map.of());
      case ASK -> say("then_ask", Map.of());
      case CHANGE_CHANNEL -> say("then_change", Map.of("next", ask.row().afterMax()));
      case LET_GO -> say("then_let_go", Map.of());
    };
  }

  private String say(String name, Map<String, String> places) {
    return fill(rules.sentence(name), places);
  }

  static String fill(String sentence, Map<String, String> places) {
    String text = sentence;
    for (Map.Entry<String, String> place : places.entrySet()) {
      text = text.replace("{" + place.getKey() + "}", place.getValue());
    }
    return text;
  }

  private String length(double hours) {
    return HumanTime.duration(hours, calendar.hoursPerDay());
  }

  private String day(Instant at) {
    return HumanTime.day(calendar.date(at), today(ask.now()));
  }

  private String near(Instant at) {
    String near = HumanTime.near(calendar.date(at), today(ask.now()));
    return near.equals("today") && at.isAfter(ask.now()) ? near + " at " + time(at) : near;
  }

  private String time(Instant at) {
    return TIME.format(LocalTime.ofInstant(at, calendar.zone()));
  }

  /** "today", "yesterday", "on Tuesday 14 March". */
  private String on(Instant at) {
    return HumanTime.on(calendar.date(at), today(ask.now()));
  }

  private LocalDate today(Instant now) {
    return calendar.date(now);
  }
}
