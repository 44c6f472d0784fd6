package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.people.Teammate;
import dev.pushback.script.Reframe;
import dev.pushback.situation.ThoughtReading;
import dev.pushback.store.Teammates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shares a thought that was turned round with a teammate. Whom it goes to is shown first, and what
 * they will see; no name, amount or limit is in it unless the person leaves the limit in.
 */
final class ShareJourney {
  private static final int CHOICES = 5;
  private static final int LONGEST_NAME = 80;
  private static final Pattern DECIDED = Pattern.compile("^(\\S+)( limit)?(?: now ([0-9a-f]+))?$");

  private final Knowledge knowledge;
  private final Set<String> linked;

  /**
   * @param linked tenants whose people are teammates, too
   */
  ShareJourney(Knowledge knowledge, Set<String> linked) {
    this.knowledge = knowledge;
    this.linked = Set.copyOf(linked);
  }

  /** Looks for the teammate, shows what they would see, or sends it. */
  Turn share(Session session, String words) {
    String thought = session.memory().people().thought();
    if (thought.isBlank()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "Nothing to share yet",
              "First turn a thought round, for example: reframe they just don't get it."));
    }
    if (words.isBlank()) {
      return Turn.refused(
          session.talk(), Card.of("With whom?", "Say a teammate's name, for example: share Sam."));
    }
    Teammates teammates = session.memory().teammates(linked);
    Matcher decided = DECIDED.matcher(words.strip());
    Optional<Teammate> with =
        decided.matches() ? teammates.find(decided.group(1)) : Optional.empty();
    if (with.isPresent()) {
      boolean withLimit = decided.group(2) != null;
      SharedThought shared = shared(thought, withLimit);
      return mark(shared).equals(decided.group(3))
          ? send(session, teammates, with.get(), shared)
          : Turn.helped(session.talk(), preview(with.get(), thought, withLimit));
    }
    List<Teammate> found =
        teammates
            .find(words.strip())
            .map(List::of)
            .orElseGet(() -> teammates.named(words, CHOICES));
    return found.size() == 1
        ? Turn.helped(session.talk(), preview(found.get(0), thought, false))
        : Turn.refused(session.talk(), choose(words, found));
  }

  /**
   * What a button was made for: pressed later, when it would send something else, it shows that.
   */
  private static String mark(SharedThought shared) {
    return Integer.toHexString(shared.body().hashCode());
  }

  private static Card choose(String words, List<Teammate> found) {
    if (found.isEmpty()) {
      return Card.of(
          "I don't know that teammate",
          "Nobody here goes by \""
              + Shown.shortened(words, Shown.BUTTON)
              + "\", or they don't want shared thoughts. They have to have spoken with me once.");
    }
    return new Card(
        "Which of them?",
        List.of(
            new Block.Text("Several go by that name."),
            new Block.Buttons(
                found.stream()
                    .map(
                        one ->
                            new Block.Button(
                                Shown.shortened(one.name(), Shown.BUTTON), "share " + one.id()))
                    .toList())));
  }

  private Card preview(Teammate with, String thought, boolean withLimit) {
    SharedThought shown = shared(thought, withLimit);
    List<Block.Button> buttons = new ArrayList<>();
    buttons.add(
        new Block.Button(
            "Send it like this",
            "share " + with.id() + (withLimit ? " limit" : "") + " now " + mark(shown)));
    if (!withLimit && !shared(thought, true).equals(shown)) {
      buttons.add(new Block.Button("See it with my limit", "share " + with.id() + " limit"));
    }
    return new Card(
        "To " + Shown.shortened(with.name(), Shown.BUTTON) + ", and nobody else",
        List.of(
            new Block.Text(
                withLimit
                    ? "This is all they will see, with your limit in your words:"
                    : "This is all they will see; your words, names and amounts are not in it:"),
            new Block.Quote(shown.title() + ". " + shown.reframe()),
            new Block.Quote(shown.question()),
            new Block.Buttons(buttons)));
  }

  private SharedThought shared(String thought, boolean withLimit) {
    ThoughtReading reading = knowledge.reader().readThought(thought);
    Reframe reframe =
        knowledge
            .reframes()
            .write(
                withLimit
                    ? reading
                    : new ThoughtReading(reading.text(), reading.grievance(), Optional.empty()));
    return new SharedThought(
        reframe.title(), reframe.reframe().words(), reframe.question().words());
  }

  private static Turn send(
      Session session, Teammates teammates, Teammate with, SharedThought thought) {
    boolean sent = teammates.share(with, thought.body());
    return sent
        ? Turn.helped(
            session.talk(),
            Card.of(
                "On its way to " + Shown.shortened(with.name(), Shown.BUTTON),
                "They get it from me, privately, when they may be disturbed."))
        : Turn.refused(
            session.talk(),
            Card.of(
                "It wasn't sent",
                with.name()
                    + " doesn't want shared thoughts any more, or too many are waiting for them."));
  }

  /** Whether the person wants to be sent what teammates share. */
  Turn wants(Session session, boolean wants) {
    session.memory().people().wantShares(wants);
    return Turn.helped(
        session.talk(),
        Card.of(
            "Noted",
            wants
                ? "Teammates can share thoughts with you."
                : "Nothing more of this kind. Say \"shares on\" if you change your mind."));
  }

  /** The name by which teammates find the person. */
  Turn name(Session session, String words) {
    if (words.isBlank() || words.length() > LONGEST_NAME) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "Which name?", "Say the name your teammates know you by, for example: name Ada."));
    }
    session.memory().people().keep(session.memory().people().profile().withName(words));
    return Turn.helped(session.talk(), Card.of("Noted", "Teammates find you as " + words + "."));
  }
}
