package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.partner.Case;
import dev.pushback.partner.Concession;
import dev.pushback.partner.ConcessionReader;
import dev.pushback.partner.Ledger;
import dev.pushback.partner.LedgerJudge;
import dev.pushback.partner.LedgerVerdict;
import dev.pushback.partner.Partner;
import dev.pushback.partner.Round;
import dev.pushback.script.CoachText;
import dev.pushback.situation.Objection;
import dev.pushback.store.Concessions.Entry;
import dev.pushback.store.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was got from a partner and given to them, and whether asking again is too much. */
final class LedgerJourney {
  private static final int MOST = 200;
  private static final int SHOWN = 10;
  private static final int LONGEST = 300;

  /** "10% off the rooms from the Grand Hotel": the last of these words begins the partner. */
  private static final Pattern WITH =
      Pattern.compile("(?i)^(.+)\\s+(?:from|to|with)\\s+(.{2,80})$");

  private static final Pattern SMALL = Pattern.compile("(?i)(?:^|\\s+)(?:from|to|with)\\s+");
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?:(?:next |last )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b"
              + "|today|tomorrow|\\d)");

  private final Knowledge knowledge;
  private final PartnersByName partners;
  private final ConcessionReader reader;
  private final LedgerJudge judge;

  LedgerJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.partners = new PartnersByName(knowledge.playbook());
    this.reader = new ConcessionReader(knowledge.playbook());
    this.judge = new LedgerJudge(knowledge.playbook());
  }

  /** They gave something. */
  Turn got(Session session, String words) {
    return note(session, "got", words);
  }

  /** The person gave something. */
  Turn gave(Session session, String words) {
    return note(session, "gave", words);
  }

  private Turn note(Session session, String verb, String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      return Turn.refused(
          session.talk(),
          Forms.ask(
              verb.equals("got") ? "What did you get?" : "What did you give?",
              "Say it in a few words, and with whom.",
              Forms.line(
                  verb,
                  "Note it",
                  verb.equals("got") ? "What, and from whom" : "What, and to whom",
                  verb.equals("got")
                      ? "10% off the rooms from the Grand Hotel"
                      : "two weeks' notice to the Grand Hotel")));
    }
    Named named = named(session.memory(), words, current(session));
    if (named.partner().isEmpty()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "With whom?",
              "Say it with the partner, for example: "
                  + verb
                  + " "
                  + Shown.shortened(words, 100)
                  + (verb.equals("got") ? " from" : " to")
                  + " the Grand Hotel."));
    }
    Partner partner = named.partner().get();
    Optional<Concession> guess =
        reader.guess(verb + " " + named.words(), partner.kind(), partner.name(), today(session));
    if (guess.isEmpty()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "I can't tell what that was", "Say what changed hands: got 10% off, gave a week."));
    }
    Entry entry = new Entry(session.memory().newId(), partner.id(), guess.get());
    session.memory().concessions().keep(entry);
    return Turn.helped(session.talk(), card(entry, partner));
  }

  private static Card card(Entry entry, Partner partner) {
    Concession what = entry.what();
    boolean usual = what.weight() == Concession.Weight.STANDARD;
    return new Card(
        what.direction() == Concession.Direction.GOT ? "You got something" : "You gave something",
        List.of(
            new Block.Facts(
                "",
                List.of(
                    new Block.Row("what", Shown.shortened(what.what(), Shown.LINE)),
                    new Block.Row("with", Shown.named(partner.name())),
                    new Block.Row(
                        "taken as",
                        (usual ? "usual in that trade" : "special")
                            + ", cost to "
                            + (what.direction() == Concession.Direction.GOT ? "them " : "you ")
                            + what.cost().id()))),
            new Block.Buttons(
                List.of(
                    usual
                        ? new Block.Button("No, that was special", "special " + entry.id())
                        : new Block.Button("No, that's usual there", "usual " + entry.id()),
                    new Block.Button("Am I asking too much?", "fair")))));
  }

  /** It is usual in that trade. */
  Turn usual(Session session, String id) {
    return weigh(session, id, Concession.Weight.STANDARD);
  }

  /** It was a favour. */
  Turn special(Session session, String id) {
    return weigh(session, id, Concession.Weight.SPECIAL);
  }

  private static Turn weigh(Session session, String id, Concession.Weight weight) {
    Optional<Entry> found = session.memory().concessions().find(id.strip());
    if (found.isEmpty()) {
      return Turn.refused(
          session.talk(),
          Card.of("I can't find that", "Say: fair, to see what stands in the account."));
    }
    Entry entry =
        new Entry(id.strip(), found.get().partnerId(), found.get().what().withWeight(weight));
    session.memory().concessions().keep(entry);
    return Turn.helped(
        session.talk(),
        card(entry, session.memory().partners().find(entry.partnerId()).orElseThrow()));
  }

  /** Whether asking this partner again is too much; what the person feels decides nothing. */
  Turn fair(Session session, String words) {
    String name = words.strip().replaceFirst("(?i)^(?:from|to|with)\\s+", "");
    Optional<Partner> partner =
        name.isBlank() ? current(session) : PartnersByName.find(name, session.memory());
    if (partner.isEmpty()) {
      return Turn.refused(
          session.talk(),
          Forms.ask(
              "With whom?",
              "Say the partner. Say partners to see whom I know.",
              Forms.line("fair", "Is it too much?", "With whom", "the Grand Hotel")));
    }
    Memory memory = session.memory();
    List<Entry> entries = memory.concessions().with(partner.get().id(), MOST);
    LedgerVerdict verdict = judge.judge(ledger(session, partner.get(), entries), today(session));
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Facts(
            "What decides it",
            verdict.decided().stream()
                .map(CoachText::words)
                .map(line -> new Block.Row("", line))
                .toList()));
    blocks.add(
        new Block.Text(verdict.advice().words() + " (" + String.join(", ", verdict.cites()) + ")"));
    if (!entries.isEmpty()) {
      blocks.add(new Block.Facts("The account", rows(entries)));
    }
    blocks.add(
        new Block.Note(
            "How it feels doesn't count here: many who asked for nothing out of the way believe they"
                + " went too far."));
    return Turn.helped(
        session.talk(),
        new Card(
            verdict.title()
                + " ("
                + Shown.shortened(Shown.named(partner.get().name()), Shown.BUTTON)
                + ")",
            blocks));
  }

  private static List<Block.Row> rows(List<Entry> entries) {
    return entries.stream()
        .limit(SHOWN)
        .map(
            entry ->
                new Block.Row(
                    (entry.what().direction() == Concession.Direction.GOT ? "got" : "gave")
                        + ", "
                        + Shown.day(entry.what().on()),
                    Shown.shortened(entry.what().what(), Shown.LINE)
                        + (entry.what().weight() == Concession.Weight.STANDARD
                            ? " (usual)"
                            : " (special)")))
        .toList();
  }

  private Ledger ledger(Session session, Partner partner, List<Entry> entries) {
    Memory memory = session.memory();
    List<Case> cases =
        memory.cases().latest(MOST).stream()
            .filter(one -> one.partnerId().filter(partner.id()::equals).isPresent())
            .toList();
    List<LocalDate> asks = new ArrayList<>();
    cases.stream()
        .flatMap(one -> one.rounds().stream())
        .filter(round -> !round.asked().isBlank() && round.answered().isPresent())
        .map(round -> LocalDate.ofInstant(round.askedAt(), session.zone()))
        .forEach(asks::add);
    memory.followUps().with(partner.id(), MOST).stream()
        .flatMap(one -> one.contacts().stream())
        .map(contact -> LocalDate.ofInstant(contact.at(), session.zone()))
        .forEach(asks::add);
    Case item = session.talk().item();
    boolean thisItem = item.isKept() && item.partnerId().filter(partner.id()::equals).isPresent();
    List<Round> answered =
        thisItem
            ? item.rounds().stream().filter(round -> round.answered().isPresent()).toList()
            : List.of();
    boolean finalNo =
        answered.stream()
            .flatMap(round -> round.answered().stream())
            .anyMatch(
                theirs ->
                    knowledge.reader().readObjection(theirs).objection() == Objection.FINAL_NO);
    return new Ledger(
        entries.stream().map(Entry::what).toList(),
        asks,
        withoutNews(item, answered),
        answered.isEmpty(),
        false,
        memory.partners().thanks(partner.id()),
        false,
        false,
        finalNo,
        false);
  }

  /** Rounds they answered since the person had something new to tell them, a fact for example. */
  private static int withoutNews(Case item, List<Round> answered) {
    return (int)
        answered.stream()
            .filter(
                round ->
                    item.facts().stream()
                        .noneMatch(
                            fact ->
                                fact.vouchedAt()
                                    .isAfter(round.answeredAt().orElse(fact.vouchedAt()))))
            .count();
  }

  /** Some words, and the partner they name. */
  private record Named(String words, Optional<Partner> partner) {}

  /** A known partner at any of the small words comes first; a name that looks like one is new. */
  private Named named(Memory memory, String words, Optional<Partner> current) {
    Matcher small = SMALL.matcher(words);
    while (small.find()) {
      Optional<Partner> known = PartnersByName.find(words.substring(small.end()), memory);
      if (known.isPresent()) {
        return new Named(words.substring(0, small.start()), known);
      }
    }
    Matcher with = WITH.matcher(words);
    boolean isNew =
        with.matches()
            && !DAY.matcher(with.group(2)).lookingAt()
            && (with.group(2).matches("(?:[Tt]he |[Oo]ur )?\\p{Lu}.*")
                || knowledge.playbook().kindIn(with.group(2)).isPresent());
    return isNew
        ? new Named(
            with.group(1),
            Optional.of(
                partners.findOrAdd(with.group(2), partners.kind(with.group(2), "other"), memory)))
        : new Named(words, current);
  }

  private static Optional<Partner> current(Session session) {
    return session.talk().item().partnerId().flatMap(session.memory().partners()::find);
  }

  private static LocalDate today(Session session) {
    return LocalDate.ofInstant(session.now(), session.zone());
  }
}
