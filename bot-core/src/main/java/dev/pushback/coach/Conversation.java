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
 * @param round which exchange about the item is being prepared, from 1
 * @param firmness how firm the words shall be
 * @param facts what the person vouched for
 * @param partnerKind the kind of partner, if the person named it
 * @param channel where the words will be sent
 * @param bossUsed whether the boss line was used
 * @param lastAnswer what the partner said last
 * @param log what was asked and answered so far
 */
public record Conversation(
    Optional<Reading> reading,
    int round,
    Firmness firmness,
    Facts facts,
    Optional<String> partnerKind,
    Channel channel,
    boolean bossUsed,
    Optional<String> lastAnswer,
    List<Exchange> log) {

  /** Nothing was said so far. */
  public static final Conversation EMPTY =
      new Conversation(
          Optional.empty(),
          1,
          Firmness.STEADY,
          Facts.NONE,
          Optional.empty(),
          Channel.CHAT,
          false,
          Optional.empty(),
          List.of());

  private static final int LONGEST_LOG = 50;

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

  /** A new item; firmness, facts and channel are left behind with the old one. */
  public Conversation about(Reading newReading) {
    return new Conversation(
        Optional.of(newReading),
        1,
        firmness,
        Facts.NONE,
        Optional.empty(),
        channel,
        false,
        Optional.empty(),
        List.of());
  }

  /** The same with another firmness. */
  public Conversation with(Firmness other) {
    return new Conversation(
        reading, round, other, facts, partnerKind, channel, bossUsed, lastAnswer, log);
  }

  /** The same with other facts. */
  public Conversation with(Facts other) {
    return new Conversation(
        reading, round, firmness, other, partnerKind, channel, bossUsed, lastAnswer, log);
  }

  /** The same for another channel. */
  public Conversation with(Channel other) {
    return new Conversation(
        reading, round, firmness, facts, partnerKind, other, bossUsed, lastAnswer, log);
  }

  /** The same in another round. */
  public Conversation in(int other) {
    return new Conversation(
        reading, other, firmness, facts, partnerKind, channel, bossUsed, lastAnswer, log);
  }

  /** The same with a kind of partner. */
  public Conversation withPartnerKind(String kind) {
    return new Conversation(
        reading, round, firmness, facts, Optional.of(kind), channel, bossUsed, lastAnswer, log);
  }

  /** The same with these words prepared for this round, in place of earlier ones for it. */
  public Conversation asked(String words) {
    List<Exchange> exchanges = new ArrayList<>(log);
    exchanges.removeIf(exchange -> exchange.round() == round && exchange.answered().isEmpty());
    exchanges.add(new Exchange(round, words, Optional.empty()));
    return new Conversation(
        reading,
        round,
        firmness,
        facts,
        partnerKind,
        channel,
        bossUsed,
        lastAnswer,
        last(exchanges));
  }

  /** The partner answered; the next round begins. */
  public Conversation answered(String theirs, boolean namesBoss) {
    List<Exchange> exchanges = new ArrayList<>(log);
    if (!exchanges.isEmpty() && exchanges.get(exchanges.size() - 1).answered().isEmpty()) {
      Exchange open = exchanges.remove(exchanges.size() - 1);
      exchanges.add(new Exchange(open.round(), open.asked(), Optional.of(theirs)));
    }
    return new Conversation(
        reading,
        round + 1,
        firmness,
        facts,
        partnerKind,
        channel,
        bossUsed || namesBoss,
        Optional.of(theirs),
        last(exchanges));
  }

  private static List<Exchange> last(List<Exchange> exchanges) {
    return exchanges.subList(Math.max(0, exchanges.size() - LONGEST_LOG), exchanges.size());
  }
}
