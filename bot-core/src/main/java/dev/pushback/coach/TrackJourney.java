package dev.pushback.coach;

import dev.pushback.card.Answers;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.situation.Slot;
import dev.pushback.tracking.TrackReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts something on the list of what a person waits for, or owes. */
final class TrackJourney {
  /** More than this nobody can look after; what is done makes room. */
  static final int MOST_OPEN = 500;

  private static final int LONGEST = 600;

  /** Words that show that the day is when the person needs it, and not what the partner said. */
  private static final Pattern NEED =
      Pattern.compile(
          "(?i)\\b(?:need(?:ed|s)?|must|have to|has to|deadline|latest|closes|audit|no later)\\b");

  /** "… since 3 October" says when they were asked. */
  private static final Pattern SINCE = Pattern.compile("(?i)[,;]?\\s+since\\s+(\\S.{0,40})$");

  /** What can be called by its name behind "answer on". */
  private static final Pattern THING =
      Pattern.compile("(?i)(?:the|an?|our|\\d\\S*)(?: [^\\s,]+){1,7}");

  private final Knowledge knowledge;
  private final PartnersByName partners;

  TrackJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.partners = new PartnersByName(knowledge.playbook());
  }

  /** Takes down what they owe, unless the words say that it is the person's own turn. */
  Turn track(Session session, String words) {
    return take(session, words, Optional.empty());
  }

  /** Takes down what the person owes. */
  Turn owe(Session session, String words) {
    return take(session, words, Optional.of(Direction.YOU_OWE));
  }

  private Turn take(Session session, String words, Optional<Direction> said) {
    if (words.isBlank()) {
      return asked(session, said);
    }
    Answers filled = Answers.typed(words, Set.of("what", "with", "by"));
    if (filled.named().containsKey("what") || filled.named().containsKey("with")) {
      return filled(session, filled.named(), said);
    }
    if (words.length() > LONGEST) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "That's long for one thing to track",
              "Say it in a line: what, with whom, and by when. For example: track the signed NDA"
                  + " with Rivera by Friday."));
    }
    if (isFull(session)) {
      return full(session);
    }
    Desk desk = Desk.of(knowledge, session);
    Matcher since = SINCE.matcher(words);
    boolean asked = said.isEmpty() && since.find();
    TrackReading reading =
        desk.knowledge().track().readCommand(asked ? words.substring(0, since.start()) : words);
    Optional<String> partner = reading.partner().map(Slot::text);
    if (reading.what().isEmpty() || partner.isEmpty()) {
      return missing(session, reading, said);
    }
    if (partner.get().length() > Partner.LONGEST
        || reading.what().get().text().length() > FollowUp.LONGEST) {
      return Turn.refused(session.talk(), Card.of("That's long for a name", tooLong()));
    }
    return take(
        desk,
        reading,
        said.orElse(reading.direction()),
        asked ? desk.days().past(since.group(1)).day() : Optional.empty());
  }

  private static boolean isFull(Session session) {
    return session.memory().followUps().countOpen() >= MOST_OPEN;
  }

  private static Turn full(Session session) {
    return Turn.refused(
        session.talk(),
        Card.of(
            "Your list is full",
            "You're waiting for "
                + MOST_OPEN
                + " things already, and nothing was lost. Close what has come or doesn't matter"
                + " any more (done, letgo), then I can take this one."));
  }

  /** Asks for all of it; what is known from the case stands there already. */
  private static Turn asked(Session session, Optional<Direction> said) {
    Map<String, String> known = new HashMap<>();
    Case item = session.talk().item();
    item.partnerId()
        .flatMap(session.memory().partners()::find)
        .ifPresent(partner -> known.put("with", partner.name()));
    if (said.isEmpty() && item.isKept()) {
      String want = Told.of(session.talk()).want();
      known.put("what", THING.matcher(want).matches() ? "answer on " + want : "answer");
    }
    return Turn.helped(
            session.talk(),
            Forms.ask(
                "What shall I track?",
                said.isEmpty()
                    ? "Say what you wait for, from whom, and by when if they named a day. In one"
                        + " line it's: track the signed NDA with Rivera by Friday."
                    : "Say what you owe them, and by when if there's a day. In one line it's: owe"
                        + " Rivera the floor plan by Monday.",
                form(said, known)))
        .aboutCase();
  }

  private static Block.Form form(Optional<Direction> said, Map<String, String> values) {
    boolean theirs = said.isEmpty();
    return new Block.Form(
        theirs ? "track" : "owe",
        "Keep it in mind",
        List.of(
            field("what", theirs ? "What you wait for" : "What you owe", "the signed NDA", values)
                .needed(),
            field("with", theirs ? "From whom" : "To whom", "Rivera's lawyers", values).needed(),
            field("by", "By when, if a day was named", "Friday, 14 May, in 10 days", values)));
  }

  private static Block.Field field(
      String name, String label, String hint, Map<String, String> values) {
    return Block.Field.line(name, label, hint)
        .with(Shown.cut(values.getOrDefault(name, "").replaceAll("\\s+", " "), LONGEST));
  }

  /** All of it by name: nothing has to be read but the day. */
  private Turn filled(Session session, Map<String, String> said, Optional<Direction> direction) {
    String what = said.getOrDefault("what", "").replaceAll("\\s+", " ");
    String partner = said.getOrDefault("with", "").replaceAll("\\s+", " ");
    String by = said.getOrDefault("by", "").replaceAll("\\s+", " ");
    if (what.isEmpty() || partner.isEmpty()) {
      return again(
          session,
          what.isEmpty() ? "What is it?" : "From whom?",
          "I need both: what it is, and whom it's with.",
          direction,
          said);
    }
    if (partner.length() > Partner.LONGEST || what.length() > FollowUp.LONGEST) {
      return again(session, "That's long for a name", tooLong(), direction, said);
    }
    if (isFull(session)) {
      return full(session);
    }
    String text = what + " with " + partner + " by " + by;
    int at = what.length() + " with ".length();
    int due = text.length() - by.length();
    TrackReading reading =
        new TrackReading(
            text,
            Optional.of(new Slot(what, 0, what.length())),
            Optional.of(new Slot(partner, at, at + partner.length())),
            by.isEmpty() ? Optional.empty() : Optional.of(new Slot(by, due, text.length())),
            Optional.empty(),
            Optional.empty(),
            partners.kind(partner, "other"),
            direction.orElse(Direction.THEY_OWE));
    return take(
        Desk.of(knowledge, session),
        reading,
        direction.orElse(Direction.THEY_OWE),
        Optional.empty());
  }

  private static Turn again(
      Session session,
      String title,
      String say,
      Optional<Direction> direction,
      Map<String, String> values) {
    return Turn.refused(session.talk(), Forms.ask(title, say, form(direction, values))).aboutCase();
  }

  private static String tooLong() {
    return "A partner's name has at most "
        + Partner.LONGEST
        + " characters, and what you wait for at most "
        + FollowUp.LONGEST
        + ".";
  }

  private static Turn missing(Session session, TrackReading reading, Optional<Direction> said) {
    Map<String, String> known = new HashMap<>();
    reading.what().ifPresent(slot -> known.put("what", slot.text()));
    reading.partner().ifPresent(slot -> known.put("with", slot.text()));
    reading.due().ifPresent(slot -> known.put("by", slot.text()));
    String what = known.getOrDefault("what", "the signed NDA");
    String partner = known.getOrDefault("with", "Rivera");
    return again(
        session,
        reading.what().isEmpty() ? "What do you wait for?" : "From whom?",
        "Say it with both, for example: track "
            + Shown.shortened(what, Shown.BUTTON)
            + " with "
            + Shown.shortened(partner, Shown.BUTTON)
            + reading
                .due()
                .map(due -> " by " + Shown.shortened(due.text(), Shown.BUTTON))
                .orElse("")
            + ".",
        said,
        known);
  }

  private Turn take(
      Desk desk, TrackReading reading, Direction direction, Optional<LocalDate> since) {
    Session session = desk.session();
    Partner partner = partner(session, reading);
    String what = reading.what().orElseThrow().text();
    Optional<FollowUp> same =
        session.memory().followUps().openWith(partner.id()).stream()
            .filter(one -> plain(one.what()).equals(plain(what)))
            .filter(one -> one.direction() == direction)
            .findFirst();
    Days.Found due = desk.days().any(reading.due().map(Slot::text).orElse(""));
    Days.Found remind = desk.days().ahead(reading.remind().map(Slot::text).orElse(""));
    boolean needed = NEED.matcher(reading.text()).find();
    FollowUp base =
        same.orElseGet(
            () ->
                FollowUp.fresh(
                        session.memory().newId(),
                        partner.id(),
                        direction,
                        what,
                        desk.waiting().row(partner.kind(), what).id(),
                        session.now())
                    .within(
                        Optional.of(session.talk().item().id()).filter(id -> !id.isEmpty()),
                        channel(reading).id()));
    boolean past = due.day().filter(day -> day.isBefore(desk.days().today())).isPresent();
    FollowUp dated =
        due.day().isEmpty() ? base : needed ? base.neededBy(due.day()) : base.promised(due.day());
    // They named the day before it passed: it was asked for by then at the latest.
    FollowUp asked =
        past && same.isEmpty()
            ? dated.askedSince(desk.waiting().dayBefore(due.day().orElseThrow()))
            : dated;
    FollowUp counted = since.map(day -> asked.askedSince(desk.waiting().onDay(day))).orElse(asked);
    FollowUp kept = desk.keep(counted.snoozed(remind.day().or(base::snoozedUntil)));
    if (direction == Direction.YOU_OWE) {
      desk.retime(partner);
    }
    return Turn.helped(
        session.talk(),
        desk.cards()
            .one(
                same.isPresent() ? "Already on your list" : "On your list",
                kept,
                notes(reading, due, kept, desk)));
  }

  private Partner partner(Session session, TrackReading reading) {
    String name = reading.partner().orElseThrow().text();
    return partners.findOrAdd(name, partners.kind(name, reading.kind()), session.memory());
  }

  private static String plain(String what) {
    return what.toLowerCase(Locale.ROOT).replaceFirst("^(?:the|our|their|my|a|an) ", "");
  }

  private static ContactChannel channel(TrackReading reading) {
    return ContactChannels.said(reading.channel().map(Slot::text).orElse(""));
  }

  /** What the person should know or answer about the day. */
  private static List<Block> notes(TrackReading reading, Days.Found due, FollowUp kept, Desk desk) {
    List<Block> blocks = new ArrayList<>();
    LocalDate today = desk.days().today();
    if (!due.choices().isEmpty()) {
      blocks.add(new Block.Text("Which day is \"" + reading.due().orElseThrow().text() + "\"?"));
      blocks.add(
          new Block.Buttons(
              due.choices().stream()
                  .map(day -> new Block.Button(Shown.day(day), "promised " + kept.id() + " " + day))
                  .toList()));
    } else if (!due.problem().isBlank()) {
      blocks.add(
          new Block.Text(
              due.problem()
                  + " I've kept the rest without a day; name one with \"They named a day\"."));
    } else if (due.day().filter(day -> day.isBefore(today)).isPresent()) {
      blocks.add(
          new Block.Text(
              "That day has passed, so it's fair to ask about it now. I count from the day before;"
                  + " if you asked earlier, say: since, and the day."));
    } else if (due.day().isEmpty() && kept.direction() == Direction.THEY_OWE) {
      blocks.add(new Block.Text("No day was named, so I go by how long this usually takes."));
    }
    return blocks;
  }
}
