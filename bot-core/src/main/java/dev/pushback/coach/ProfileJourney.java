package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.people.Profile;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person's clock is, and when they want to be spoken to. */
final class ProfileJourney {
  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:-|–|to)\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

  /** What is known about the person. */
  Turn show(Session session) {
    Profile profile = session.memory().people().profile();
    return Turn.helped(
        session.talk(),
        new Card(
            "What I know about you",
            List.of(
                new Block.Facts(
                    "",
                    List.of(
                        new Block.Row("zone", Shown.zone(session.zone())),
                        new Block.Row("country", profile.country().orElse("not told")),
                        new Block.Row("hours", profile.dayFrom() + " to " + profile.dayTo()))),
                new Block.Note(
                    "I bring things up only on your working days and within these hours. Change"
                        + " them with: zone Europe/Berlin, country DE, hours 9-17."))));
  }

  /** Another zone. */
  Turn zone(Session session, String name) {
    try {
      ZoneId zone = ZoneId.of(name.strip());
      keep(session, session.memory().people().profile().withZone(zone));
      return show(new Session(session.talk(), session.memory(), zone));
    } catch (DateTimeException e) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "I don't know that time zone",
              "Name it by continent and city, for example: zone Europe/Berlin, or zone"
                  + " America/New_York."));
    }
  }

  /** Another country. */
  Turn country(Session session, String code) {
    String country = code.strip().toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "I don't know that country",
              "Use its two letters, for example: country DE, or country US."));
    }
    keep(session, session.memory().people().profile().withCountry(country));
    return show(session);
  }

  /** Other hours. */
  Turn hours(Session session, String words) {
    Matcher hours = HOURS.matcher(words.strip());
    if (hours.matches()) {
      try {
        LocalTime from = time(hours.group(1), hours.group(2));
        LocalTime to = time(hours.group(3), hours.group(4));
        if (from.isBefore(to)) {
          keep(session, session.memory().people().profile().withHours(from, to));
          return show(session);
        }
      } catch (DateTimeException e) {
        // 25:70 is no time of day: asked again below.
      }
    }
    return Turn.refused(
        session.talk(),
        Card.of(
            "Which hours?",
            "Say when your day begins and ends, for example: hours 9-17, or hours 8:30-16:00."));
  }

  private static LocalTime time(String hour, @Nullable String minute) {
    return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
  }

  private static void keep(Session session, Profile profile) {
    session.memory().people().keep(profile);
  }
}
