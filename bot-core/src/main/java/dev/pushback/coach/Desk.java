package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Partner;
import dev.pushback.store.FollowUps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a command about follow-ups needs, for one turn.
 *
 * @param session who speaks, and about what
 * @param knowledge what the coach knows about following up
 * @param waiting what the clock says
 * @param cards how it is shown
 * @param which finds what is meant
 * @param days tells which day is meant
 */
record Desk(
    Session session,
    FollowUpKnowledge knowledge,
    Waiting waiting,
    FollowUpCards cards,
    Which which,
    Days days) {

  /** What shows the wrong one does no harm. */
  private static final Set<String> ONLY_SHOW = Set.of("show", "when", "chase");

  static Desk of(Knowledge knowledge, Session session) {
    FollowUpKnowledge known = knowledge.followUps().get();
    Waiting waiting = new Waiting(known, session.memory(), session.zone());
    return new Desk(
        session,
        known,
        waiting,
        new FollowUpCards(session, waiting),
        new Which(session.memory()),
        new Days(known.dates(), session));
  }

  /** Does something with the one that is meant; asks back if none or several fit. */
  Turn withOne(String verb, String words, Function<FollowUp, Turn> then) {
    List<FollowUp> found = which.find(words);
    if (found.size() == 1 && (ONLY_SHOW.contains(verb) || which.isSure(words, found.get(0)))) {
      return then.apply(found.get(0));
    }
    return Turn.refused(
        session.talk(), found.isEmpty() ? unknown(words) : cards.several(verb, found));
  }

  /** The same with one that is still waited for; says so of one that isn't, and changes nothing. */
  Turn withOpen(String verb, String words, Function<FollowUp, Turn> then) {
    return withOne(
        verb,
        words,
        one ->
            one.state().isOpen()
                ? then.apply(one)
                : shown("It was closed before", one, closed(one)));
  }

  /** What the person said of it, and what they can do if that isn't so. */
  private String closed(FollowUp one) {
    String on = one.endedAt().map(at -> " on " + Shown.day(at, session.zone())).orElse("");
    String how =
        switch (one.state()) {
          case DONE ->
              one.direction() == Direction.THEY_OWE
                  ? "You told me" + on + " that it came."
                  : "You told me" + on + " that it's done.";
          case ELSEWHERE -> "You told me" + on + " that it was handled elsewhere.";
          default -> "You let it go" + on + ".";
        };
    return how + " Nothing has changed now; if you still wait for it, open it again.";
  }

  /** The same with what ended last and fits; if nothing does, with one that is open. */
  Turn withEnded(String words, Function<FollowUp, Turn> then) {
    List<FollowUp> found = which.findEnded(words);
    return found.isEmpty() ? withOne("reopen", words, then) : then.apply(found.get(0));
  }

  /** What a button was about isn't there any more. */
  static Card gone() {
    return new Card(
        "I can't find that",
        List.of(
            new Block.Text(
                "What this button was about isn't remembered any more, so nothing has changed."
                    + " What you still wait for is on your list."),
            new Block.Buttons(List.of(new Block.Button("What am I waiting for?", "waiting")))));
  }

  /** Nothing is waited for. */
  static Card nothing() {
    return new Card(
        "You're not waiting for anything",
        List.of(
            new Block.Text(
                "Say what you wait for, for example: track the signed NDA with Rivera by Friday."),
            new Block.Buttons(List.of(new Block.Button("Track something", "track")))));
  }

  private Card unknown(String words) {
    if (Which.isId(words.strip())) {
      return gone();
    }
    return words.isBlank()
        ? nothing()
        : new Card(
            "I can't find that",
            List.of(
                new Block.Text(
                    "Nothing you wait for fits \""
                        + Shown.shortened(words, Shown.LINE)
                        + "\". Say: waiting, to see all of it."),
                new Block.Buttons(List.of(new Block.Button("What am I waiting for?", "waiting")))));
  }

  /** Keeps it, to be brought up when it is polite; whoever touches a parked one wants it back. */
  FollowUp keep(FollowUp changed) {
    FollowUp timed = timed(changed.awake());
    session.memory().followUps().keep(timed);
    waiting.changed();
    return timed;
  }

  private FollowUp timed(FollowUp one) {
    if (one.state() != FollowUp.State.OPEN) {
      return one;
    }
    // A day that the person chose counts; else what was brought up just now doesn't come again.
    Optional<Instant> nudgedAt =
        one.snoozedUntil().isPresent()
            ? Optional.empty()
            : session.memory().nudges().lastAbout(one.id());
    return one.nudgedAt(Optional.of(waiting.next(one, session.now(), nudgedAt)));
  }

  /** When something about the partner changes, all that is open with them is timed anew. */
  void retime(Partner partner) {
    FollowUps followUps = session.memory().followUps();
    waiting.changed();
    // None of their times changes what the clock says of the others.
    followUps.openWith(partner.id()).stream().map(this::timed).forEach(followUps::keep);
    waiting.changed();
  }

  /** A turn that shows the follow-up, with something said first. */
  Turn shown(String title, FollowUp followUp, String say) {
    return Turn.helped(session.talk(), cards.one(title, followUp, List.of(new Block.Text(say))));
  }
}
