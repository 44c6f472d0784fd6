package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.partner.Case;
import dev.pushback.partner.Concession;
import dev.pushback.partner.Partner;
import dev.pushback.script.CaseLog;
import dev.pushback.script.CoachText;
import dev.pushback.script.Debrief;
import dev.pushback.script.EndgameWriter;
import dev.pushback.script.Facts;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.situation.Slots;
import dev.pushback.store.Concessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it ended: won, lost, thanks, praise, and the report to one's own boss. */
final class EndgameJourney {
  private static final int MOST_QUOTES = 4;
  private static final int ASKED = 160;
  private static final int ANSWERED = 200;

  /** All of it together has to fit into a message. */
  private static final int EXCHANGED = 80;

  private final Knowledge knowledge;
  private final ScriptJourney scripts;

  EndgameJourney(Knowledge knowledge, ScriptJourney scripts) {
    this.knowledge = knowledge;
    this.scripts = scripts;
  }

  /** They said yes: close modestly. */
  Turn won(Conversation conversation) {
    Turn script = scripts.show(inState(ended(conversation, Situation.WON), Case.State.WON));
    return debriefed(script, List.of(), Debrief.End.WON);
  }

  /** It was lost: how to give in well, and what to keep. */
  Turn lost(Conversation conversation) {
    Turn script = scripts.show(inState(ended(conversation, Situation.LOSING), Case.State.LOST));
    List<Block.Text> first =
        knowledge.endgame().lost().stream().map(line -> new Block.Text(line.words())).toList();
    return debriefed(script, first, Debrief.End.LOST);
  }

  /** The script, and behind it a look back: the result is held against the limit (T-191). */
  private Turn debriefed(Turn script, List<Block.Text> first, Debrief.End end) {
    Case item = script.next().item();
    Debrief debrief =
        knowledge
            .endgame()
            .debrief(
                new Debrief.Outcome(
                    end,
                    given(item.target()),
                    given(item.limit()),
                    Optional.empty(),
                    Debrief.Against.UNKNOWN));
    List<Block> blocks = new ArrayList<>(first);
    blocks.addAll(script.reply().card().blocks());
    Set<String> said = first.stream().map(Block.Text::text).collect(Collectors.toSet());
    List<Block.Row> rows =
        Stream.concat(debrief.says().stream(), debrief.asks().stream())
            .map(CoachText::words)
            .filter(said::add)
            .map(line -> new Block.Row("", line))
            .toList();
    blocks.add(blocks.size() - 1, new Block.Facts("Looking back", rows));
    return Turn.helped(script.next(), new Card(script.reply().card().title(), blocks));
  }

  private static Conversation inState(Conversation conversation, Case.State state) {
    return conversation.with(conversation.item().in(state));
  }

  private static Conversation ended(Conversation conversation, Situation how) {
    Reading reading =
        conversation
            .reading()
            .orElse(new Reading(how.id(), how, 1, List.of(), "", Objection.NONE, Slots.NONE));
    return conversation.readAs(Readings.ended(reading, how));
  }

  /** A thank-you with one specific true detail. */
  Turn thanks(Session session, String words) {
    // A partner's name says whom to thank, and not for what.
    String detail = PartnersByName.find(words, session.memory()).isPresent() ? "" : words;
    Conversation conversation = session.talk();
    EndgameWriter endgame = knowledge.endgame();
    if (!detail.isBlank()) {
      conversation.item().partnerId().ifPresent(session.memory().partners()::thank);
    }
    return Turn.helped(
        conversation,
        new Card(
            "A thank-you",
            List.of(
                new Block.Words("Send:", endgame.thanks(given(detail))),
                new Block.Note(endgame.whyThanks().words()),
                detail.isBlank()
                    ? detail("thanks", "you stayed late to reprint the programme")
                    : new Block.Buttons(
                        List.of(new Block.Button("Tell their manager", "praise "))))));
  }

  /** Asks for the one true thing. */
  private static Block.Form detail(String verb, String example) {
    return Forms.line(verb, "Put it in", "One true thing they did", example);
  }

  /** A word to their manager. */
  Turn praise(Conversation conversation, String detail) {
    EndgameWriter endgame = knowledge.endgame();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Words("Send to their manager:", endgame.praise(given(detail))));
    blocks.add(new Block.Note(endgame.whyPraise().words()));
    if (detail.isBlank()) {
      blocks.add(detail("praise", "she stayed late to reprint the programme"));
    }
    return Turn.helped(conversation, new Card("A word to their manager", blocks));
  }

  /** A report to one's own boss, from what was said in this case, and nothing else. */
  Turn report(Session session) {
    Conversation conversation = session.talk();
    CaseLog log =
        new CaseLog(
            conversation
                .reading()
                .flatMap(reading -> words(reading.slots().partner()))
                .or(() -> partner(session))
                .map(Shown::named),
            asked(conversation),
            raised(conversation.facts()),
            lastAnswers(conversation),
            exchanged(session, Concession.Direction.GOT),
            exchanged(session, Concession.Direction.GAVE),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return Turn.helped(
        conversation,
        new Card(
            "A report to your boss",
            List.of(
                new Block.Words("Send to your boss:", knowledge.endgame().report(log)),
                new Block.Note(knowledge.endgame().whyReport().words()))));
  }

  private static Optional<String> partner(Session session) {
    return session
        .talk()
        .item()
        .partnerId()
        .flatMap(session.memory().partners()::find)
        .map(Partner::name);
  }

  private static Optional<String> words(Optional<Slot> slot) {
    return slot.map(Slot::text).map(words -> Shown.shortened(words, Shown.LINE));
  }

  /** What was wanted; with several rounds, the words that were prepared for each. */
  private static List<String> asked(Conversation conversation) {
    List<String> prepared =
        conversation.log().stream()
            .filter(round -> !round.asked().isBlank() && round.answered().isPresent())
            .skip(Math.max(0, conversation.answers() - MOST_QUOTES))
            .map(round -> "\"" + Shown.shortened(round.asked(), ASKED) + "\"")
            .toList();
    return prepared.size() > 1
        ? prepared
        : conversation.reading().flatMap(reading -> words(reading.slots().want())).stream()
            .toList();
  }

  private static List<String> exchanged(Session session, Concession.Direction direction) {
    return session
        .talk()
        .item()
        .partnerId()
        .map(partner -> session.memory().concessions().with(partner, MOST_QUOTES))
        .orElse(List.of())
        .stream()
        .map(Concessions.Entry::what)
        .filter(what -> what.direction() == direction)
        .map(what -> Shown.shortened(what.what(), EXCHANGED))
        .toList();
  }

  private static List<String> raised(Facts facts) {
    return Stream.of(
            facts.budget().map(words -> "our budget (" + Shown.shortened(words, ASKED) + ")"),
            facts.deadline().map(words -> "our deadline (" + Shown.shortened(words, ASKED) + ")"),
            facts.quote().map(words -> "another quote (" + Shown.shortened(words, ASKED) + ")"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What they answered, the last few times. */
  private static List<String> lastAnswers(Conversation conversation) {
    return conversation.log().stream()
        .flatMap(exchange -> exchange.answered().stream())
        .skip(Math.max(0, conversation.answers() - MOST_QUOTES))
        .map(words -> Shown.shortened(words, ANSWERED))
        .toList();
  }

  private static Optional<String> given(String detail) {
    return detail.isBlank() ? Optional.empty() : Optional.of(detail);
  }
}
