package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message that somebody wrote, picked from a conversation on the platform. */
final class MessageJourney {
  /** So much of a message is shown and read: what fits into a field. */
  static final int SHOWN = 3000;

  /** Below this nothing is said of what was read in it. */
  private static final double SURE = 0.65;

  private final Knowledge knowledge;
  private final FactsForm form;
  private final CheckJourney checks;

  MessageJourney(Knowledge knowledge, CheckJourney checks) {
    this.knowledge = knowledge;
    this.checks = checks;
    this.form = new FactsForm(knowledge.playbook());
  }

  /** Somebody outside wrote it. */
  Turn theirs(Session session, String text) {
    return message(session, text, List.of());
  }

  /** A colleague wrote it, or the person did. */
  Turn ours(Session session, String text) {
    return message(
        session,
        text,
        List.of(
            new Block.Text(
                "This was written inside your organisation, so there's nobody to push back on yet."
                    + " If it passes on what a partner wants, leave just their part below and go"
                    + " on.")));
  }

  private Turn message(Session session, String text, List<Block> first) {
    if (text.isBlank()) {
      return Turn.refused(
          session.talk(),
          Forms.ask(
              "Nothing there",
              "There are no words in that message. If you know what they want, tell me here.",
              form.of("facts " + FactsForm.NEW, Map.of(), OpenCases.of(session))));
    }
    String shown = Shown.cut(text, SHOWN).strip();
    List<Block> blocks = new ArrayList<>(first);
    if (first.isEmpty()) {
      blocks.add(
          new Block.Text(
              "Say what you'd like instead, and I'll give you words to send back. Leave empty what"
                  + " you don't know."));
    }
    if (text.strip().length() > shown.length()) {
      blocks.add(
          new Block.Note(
              "These are the first %,d of its %,d characters; more I can't take at once."
                  .formatted(shown.length(), text.strip().length())));
    }
    knowledge
        .screening()
        .problem(shown)
        .map(Screening.Problem::id)
        .map(id -> knowledge.playbook().notice(id).say())
        .or(() -> first.isEmpty() ? read(shown) : Optional.empty())
        .ifPresent(line -> blocks.add(new Block.Text(line)));
    List<Block.Option> cases = OpenCases.of(session);
    if (!cases.isEmpty()) {
      blocks.add(
          new Block.Note(
              "If it's their answer in something we've talked about, choose that one. The rest of"
                  + " the form can stay empty then; what you fill in is used from the next round"
                  + " on."));
    }
    blocks.add(form.of("facts " + FactsForm.NEW, Map.of("their", shown), cases));
    if (!first.isEmpty() && checks.isCheckable(text)) {
      blocks.add(new Block.Buttons(List.of(new Block.Button("Check it as a draft", "check "))));
    }
    return Turn.helped(
        session.talk(),
        new Card(first.isEmpty() ? "Answer this message" : "From your own side", blocks));
  }

  /** What is recognised in it, if the reader is sure. */
  private Optional<String> read(String text) {
    ObjectionReading objection = knowledge.reader().readObjection(text);
    Reading reading = knowledge.reader().read(new Told("", "", text).text());
    boolean isSituation =
        reading.situation() != Situation.NOT_PUSHBACK
            && reading.situation().group() != Group.ENDGAME
            && reading.confidence() >= SURE;
    boolean isObjection =
        objection.objection() != Objection.NONE
            && objection.confidence() >= (isSituation ? reading.confidence() : SURE);
    if (isObjection) {
      return Optional.of(said(knowledge.playbook().page(objection.objection()).title()));
    }
    return isSituation
        ? Optional.of(said(knowledge.playbook().page(reading.situation()).title()))
        : Optional.empty();
  }

  private static String said(String title) {
    String plain =
        title.startsWith("I ")
            ? title
            : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    if (plain.endsWith("…")) {
      return "What I read in it: \"" + plain + "\".";
    }
    return "What I read in it: " + plain + (title.matches(".*[.…?!]") ? "" : ".");
  }
}
