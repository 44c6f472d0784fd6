package dev.pushback.partner;

import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything about one item with one partner.
 *
 * @param id opaque
 * @param partnerId whom it is about, if known
 * @param text what the person wrote
 * @param situation id of the situation it is
 * @param partnerKind the kind of partner, if the person named it for this case
 * @param stance how the words shall be
 * @param bossRound the round in which the boss was named; 0 as long as they weren't (T-085)
 * @param target what the person hopes for; may be empty
 * @param limit what they won't go below; may be empty
 * @param state how it stands
 * @param openedAt when it began
 * @param touchedAt when something was said about it last
 * @param rounds the exchanges, in order
 * @param facts what the person vouched for, at most one of each kind
 */
public record Case(
    String id,
    Optional<String> partnerId,
    String text,
    String situation,
    Optional<String> partnerKind,
    Stance stance,
    int bossRound,
    String target,
    String limit,
    State state,
    Instant openedAt,
    Instant touchedAt,
    List<Round> rounds,
    List<VouchedFact> facts) {

  /**
   * How the words shall be.
   *
   * @param round which exchange about the item is being prepared, from 1
   * @param firmness how firm
   * @param channel where they will be sent
   */
  public record Stance(int round, Firmness firmness, Channel channel) {}

  /** How a case stands. */
  public enum State {
    /** It goes on. */
    OPEN,
    /** They said yes. */
    WON,
    /** The person gave in. */
    LOST,
    /** It is over for another reason. */
    CLOSED;

    /** The name it is stored under. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static State byId(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no state of a case: " + id));
    }
  }

  /** Copies the lists. */
  public Case {
    rounds = List.copyOf(rounds);
    facts = List.copyOf(facts);
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "case " + id + ", " + state.id();
  }
}
