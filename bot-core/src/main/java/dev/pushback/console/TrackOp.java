package dev.pushback.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.coach.Knowledge;
import dev.pushback.dates.DateReading;
import dev.pushback.dates.DateReading.Ambiguous;
import dev.pushback.dates.DateReading.Impossible;
import dev.pushback.dates.DateReading.On;
import dev.pushback.dates.DateReading.Past;
import dev.pushback.dates.DateReading.Repeating;
import dev.pushback.dates.DateReading.Vague;
import dev.pushback.dates.DayMonth;
import dev.pushback.followup.Direction;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Slot;
import dev.pushback.tracking.TrackReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operation {@code track}: a request to track something, and the day it is due. */
final class TrackOp {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Knowledge knowledge;

  TrackOp(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  void answer(JsonNode in, String text, ObjectNode out) throws BadLine {
    Instant now = now(in);
    ZoneId zone = zone(in);
    DayMonth order = DayMonth.in(country(in));
    String clean = Screening.clean(text);
    if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
      out.put("note", "There are no words in it, so there's nothing to track yet.");
      return;
    }
    TrackReading reading = knowledge.followUps().get().track().read(clean);
    reading.what().ifPresent(slot -> out.put("what", slot.text()));
    reading.partner().ifPresent(slot -> out.put("partner", slot.text()));
    if (reading.due().isPresent()) {
      due(reading.due().get(), now, zone, order, out);
    } else {
      out.put("note", "No date was said.");
    }
    out.put("kind", reading.kind());
    if (reading.direction() == Direction.YOU_OWE) {
      out.put("direction", reading.direction().id());
    }
    reading.remind().ifPresent(slot -> out.put("remind_text", slot.text()));
    reading.channel().ifPresent(slot -> out.put("channel", slot.text()));
  }

  private void due(Slot words, Instant now, ZoneId zone, DayMonth order, ObjectNode out) {
    DateReading date =
        knowledge.followUps().get().dates().with(order).read(words.text(), now, zone);
    if (date instanceof On on) {
      out.put(
          "due",
          on.time()
              .map(time -> on.date().atTime(time).atZone(zone).toInstant().toString())
              .orElse(on.date().toString()));
    } else if (date instanceof Repeating often) {
      out.put("due", often.first().toString());
      out.put("repeats", often.description());
    } else if (date instanceof Past past) {
      out.put("due", past.date().toString());
      out.put("note", "That day is over.");
    } else if (date instanceof Ambiguous several) {
      ArrayNode options = out.putArray("due_options");
      several.options().forEach(option -> options.add(option.toString()));
      out.put("note", "It could be either day; which one is meant?");
    } else if (date instanceof Impossible impossible) {
      String reason = impossible.reason();
      out.put(
          "note", reason.substring(0, 1).toUpperCase(Locale.ENGLISH) + reason.substring(1) + ".");
    } else if (date instanceof Vague) {
      out.put("note", "These words name no day we can count on.");
    } else {
      out.put("note", "No date was said.");
    }
    out.put("due_text", words.text());
  }

  private static Instant now(JsonNode in) throws BadLine {
    String now = JsonFields.required(in, "now");
    try {
      return Instant.parse(now);
    } catch (DateTimeException e) {
      throw new BadLine(
          "bad-value", "'now' must be an instant such as 2026-03-02T09:00:00Z, not " + now);
    }
  }

  private static ZoneId zone(JsonNode in) throws BadLine {
    String zone = JsonFields.required(in, "zone");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new BadLine("bad-value", "'zone' must be a zone such as Europe/Paris, not " + zone);
    }
  }

  private static Optional<String> country(JsonNode in) throws BadLine {
    Optional<String> country = JsonFields.optional(in, "country");
    if (country.isPresent() && !COUNTRIES.contains(country.get().toUpperCase(Locale.ROOT))) {
      throw new BadLine(
          "bad-value", "'country' must be two letters such as FR, not " + country.get());
    }
    return country;
  }
}
