package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.people.Teammate;
import dev.pushback.store.Teammates;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shares a thought that was turned round with a teammate. Whom it goes to is shown first, and what
 * they will see; no name, amount or limit is in it unless the person keeps them in.
 */
final class ShareJourney {
  private static final int CHOICES = 5;
  private static final int LONGEST_NAME = 80;

  private final Knowledge knowledge;
  private final Set<String> linked;

  /**
   * @param linked tenants whose people are teammates, too
   */
  ShareJourney(Knowledge knowledge, Set<String> linked) {
    this.knowledge = knowledge;
    this.linked = Set.copyOf(linked);
  }

  /** Asks with whom, looks for them, shows what they would see, or sends it. */
  Turn share(Session session, String words) {
    String thought = session.memory().people().thought();
    if (thought.isBlank()) {
      return Turn.refused(
          session.talk(),
          Card.of(
              "Nothing to share yet",
              "First turn a thought round, for example: reframe they just don't get it."));
    }
    ShareRequest request = ShareRequest.of(words);
    ShareCards cards =
        new ShareCards(session, new ShareDraft(knowledge, thought, session.memory()));
    if (request.who().isBlank()) {
      return Turn.helped(session.talk(), cards.form(!linked.isEmpty()));
    }
    if (isOneself(session, request)) {
      return oneself(session);
    }
    Teammates teammates = session.memory().teammates(linked);
    if (request.isPicked()) {
      return teammates
          .picked(request.who())
          .map(one -> Turn.helped(session.talk(), cards.preview(request, one)))
          .orElseGet(() -> typed(session, request, teammates, cards));
    }
    Optional<Teammate> known = teammates.find(request.who());
    if (known.isPresent()) {
      return send(session, request, known.get(), cards);
    }
    return named(session, request, teammates.named(request.who(), CHOICES), cards);
  }

  private static Turn named(
      Session session, ShareRequest request, List<Teammate> found, ShareCards cards) {
    return switch (found.size()) {
      case 0 -> Turn.refused(session.talk(), cards.unknown(request));
      case 1 -> Turn.helped(session.talk(), cards.preview(request, found.get(0)));
      default -> Turn.refused(session.talk(), choose(request, found));
    };
  }

  /** What stands behind the sign is nobody's id; people also type names like that. */
  private Turn typed(Session session, ShareRequest request, Teammates teammates, ShareCards cards) {
    if (isOwnName(session, request.who())) {
      return oneself(session);
    }
    List<Teammate> found = teammates.named(request.who(), CHOICES);
    return found.isEmpty()
        ? Turn.helped(session.talk(), cards.unreachable(request, !linked.isEmpty()))
        : named(session, request, found, cards);
  }

  private static boolean isOneself(Session session, ShareRequest request) {
    return request.isPicked()
        ? request.who().equals(session.memory().person().user())
        : request.who().equalsIgnoreCase("me") || isOwnName(session, request.who());
  }

  private static boolean isOwnName(Session session, String who) {
    String name = session.memory().people().profile().name();
    return !name.isBlank() && who.equalsIgnoreCase(name.strip());
  }

  private static Turn oneself(Session session) {
    return Turn.refused(
        session.talk(),
        Card.of(
            "That's you",
            "You have this thought already. Pick a colleague who could do with it, too."));
  }

  /** Only what the button showed: if it would be something else by now, that is shown first. */
  private Turn send(Session session, ShareRequest request, Teammate with, ShareCards cards) {
    SharedThought shared =
        new ShareDraft(knowledge, session.memory().people().thought(), session.memory())
            .shared(request.keep());
    if (!shared.mark().equals(request.mark())) {
      return Turn.helped(session.talk(), cards.preview(request, with));
    }
    return session.memory().teammates(linked).share(with, shared.body())
        ? Turn.helped(session.talk(), cards.sent(with))
        : Turn.refused(session.talk(), cards.refused(with));
  }

  private static Card choose(ShareRequest request, List<Teammate> found) {
    return new Card(
        "Which of them?",
        List.of(
            new Block.Text("Several go by that name."),
            new Block.Buttons(
                found.stream()
                    .map(
                        one ->
                            new Block.Button(
                                Shown.shortened(one.name(), Shown.BUTTON),
                                request.to(one.id()).command(request.keep(), "")))
                    .toList())));
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
