package dev.pushback.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.followup.Ask;
import dev.pushback.followup.OpenAsk;
import dev.pushback.followup.PolitenessClock;
import dev.pushback.followup.Verdict;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.followup.WorkingCalendars;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.WaitingDefault;
import dev.pushback.playbook.WaitingRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operation {@code when}: is it polite to ask again now, and if not, when? */
final class WhenOp {
  private static final int MOST = 2000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private final WaitingRules rules;
  private final WorkingCalendars calendars;
  private final PolitenessClock clock;

  WhenOp(WaitingRules rules) {
    this.rules = rules;
    this.calendars = new WorkingCalendars(rules);
    this.clock = new PolitenessClock(rules);
  }

  void answer(JsonNode in, ObjectNode out) throws BadLine {
    write(clock.judge(ask(in)), out);
  }

  private OpenAsk ask(JsonNode in) throws BadLine {
    WaitingDefault row = row(in);
    Instant askedAt = instant(JsonFields.required(in, "asked_at"), "asked_at");
    Instant now = instant(JsonFields.required(in, "now"), "now");
    WorkingCalendar calendar = calendar(in);
    return OpenAsk.of(row, askedAt, now, calendar)
        .by(channel(in))
        .contacts(contacts(in))
        .history(history(in))
        .promised(date(in, "promised", calendar))
        .deadline(date(in, "deadline", calendar))
        .weOwe(JsonFields.flag(in, "we_owe", false))
        .addsSomething(JsonFields.flag(in, "adds_something", true))
        .build();
  }

  private WaitingDefault row(JsonNode in) throws BadLine {
    String kind = JsonFields.required(in, "partner_kind").strip().toLowerCase(Locale.ROOT);
    String item = JsonFields.optional(in, "item").orElse("");
    if (item.length() > MOST) {
      throw new BadLine("too-long", "'item' has more than " + MOST + " characters");
    }
    return rules
        .find(kind, item)
        .or(() -> rules.byId(kind))
        .orElseThrow(
            () ->
                new BadLine(
                    "bad-value", "'partner_kind' must be one of " + kinds() + ", not " + kind));
  }

  private String kinds() {
    return rules.defaults().stream()
        .flatMap(row -> row.kinds().stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static ContactChannel channel(JsonNode in) throws BadLine {
    String id = JsonFields.optional(in, "channel").orElse(ContactChannel.EMAIL.id());
    return ContactChannel.byId(id)
        .orElseThrow(
            () ->
                new BadLine(
                    "bad-value",
                    "'channel' must be one of "
                        + Arrays.stream(ContactChannel.values())
                            .map(ContactChannel::id)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + id));
  }

  private WorkingCalendar calendar(JsonNode in) throws BadLine {
    String name = JsonFields.required(in, "zone");
    ZoneId zone;
    try {
      zone = ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new BadLine("bad-value", "'zone' must be a time zone such as Europe/Berlin");
    }
    Optional<String> country = JsonFields.optional(in, "country").filter(one -> !one.isBlank());
    if (country.isEmpty()) {
      return calendars.in(zone);
    }
    return calendars
        .in(zone, country.get())
        .orElseThrow(
            () ->
                new BadLine(
                    "bad-value", "'country' must be an ISO 3166 code such as DE, GB or DE-BY"));
  }

  private static List<Instant> contacts(JsonNode in) throws BadLine {
    List<Instant> contacts = new ArrayList<>();
    for (JsonNode one : list(in, "contacts")) {
      if (!one.isTextual()) {
        throw notAnInstant("contacts");
      }
      contacts.add(instant(one.asText(), "contacts"));
    }
    return contacts;
  }

  private static List<Ask> history(JsonNode in) throws BadLine {
    List<Ask> history = new ArrayList<>();
    for (JsonNode one : list(in, "history")) {
      if (!one.isObject()) {
        throw new BadLine("bad-value", "'history' must be a list of objects");
      }
      Instant askedAt = instant(JsonFields.required(one, "asked_at"), "asked_at");
      Optional<String> answered = JsonFields.optional(one, "answered_at");
      if (answered.isEmpty()) {
        history.add(Ask.open(askedAt));
      } else {
        Instant at = instant(answered.get(), "answered_at");
        if (at.isBefore(askedAt)) {
          throw new BadLine("bad-value", "'answered_at' must not be before its 'asked_at'");
        }
        history.add(Ask.answered(askedAt, at));
      }
    }
    return history;
  }

  private static Iterable<JsonNode> list(JsonNode in, String name) throws BadLine {
    JsonNode list = in.path(name);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new BadLine("bad-value", "'" + name + "' must be a list");
    }
    if (list.size() > MOST) {
      throw new BadLine("too-long", "'" + name + "' has more than " + MOST + " entries");
    }
    return list;
  }

  /** An instant, or a date, which lasts until the partner's closing time. */
  private static Optional<Instant> date(JsonNode in, String name, WorkingCalendar calendar)
      throws BadLine {
    Optional<String> text = JsonFields.optional(in, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().contains("T")) {
      try {
        return Optional.of(inRange(calendar.endOf(LocalDate.parse(text.get().strip())), name));
      } catch (DateTimeException e) {
        throw new BadLine(
            "bad-value", "'" + name + "' must be an ISO 8601 instant or date, such as 2026-05-14");
      }
    }
    return Optional.of(instant(text.get(), name));
  }

  private static Instant instant(String text, String name) throws BadLine {
    try {
      return inRange(OffsetDateTime.parse(text.strip()).toInstant(), name);
    } catch (DateTimeException e) {
      throw notAnInstant(name);
    }
  }

  private static Instant inRange(Instant at, String name) throws BadLine {
    int year = LocalDate.ofInstant(at, ZoneId.of("UTC")).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new BadLine(
          "bad-value", "'" + name + "' must be from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    return at;
  }

  private static BadLine notAnInstant(String name) {
    return new BadLine(
        "bad-value", "'" + name + "' must be an ISO 8601 instant, such as 2026-03-10T09:00:00Z");
  }

  private static void write(Verdict verdict, ObjectNode out) {
    out.put("verdict", verdict.move().id());
    out.put("polite_from", verdict.politeFrom().toString());
    out.put("overdue_at", verdict.overdueAt().toString());
    out.put("silence_at", verdict.silenceAt().toString());
    ArrayNode reasons = out.putArray("reasons");
    verdict
        .reasons()
        .forEach(
            reason -> reasons.addObject().put("id", reason.id().id()).put("text", reason.text()));
    out.putObject("basis")
        .put("seen", verdict.basis().seen())
        .put("median_hours", rounded(verdict.basis().medianHours()))
        .put("q90_hours", rounded(verdict.basis().q90Hours()));
    out.put("prior", verdict.prior().id());
  }

  private static double rounded(double hours) {
    return Math.round(hours * 100) / 100.0;
  }
}
