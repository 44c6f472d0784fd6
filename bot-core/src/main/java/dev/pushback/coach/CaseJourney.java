package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.partner.Round;
import dev.pushback.partner.VouchedFact;
import dev.pushback.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases a person has: which there are, how one stands, and what they aim for. */
final class CaseJourney {
  private static final int SHOWN = 10;

  /** The latest; more than these nobody reads, and a platform doesn't take them. */
  private static final int ROUNDS = 8;

  /** There are at most three rounds about an item; what is said later closes it. */
  private static final int LAST = 3;

  private static final int LONGEST_AIM = 200;

  private final Knowledge knowledge;
  private final Recall recall;

  CaseJourney(Knowledge knowledge, Recall recall) {
    this.knowledge = knowledge;
    this.recall = recall;
  }

  /** The latest cases. */
  Turn list(Session session) {
    List<Case> cases = session.memory().cases().latest(SHOWN);
    if (cases.isEmpty()) {
      return Turn.helped(
          session.talk(),
          Card.of(
              "No cases yet",
              "A case begins when you tell me what they want and what you'd like instead."));
    }
    List<Block.Row> rows = new ArrayList<>();
    List<Block.Button> buttons = new ArrayList<>();
    for (Case item : cases) {
      rows.add(
          new Block.Row(
              Shown.day(item.touchedAt(), session.zone()) + ", " + state(item),
              Shown.shortened(about(item), Shown.LINE)));
      buttons.add(
          new Block.Button(Shown.shortened(about(item), Shown.BUTTON), "case " + item.id()));
    }
    return Turn.helped(
        session.talk(),
        new Card("Your cases", List.of(new Block.Facts("", rows), new Block.Buttons(buttons))));
  }

  /** One case: the one with this id, or the one that is being talked about. */
  Turn show(Session session, String id) {
    Optional<Case> found =
        id.isBlank()
            ? Optional.of(session.talk().item()).filter(Case::isKept)
            : session.memory().cases().find(id);
    if (found.isEmpty()) {
      return Turn.refused(
          session.talk(),
          id.isBlank()
              ? Card.of(
                  "Nothing to go on yet",
                  "There is no case we're talking about. Say: cases, to choose one.")
              : Card.of("I can't find that case", "Say: cases, to see the ones you have."));
    }
    Case item = found.get();
    return Turn.helped(recall.conversation(item, session.memory()), card(item, session));
  }

  /** What it is about; one that began with their words or a thank-you has none of the person's. */
  static String about(Case item) {
    return Stream.concat(
            Stream.of(item.text()),
            item.rounds().stream().flatMap(round -> round.answered().stream()))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("a talk of which you told me nothing yet");
  }

  private Card card(Case item, Session session) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Quote(Shown.shortened(about(item), Shown.TEXT)));
    List<Block.Row> rows = new ArrayList<>();
    item.partnerId()
        .flatMap(session.memory().partners()::find)
        .map(Partner::name)
        .ifPresent(name -> rows.add(new Block.Row("with", Shown.shortened(name, Shown.LINE))));
    Situation.byId(item.situation())
        .filter(situation -> situation != Situation.NOT_PUSHBACK)
        .ifPresent(
            situation ->
                rows.add(new Block.Row("situation", knowledge.playbook().page(situation).title())));
    rows.add(new Block.Row("state", state(item)));
    add(rows, "target", item.target());
    add(rows, "limit", item.limit());
    rows.add(
        new Block.Row(
            "your boss",
            item.bossRound() > 0
                ? "named in round " + item.bossRound() + "; once is all there is in a case"
                : "not named so far"));
    blocks.add(new Block.Facts("Where it stands", rows));
    if (!item.rounds().isEmpty()) {
      blocks.add(new Block.Facts("What was said", rounds(item, session)));
    }
    if (!item.facts().isEmpty()) {
      blocks.add(new Block.Facts("What you vouched for", facts(item, session)));
    }
    blocks.add(new Block.Buttons(buttons(item)));
    return new Card("A case, since " + Shown.day(item.openedAt(), session.zone()), blocks);
  }

  private static void add(List<Block.Row> rows, String name, String value) {
    if (!value.isBlank()) {
      rows.add(new Block.Row(name, Shown.shortened(value, Shown.LINE)));
    }
  }

  private static List<Block.Row> rounds(Case item, Session session) {
    List<Block.Row> rows = new ArrayList<>();
    int earlier = Math.max(0, item.rounds().size() - ROUNDS);
    if (earlier > 0) {
      rows.add(
          new Block.Row(
              "", earlier + (earlier == 1 ? " exchange" : " exchanges") + " before these"));
    }
    for (Round round : item.rounds().subList(earlier, item.rounds().size())) {
      String day = Shown.day(round.askedAt(), session.zone());
      if (!round.asked().isBlank()) {
        rows.add(
            new Block.Row(
                day
                    + (round.round() > LAST
                        ? ", prepared to close"
                        : ", prepared for round " + round.round()),
                Shown.shortened(round.asked(), Shown.LINE)));
      }
      round
          .answered()
          .ifPresent(
              theirs ->
                  rows.add(
                      new Block.Row(
                          Shown.day(round.answeredAt().orElseThrow(), session.zone())
                              + ", they said",
                          Shown.shortened(theirs, Shown.LINE))));
    }
    return rows;
  }

  private static List<Block.Row> facts(Case item, Session session) {
    return item.facts().stream()
        .map(
            fact ->
                new Block.Row(
                    fact.kind().id(),
                    Shown.shortened(words(fact), Shown.LINE)
                        + (fact.source().isBlank() ? "" : ", " + fact.source())
                        + (fact.isStale(session.now())
                            ? " (too long ago; is it still true?)"
                            : " (until " + Shown.day(fact.expiresAt(), session.zone()) + ")")))
        .toList();
  }

  private static String words(VouchedFact fact) {
    String said = fact.words().isBlank() ? "something" : fact.words();
    return fact.kind() == VouchedFact.Kind.BOSS
        ? (fact.consent() ? "agreed to be named: " : "hasn't agreed to be named: ") + said
        : said;
  }

  private static List<Block.Button> buttons(Case item) {
    if (item.state() != Case.State.OPEN) {
      return List.of(
          new Block.Button("Report to my boss", "report"),
          new Block.Button("Thank them", "thanks "));
    }
    List<Block.Button> buttons = new ArrayList<>();
    buttons.add(new Block.Button("They answered", "answer "));
    if (!item.text().isBlank()) {
      buttons.add(new Block.Button("The script again", "script"));
    }
    buttons.add(new Block.Button("What I know of it", "facts"));
    buttons.add(new Block.Button("They said yes", "won"));
    buttons.add(new Block.Button("I have to give in", "lost"));
    buttons.add(new Block.Button("Report to my boss", "report"));
    return buttons;
  }

  private static String state(Case item) {
    return switch (item.state()) {
      case OPEN -> "open";
      case WON -> "won";
      case LOST -> "given in";
      case CLOSED -> "closed";
    };
  }

  /** What the person hopes for. */
  Turn target(Session session, String words) {
    return aim(session, words, true);
  }

  /** What they won't go below. */
  Turn limit(Session session, String words) {
    return aim(session, words, false);
  }

  private static Turn aim(Session session, String words, boolean target) {
    Case item = session.talk().item();
    if (item.text().isBlank()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "Nothing to go on yet", "First tell me what they want and what you'd like instead."));
    }
    if (words.isBlank() || words.length() > LONGEST_AIM) {
      return Turn.refused(
          session.talk(),
          Forms.ask(
              target ? "What do you hope for?" : "What won't you go below?",
              "Say it in a few words; it stays between us.",
              Forms.line(
                  target ? "target" : "limit",
                  "Note it",
                  target ? "What you hope for" : "What you won't go below",
                  target ? "10% off" : "5% off, or breakfast included")));
    }
    Case aimed = target ? item.aiming(words, item.limit()) : item.aiming(item.target(), words);
    return Turn.helped(
        session.talk().with(aimed),
        new Card(
            target ? "Your target" : "Your limit",
            List.of(
                new Block.Text(
                    target
                        ? "Noted. It stays between us; go into the talk with it in mind."
                        : "Noted, and it stays between us. When it's over I'll remind you of it: a"
                            + " result on the right side of your limit is a good one, also if it"
                            + " isn't your target."),
                new Block.Facts("", aims(aimed)))));
  }

  private static List<Block.Row> aims(Case item) {
    List<Block.Row> rows = new ArrayList<>();
    add(rows, "target", item.target());
    add(rows, "limit", item.limit());
    return rows;
  }
}
