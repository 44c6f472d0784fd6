package dev.pushback.partner;

import dev.pushback.playbook.Firmness;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Most rounds that are kept; the oldest are forgotten first. */
  private static final int MOST_ROUNDS = 50;

  /** Copies the lists. */
  public Case {
    rounds = List.copyOf(rounds.subList(Math.max(0, rounds.size() - MOST_ROUNDS), rounds.size()));
    facts = List.copyOf(facts);
  }

  /** A case about which nothing was said so far; it has no id until it is kept. */
  public static Case fresh(Instant at) {
    return new Case(
        "",
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        new Stance(1, Firmness.STEADY, Channel.CHAT),
        0,
        "",
        "",
        State.OPEN,
        at,
        at,
        List.of(),
        List.of());
  }

  /** Whether it was kept before. */
  public boolean isKept() {
    return !id.isEmpty();
  }

  /** The same under an id, with a partner, touched now. */
  public Case kept(String newId, Optional<String> partner, Instant at) {
    return changed(
        draft -> {
          draft.id = newId;
          draft.partnerId = partner;
          draft.touchedAt = at;
        });
  }

  /** The same, understood in this way. */
  public Case about(String otherText, String otherSituation) {
    return changed(
        draft -> {
          draft.text = otherText;
          draft.situation = otherSituation;
        });
  }

  /** The same with this partner. */
  public Case withPartner(String otherId) {
    return changed(draft -> draft.partnerId = Optional.of(otherId));
  }

  /** The same with other words. */
  public Case with(Stance other) {
    return changed(draft -> draft.stance = other);
  }

  /** The same with a kind of partner. */
  public Case withPartnerKind(String kind) {
    return changed(draft -> draft.partnerKind = Optional.of(kind));
  }

  /** The same, the boss having been named in this round. */
  public Case bossNamed(int inRound) {
    return changed(draft -> draft.bossRound = inRound);
  }

  /** The same with a target and a limit. */
  public Case aiming(String newTarget, String newLimit) {
    return changed(
        draft -> {
          draft.target = newTarget;
          draft.limit = newLimit;
        });
  }

  /** The same in another state. */
  public Case in(State other) {
    return changed(draft -> draft.state = other);
  }

  /** The same with these exchanges. */
  public Case withRounds(List<Round> other) {
    return changed(draft -> draft.rounds = other);
  }

  /** The same with a fact, in place of an earlier one of its kind. */
  public Case with(VouchedFact fact) {
    List<VouchedFact> all = new ArrayList<>(facts);
    all.removeIf(one -> one.kind() == fact.kind());
    all.add(fact);
    all.sort(Comparator.comparing(one -> one.kind().id()));
    return changed(draft -> draft.facts = all);
  }

  /** The same without a fact of this kind. */
  public Case without(VouchedFact.Kind kind) {
    List<VouchedFact> all = facts.stream().filter(one -> one.kind() != kind).toList();
    return changed(draft -> draft.facts = all);
  }

  /** What a changed case is made from. */
  private static final class Draft {
    private final Case from;
    private String id;
    private Optional<String> partnerId;
    private String text;
    private String situation;
    private Optional<String> partnerKind;
    private Stance stance;
    private int bossRound;
    private String target;
    private String limit;
    private State state;
    private Instant touchedAt;
    private List<Round> rounds;
    private List<VouchedFact> facts;

    private Draft(Case from) {
      this.from = from;
      this.id = from.id;
      this.partnerId = from.partnerId;
      this.text = from.text;
      this.situation = from.situation;
      this.partnerKind = from.partnerKind;
      this.stance = from.stance;
      this.bossRound = from.bossRound;
      this.target = from.target;
      this.limit = from.limit;
      this.state = from.state;
      this.touchedAt = from.touchedAt;
      this.rounds = from.rounds;
      this.facts = from.facts;
    }

    private Case done() {
      return new Case(
          id,
          partnerId,
          text,
          situation,
          partnerKind,
          stance,
          bossRound,
          target,
          limit,
          state,
          from.openedAt,
          touchedAt,
          rounds,
          facts);
    }
  }

  private Case changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** What may be used: the facts that need not be asked for again. */
  public Facts factsAt(Instant now) {
    Facts fresh = Facts.NONE;
    for (VouchedFact fact : facts) {
      if (!fact.isStale(now)) {
        fresh =
            switch (fact.kind()) {
              case BUDGET -> fresh.withBudget(fact.words());
              case DEADLINE -> fresh.withDeadline(fact.words());
              case QUOTE -> fresh.withQuote(fact.words());
              case BOSS ->
                  fresh.withBoss(
                      new Facts.Boss(
                          fact.consent(),
                          Optional.of(fact.words()).filter(words -> !words.isEmpty())));
            };
      }
    }
    return fresh;
  }

  /** What has to be asked for again. */
  public List<VouchedFact> staleAt(Instant now) {
    return facts.stream().filter(fact -> fact.isStale(now)).toList();
  }

  /** Without what people wrote: it may end up in a log. */
  @Override
  public String toString() {
    return "case " + id + ", " + state.id();
  }
}
