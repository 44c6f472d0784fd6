package dev.pushback.coach;

import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.situation.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person and the coach are talking about: one item with one partner.
 *
 * @param reading the situation, once there is one
 * @param stance how the words shall be
 * @param facts what the person vouched for
 * @param partnerKind the kind of partner, if the person named it
 * @param bossRound the round in which the boss line was used; 0 as long as it wasn't
 * @param log what was asked and answered so far
 */
public record Conversation(
    Optional<Reading> reading,
    Stance stance,
    Facts facts,
    Optional<String> partnerKind,
    int bossRound,
    List<Exchange> log) {

  /** Nothing was said so far. */
  public static final Conversation EMPTY =
      new Conversation(
          Optional.empty(),
          new Stance(1, Firmness.STEADY, Channel.CHAT),
          Facts.NONE,
          Optional.empty(),
          0,
          List.of());

  private static final int LONGEST_LOG = 50;

  /** A round after the last one of any situation: there is nothing left to push. */
  private static final int OVER = 9;

  /**
   * How the words shall be.
   *
   * @param round which exchange about the item is being prepared, from 1
   * @param firmness how firm
   * @param channel where they will be sent
   */
  public record Stance(int round, Firmness firmness, Channel channel) {}

  /**
   * One exchange.
   *
   * @param round its number
   * @param asked the words that were prepared
   * @param answered what the partner answered; empty as long as they haven't
   */
  public record Exchange(int round, String asked, Optional<String> answered) {}

  /** Copies the log. */
  public Conversation {
    log = List.copyOf(log);
  }

  /** Which exchange about the item is being prepared, from 1. */
  public int round() {
    return stance.round();
  }

  /** The same item, read in another way. */
  public Conversation readAs(Reading other) {
    return new Conversation(Optional.of(other), stance, facts, partnerKind, bossRound, log).in(1);
  }

  /** A new item; facts are left behind with the old one, if there was one. */
  public Conversation about(Reading newReading) {
    if (reading.isEmpty()) {
      return readAs(newReading);
    }
    return new Conversation(
        Optional.of(newReading),
        new Stance(1, stance.firmness(), stance.channel()),
        Facts.NONE,
        Optional.empty(),
        0,
        List.of());
  }

  /** The same with another firmness. */
  public Conversation with(Firmness other) {
    return with(new Stance(round(), other, stance.channel()));
  }

  /** The same for another channel. */
  public Conversation with(Channel other) {
    return with(new Stance(round(), stance.firmness(), other));
  }

  /** The same in another round. */
  public Conversation in(int other) {
    return with(new Stance(other, stance.firmness(), stance.channel()));
  }

  private Conversation with(Stance other) {
    return new Conversation(reading, other, facts, partnerKind, bossRound, log);
  }

  /** The same with other facts. */
  public Conversation with(Facts other) {
    return new Conversation(reading, stance, other, partnerKind, bossRound, log);
  }

  /** The same with a kind of partner. */
  public Conversation withPartnerKind(String kind) {
    return new Conversation(reading, stance, facts, Optional.of(kind), bossRound, log);
  }

  /** Whether the boss line was used in another round than this one. */
  public boolean bossUsedBefore() {
    return bossRound > 0 && bossRound != round();
  }

  /** The same, the boss having been named in this round if so. */
  Conversation bossNamed(boolean named, int inRound) {
    return named ? new Conversation(reading, stance, facts, partnerKind, inRound, log) : this;
  }

  /** Whether the boss line was used at all. */
  public boolean bossUsed() {
    return bossRound > 0;
  }

  /** The same with these words prepared for this round, in place of earlier ones for it. */
  public Conversation asked(String words, boolean namesBoss) {
    List<Exchange> exchanges = new ArrayList<>(log);
    exchanges.removeIf(exchange -> exchange.round() == round() && exchange.answered().isEmpty());
    exchanges.add(new Exchange(round(), words, Optional.empty()));
    return new Conversation(
        reading,
        stance,
        facts,
        partnerKind,
        namesBoss ? round() : bossRound,
        exchanges.subList(Math.max(0, exchanges.size() - LONGEST_LOG), exchanges.size()));
  }

  /**
   * The partner answered; the next round begins, or none if it is time to stop.
   *
   * @param theirs what they said
   * @param stop whether the right move is to stop pushing
   */
  public Conversation answered(String theirs, boolean stop) {
    List<Exchange> exchanges = new ArrayList<>(log);
    boolean open = !exchanges.isEmpty() && exchanges.get(exchanges.size() - 1).answered().isEmpty();
    Exchange last =
        open ? exchanges.remove(exchanges.size() - 1) : new Exchange(round(), "", Optional.empty());
    exchanges.add(new Exchange(last.round(), last.asked(), Optional.of(theirs)));
    return new Conversation(reading, stance, facts, partnerKind, bossRound, exchanges)
        .in(stop ? OVER : round() + 1);
  }

  /** How many exchanges the partner answered. */
  public int answers() {
    return (int) log.stream().filter(exchange -> exchange.answered().isPresent()).count();
  }
}
