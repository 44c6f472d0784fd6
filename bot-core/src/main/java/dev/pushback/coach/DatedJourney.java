package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that belong to something waited for, or to a partner: promised, needed, snoozed, out. */
final class DatedJourney {
  /** "the NDA until Friday": the last of these words that leaves a day behind it. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?i)\\s+(?:until|till|til|to|for|by|on|since|->|→)\\s+");

  private static final Pattern WORD = Pattern.compile("\\S+");

  /** What stands between the thing and the day. */
  private static final Pattern BEFORE =
      Pattern.compile("(?i)(?:^|\\s+)(?:until|till|til|to|for|by|on|since|->|→)?\\s*$");

  private final Knowledge knowledge;

  DatedJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Not before this day. */
  Turn snooze(Session session, String words) {
    return dated(
        session,
        "snooze",
        words,
        Days::ahead,
        (desk, found) ->
            desk.shown(
                "Put off",
                desk.keep(found.one().snoozed(Optional.of(found.day()))),
                "I won't mention it before " + Shown.day(found.day()) + "."));
  }

  /** They named a day; it beats every default. */
  Turn promised(Session session, String words) {
    return dated(
        session,
        "promised",
        words,
        Days::any,
        (desk, found) ->
            desk.shown(
                "Noted",
                desk.keep(found.one().promised(Optional.of(found.day())).snoozed(Optional.empty())),
                found.day().isBefore(desk.days().today())
                    ? "That day has passed, so it's fair to ask for a new one."
                    : "What they named counts more than any rule. I'll bring it up once it has"
                        + " passed."));
  }

  /** The person needs it by a day. */
  Turn needed(Session session, String words) {
    return dated(
        session,
        "needed",
        words,
        Days::ahead,
        (desk, found) ->
            desk.shown(
                "Noted",
                desk.keep(found.one().neededBy(Optional.of(found.day()))),
                "A real date lets you ask a little sooner, and say why."));
  }

  /** When the partner was asked first, if that was before it was tracked. */
  Turn since(Session session, String words) {
    return dated(
        session,
        "since",
        words,
        Days::past,
        (desk, found) ->
            desk.shown(
                "Noted",
                desk.keep(found.one().askedSince(desk.waiting().onDay(found.day()))),
                "I count from then."));
  }

  /** Something about a follow-up and a day. */
  private record Found(FollowUp one, LocalDate day) {}

  private Turn dated(
      Session session,
      String verb,
      String words,
      BiFunction<Days, String, Days.Found> reading,
      BiFunction<Desk, Found, Turn> then) {
    Desk desk = Desk.of(knowledge, session);
    Split split = split(desk, words);
    return desk.withOpen(
        verb,
        split.which(),
        one -> {
          Days.Found day = reading.apply(desk.days(), split.when());
          return day.day()
              .map(on -> then.apply(desk, new Found(one, on)))
              .orElseGet(() -> Turn.refused(session.talk(), ask(verb, one.id(), day)));
        });
  }

  private static Card ask(String verb, String id, Days.Found day) {
    if (!day.choices().isEmpty()) {
      return new Card(
          "Which day?",
          List.of(
              new Block.Text("That can be read in two ways."),
              new Block.Buttons(
                  day.choices().stream()
                      .map(one -> new Block.Button(Shown.day(one), verb + " " + id + " " + one))
                      .toList())));
    }
    return new Card(
        "Which day?",
        List.of(
            new Block.Text(
                (day.problem().isBlank() ? "" : day.problem() + " ")
                    + "Name a day, for example: Friday, in 10 days, or 14 May. Nothing has"
                    + " changed."),
            new Block.Buttons(
                verb.equals("since")
                    ? List.of(new Block.Button("Yesterday", verb + " " + id + " yesterday"))
                    : List.of(
                        new Block.Button("Tomorrow", verb + " " + id + " tomorrow"),
                        new Block.Button("In a week", verb + " " + id + " in 7 days"))),
            Forms.line(
                verb + " " + id, "Another day", "Another day", "Friday, in 10 days, or 14 May")));
  }

  /** What is meant, and the words for the day. */
  private record Split(String which, String when) {}

  private static Split split(Desk desk, String words) {
    String[] first = words.strip().split("\\s+", 2);
    if (desk.session().memory().followUps().find(first[0]).isPresent()) {
      String rest = first.length > 1 ? first[1] : "";
      return new Split(
          first[0], rest.replaceFirst("(?i)^(?:until|till|to|for|by|on|since)\\s+", ""));
    }
    Matcher between = BETWEEN.matcher(words);
    Split best = new Split(words, "");
    while (between.find()) {
      best = new Split(words.substring(0, between.start()), words.substring(between.end()));
    }
    return best.when().isBlank() ? bySense(desk, words).orElse(best) : best;
  }

  /** "the NDA 3 days": the most words at the end that mean one day. */
  private static Optional<Split> bySense(Desk desk, String words) {
    return WORD.matcher(words)
        .results()
        .map(word -> new Split(words.substring(0, word.start()), words.substring(word.start())))
        .filter(split -> desk.days().any(split.when()).day().isPresent())
        .findFirst()
        .map(split -> new Split(BEFORE.matcher(split.which()).replaceFirst(""), split.when()));
  }

  /** The partner is out of office up to and including a day. */
  Turn out(Session session, String words) {
    return partner(
        session,
        "out",
        words,
        Partner::withOutUntil,
        "I'll leave them a day for their inbox after that.");
  }

  /** The partner must not be written to up to and including a day. */
  Turn quiet(Session session, String words) {
    return partner(
        session,
        "quiet",
        words,
        Partner::withQuietUntil,
        "Until then I bring nothing up with them.");
  }

  private Turn partner(
      Session session,
      String verb,
      String words,
      BiFunction<Partner, Optional<LocalDate>, Partner> change,
      String say) {
    Desk desk = Desk.of(knowledge, session);
    Split split = split(desk, words);
    Optional<Partner> partner = PartnersByName.find(split.which(), session.memory());
    Days.Found day = desk.days().ahead(split.when());
    if (partner.isEmpty() || day.day().isEmpty()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              partner.isEmpty() ? "Which partner?" : "Until when?",
              (partner.isEmpty() ? "" : day.problem().isBlank() ? "" : day.problem() + " ")
                  + "Say it with both, for example: "
                  + verb
                  + " "
                  + partner.map(Partner::name).orElse("Rivera")
                  + " until Friday. Say partners to see whom I know."));
    }
    Partner changed = change.apply(partner.get(), day.day());
    session.memory().partners().keep(changed);
    desk.retime(changed);
    return Turn.helped(
        session.talk(),
        Card.of("Noted", changed.name() + ": until " + Shown.day(day.day().get()) + ". " + say));
  }
}
