package dev.pushback.coach;

import dev.pushback.partner.Case;
import dev.pushback.partner.Case.Stance;
import dev.pushback.partner.Round;
import dev.pushback.partner.VouchedFact;
import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.situation.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person and the coach are talking about: one item with one partner.
 *
 * @param at the time of this turn
 * @param reading the situation, once there is one
 * @param item the case with all that was said about it
 */
public record Conversation(Instant at, Optional<Reading> reading, Case item) {

  /** A round after the last one of any situation: there is nothing left to push. */
  private static final int OVER = 9;

  /** Nothing was said so far. */
  public static Conversation fresh(Instant at) {
    return new Conversation(at, Optional.empty(), Case.fresh(at));
  }

  /** Which exchange about the item is being prepared, from 1. */
  public int round() {
    return stance().round();
  }

  /** How the words shall be. */
  public Stance stance() {
    return item.stance();
  }

  /** What the person vouched for, as far as it need not be asked for again. */
  public Facts facts() {
    return item.factsAt(at);
  }

  /** The kind of partner, if the person named it. */
  public Optional<String> partnerKind() {
    return item.partnerKind();
  }

  /** The exchanges so far. */
  public List<Round> log() {
    return item.rounds();
  }

  /** The same item, read in another way. */
  public Conversation readAs(Reading other) {
    return new Conversation(
            at, Optional.of(other), item.about(other.text(), other.situation().id()))
        .in(1);
  }

  /** A new item; facts are left behind with the old one, if there was one. */
  public Conversation about(Reading newReading) {
    if (reading.isEmpty()) {
      return readAs(newReading);
    }
    return fresh(at).readAs(newReading);
  }

  /** The same with another firmness. */
  public Conversation with(Firmness other) {
    return with(new Stance(round(), other, stance().channel()));
  }

  /** The same for another channel. */
  public Conversation with(Channel other) {
    return with(new Stance(round(), stance().firmness(), other));
  }

  /** The same in another round. */
  public Conversation in(int other) {
    return with(new Stance(other, stance().firmness(), stance().channel()));
  }

  private Conversation with(Stance other) {
    return with(item.with(other));
  }

  /** The same with one more fact. */
  public Conversation with(VouchedFact fact) {
    return with(item.with(fact));
  }

  /** The same with a kind of partner. */
  public Conversation withPartnerKind(String kind) {
    return with(item.withPartnerKind(kind));
  }

  /** The same about a changed case. */
  Conversation with(Case other) {
    return new Conversation(at, reading, other);
  }

  /** Whether the boss line was used in another round than this one. */
  public boolean bossUsedBefore() {
    return item.bossRound() > 0 && item.bossRound() != round();
  }

  /** The same, the boss having been named in this round if so. */
  Conversation bossNamed(boolean named, int inRound) {
    return named ? with(item.bossNamed(inRound)) : this;
  }

  /** Whether the boss line was used at all. */
  public boolean bossUsed() {
    return item.bossRound() > 0;
  }

  /** The same with these words prepared for this round, in place of earlier ones for it. */
  public Conversation asked(String words, boolean namesBoss) {
    List<Round> rounds = new ArrayList<>(log());
    rounds.removeIf(round -> round.round() == round() && round.answered().isEmpty());
    rounds.add(new Round(round(), words, at, Optional.empty(), Optional.empty()));
    return with(item.withRounds(rounds)).bossNamed(namesBoss, round());
  }

  /**
   * The partner answered; the next round begins, or none if it is time to stop.
   *
   * @param theirs what they said
   * @param stop whether the right move is to stop pushing
   */
  public Conversation answered(String theirs, boolean stop) {
    List<Round> rounds = new ArrayList<>(log());
    boolean open = !rounds.isEmpty() && rounds.get(rounds.size() - 1).answered().isEmpty();
    Round last =
        open
            ? rounds.remove(rounds.size() - 1)
            : new Round(round(), "", at, Optional.empty(), Optional.empty());
    rounds.add(
        new Round(
            last.round(), last.asked(), last.askedAt(), Optional.of(theirs), Optional.of(at)));
    return with(item.withRounds(rounds)).in(stop ? OVER : round() + 1);
  }

  /** Whether their answer ended it: with a yes, or with a no that is final. */
  boolean isOver() {
    return round() == OVER;
  }

  /** How many exchanges the partner answered. */
  public int answers() {
    return (int) log().stream().filter(round -> round.answered().isPresent()).count();
  }
}
