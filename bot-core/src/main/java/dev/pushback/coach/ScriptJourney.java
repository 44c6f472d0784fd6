package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.learning.Token;
import dev.pushback.playbook.Notice;
import dev.pushback.playbook.SituationPage;
import dev.pushback.script.CoachText;
import dev.pushback.script.Script;
import dev.pushback.script.ScriptRequest;
import dev.pushback.script.Step;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a situation to a script: reading it, asking back, softer, firmer, and why it works. */
final class ScriptJourney {
  private static final int CHOICES = 3;
  private static final int LONGEST_ASIDE = 6;

  /** From here on something is taken for an emergency even if no word in it says so. */
  private static final double ALARMING = 0.6;

  /** Kinds of message that get their answer even if the reader is not sure. */
  private static final Set<String> NEVER_DOUBTED = Set.of("emergency", "medical", "distress");

  private static final Card SETTLED =
      new Card(
          "They have answered",
          List.of(
              new Block.Text(
                  "Their answer ends this round, so there is no other version of the words. Close"
                      + " it, or begin a new round if something has changed: round 2."),
              new Block.Buttons(
                  List.of(
                      new Block.Button("They said yes", "won"),
                      new Block.Button("I have to give in", "lost"),
                      new Block.Button("Report to my boss", "report")))));

  private final Knowledge knowledge;

  ScriptJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Reads a free text and answers with a script, a question, or the reason why there is none. */
  Turn tell(Conversation conversation, String text) {
    Optional<Screening.Problem> problem = knowledge.screening().problem(text);
    if (problem.isPresent()) {
      return notice(conversation, problem.get().id());
    }
    Reading reading = Readings.read(knowledge.reader(), text);
    if (isFalseAlarm(reading)) {
      return Turn.refused(conversation.about(reading), question(reading));
    }
    boolean sureEnough = reading.isClear() || isGrave(reading);
    if (reading.situation() == Situation.NOT_PUSHBACK && (sureEnough || reading.also().isEmpty())) {
      // A whole sentence about something else: what comes next isn't about the old case.
      boolean aside = Token.of(text).size() <= LONGEST_ASIDE;
      return notice(aside ? conversation : Conversation.fresh(conversation.at()), reading.kind());
    }
    if (!reading.isClear()) {
      return Turn.refused(conversation.about(reading), question(reading));
    }
    return show(conversation.about(reading));
  }

  /** Whether it may be an emergency, however unsure the reader is: some word says so. */
  boolean isGrave(Reading reading) {
    return NEVER_DOUBTED.contains(reading.kind())
        && knowledge.screening().soundsGrave(reading.text());
  }

  /** "The hotel won't move" may be read as an emergency, but no word in it says so. */
  private boolean isFalseAlarm(Reading reading) {
    return NEVER_DOUBTED.contains(reading.kind())
        && reading.situation() == Situation.NOT_PUSHBACK
        && reading.confidence() < ALARMING
        && !reading.also().isEmpty()
        && !knowledge.screening().soundsGrave(reading.text());
  }

  Turn notice(Conversation conversation, String id) {
    return Turn.refused(conversation, Pieces.notice(knowledge.playbook().notice(id)));
  }

  /** One short question back, rather than a guess. */
  Card question(Reading reading) {
    List<Block.Button> choices =
        Stream.concat(Stream.of(reading.situation()), reading.also().stream())
            .filter(situation -> situation != Situation.NOT_PUSHBACK)
            .distinct()
            .limit(CHOICES)
            .map(
                situation ->
                    new Block.Button(
                        knowledge.playbook().page(situation).title(), "as " + situation.id()))
            .toList();
    return new Card(
        "Which is it?",
        List.of(
            new Block.Text(
                "I'm not sure what it is about. Is it one of these? If not, tell me in a sentence"
                    + " what they want and what you'd like instead."),
            new Block.Buttons(choices)));
  }

  /** The person says which situation it is. */
  Turn as(Conversation conversation, String id) {
    Optional<Situation> situation = Situation.byId(id).filter(one -> one != Situation.NOT_PUSHBACK);
    if (conversation.reading().isEmpty()) {
      return nothingYet(conversation);
    }
    if (situation.isEmpty()) {
      return Turn.refused(
          conversation,
          Card.of(
              "Which situation?",
              "I know these: "
                  + Arrays.stream(Situation.values())
                      .filter(one -> one != Situation.NOT_PUSHBACK)
                      .map(Situation::id)
                      .collect(Collectors.joining(", "))
                  + "."));
    }
    return show(conversation.readAs(Readings.as(conversation.reading().get(), situation.get())));
  }

  /** The script for where the conversation stands. */
  Turn show(Conversation conversation) {
    if (!hasSituation(conversation)) {
      return nothingYet(conversation);
    }
    Script script = write(conversation);
    return Turn.helped(
        conversation.asked(script.sendable().words(), script.namesBoss()),
        card(script, conversation));
  }

  /** The script for where the conversation stands, once there is one. */
  Turn again(Conversation conversation) {
    if (conversation.isOver()) {
      return Turn.refused(conversation, SETTLED);
    }
    if (hasSituation(conversation) && conversation.log().isEmpty()) {
      Reading reading = knowledge.reader().read(conversation.item().text());
      if (!reading.isClear()) {
        return Turn.refused(conversation, question(reading));
      }
    }
    return show(conversation);
  }

  /** Why the script works, move by move. */
  Turn why(Conversation conversation) {
    if (!hasSituation(conversation)) {
      return nothingYet(conversation);
    }
    List<Block.Row> rows = new ArrayList<>();
    for (Step step : write(conversation).moves()) {
      rows.add(
          new Block.Row(step.move(), step.why() + " (" + String.join(", ", step.cites()) + ")"));
    }
    return Turn.helped(conversation, new Card("Why it works", List.of(new Block.Facts("", rows))));
  }

  private static boolean hasSituation(Conversation conversation) {
    return conversation
        .reading()
        .filter(reading -> reading.situation() != Situation.NOT_PUSHBACK)
        .isPresent();
  }

  Turn nothingYet(Conversation conversation) {
    Notice notice = knowledge.playbook().notice("greeting");
    return Turn.refused(conversation, Card.of("Nothing to go on yet", notice.say()));
  }

  private Script write(Conversation conversation) {
    return knowledge
        .scripts()
        .write(
            new ScriptRequest(
                conversation.reading().orElseThrow(),
                conversation.round(),
                conversation.stance().firmness(),
                conversation.facts(),
                conversation.partnerKind(),
                conversation.stance().channel(),
                conversation.bossUsedBefore()));
  }

  private Card card(Script script, Conversation conversation) {
    SituationPage page = knowledge.playbook().page(script.situation());
    List<Block> blocks = new ArrayList<>();
    script.counsel().stream().map(CoachText::words).map(Block.Text::new).forEach(blocks::add);
    String to = page.toBoss() ? "Send to your boss:" : "Send:";
    blocks.addAll(Pieces.words(to, script.sendable()));
    script
        .ifTheySay()
        .forEach(
            prepared ->
                blocks.add(
                    new Block.Words(
                        "If they say: " + lowerStart(prepared.title()), prepared.say())));
    blocks.addAll(stale(conversation));
    blocks.add(new Block.Facts("Why it works", reasons(script.moves())));
    blocks.addAll(Pieces.leftOut(script.refused()));
    if (!script.goodToKnow().isEmpty()) {
      blocks.add(
          new Block.Facts(
              "Good to know",
              script.goodToKnow().stream().map(line -> new Block.Row("", line.words())).toList()));
    }
    blocks.add(new Block.Facts("When to stop", List.of(new Block.Row("", script.stop().words()))));
    blocks.add(buttons(script));
    return new Card(title(page, script, conversation), blocks);
  }

  /** Facts that were vouched for too long ago to be used without asking. */
  private static List<Block> stale(Conversation conversation) {
    return conversation.item().staleAt(conversation.at()).stream()
        .<Block>map(
            fact ->
                new Block.Note(
                    "Is this still true? \""
                        + fact.words()
                        + "\" ("
                        + fact.kind().id()
                        + ") was vouched for on "
                        + fact.vouchedAt().toString().substring(0, 10)
                        + ", so I've left it out. If it holds, say: fact "
                        + fact.kind().id()
                        + " …"))
        .toList();
  }

  /** What each move is for; the same is not said twice. */
  private static List<Block.Row> reasons(List<Step> moves) {
    Set<String> said = new HashSet<>();
    return moves.stream()
        .filter(step -> said.add(step.why().words()))
        .map(step -> new Block.Row(step.move(), step.why().words()))
        .toList();
  }

  private static String title(SituationPage page, Script script, Conversation conversation) {
    if (!page.has(script.round())) {
      return page.title() + " (time to stop)";
    }
    if (page.needsPerson()) {
      return page.title() + ": a calm line, and then a person";
    }
    return page.title()
        + " (round "
        + script.round()
        + ", "
        + conversation.stance().firmness().id()
        + ")";
  }

  private static Block.Buttons buttons(Script script) {
    List<Block.Button> buttons = new ArrayList<>();
    buttons.add(new Block.Button("Softer", "softer"));
    buttons.add(new Block.Button("Firmer", "firmer"));
    if (!script.ifTheySay().isEmpty()) {
      buttons.add(new Block.Button("They answered", "answer "));
    }
    buttons.add(new Block.Button("Add the facts", "facts"));
    buttons.add(new Block.Button("Track it", "track"));
    buttons.add(new Block.Button("Why, with sources", "why"));
    return new Block.Buttons(buttons);
  }

  private static String lowerStart(String title) {
    return title.startsWith("I ")
        ? title
        : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }
}
