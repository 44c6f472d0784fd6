package dev.pushback.playbook;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All the words and rules the coach knows.
 *
 * @param situations a page for every situation but {@link Situation#NOT_PUSHBACK}
 * @param objections a page for every objection
 * @param endings how paths end
 * @param facts lines from vouched facts, by name
 * @param reframes by grievance
 * @param keepsLimit how a reframe keeps a limit
 * @param asksLimit what a reframe says when no limit was named
 * @param passesOn how a person passes a reframe on to a teammate themselves
 * @param endgame words for after the push
 * @param partnerKinds by id
 * @param notices answers to messages that are no push-back, by kind
 * @param guard words that must not slip into a message
 * @param shorthand how chat shorthand is written out
 * @param lexicon groups of words that mean much the same
 * @param ladder lines that move the work
 * @param nudges what the coach brings up by itself
 * @param emptyBumps how a message is recognised that adds nothing
 * @param ledger when asking is too much
 * @param waiting how long partners take, and when it is polite to ask again
 * @param drafts how a draft is read before it is sent
 */
public record Playbook(
    Map<Situation, SituationPage> situations,
    Map<Objection, ObjectionPage> objections,
    Map<Lead, Ending> endings,
    Map<String, FactPage> facts,
    Map<String, ReframePage> reframes,
    Phrases keepsLimit,
    Phrases asksLimit,
    Phrases passesOn,
    Endgame endgame,
    Map<String, PartnerKind> partnerKinds,
    Map<String, Notice> notices,
    Guard guard,
    Map<String, String> shorthand,
    Lexicon lexicon,
    Ladder ladder,
    Nudges nudges,
    EmptyBumps emptyBumps,
    LedgerRules ledger,
    WaitingRules waiting,
    DraftRules drafts) {

  /** Copies, and checks that nothing is missing. */
  public Playbook {
    situations = Map.copyOf(situations);
    objections = Map.copyOf(objections);
    endings = Map.copyOf(endings);
    facts = Map.copyOf(facts);
    reframes = Map.copyOf(reframes);
    partnerKinds = Map.copyOf(partnerKinds);
    notices = Map.copyOf(notices);
    shorthand = Map.copyOf(shorthand);
  }

  /** The page of a situation. */
  public SituationPage page(Situation situation) {
    return get(situations, situation);
  }

  /** The page of an objection. */
  public ObjectionPage page(Objection objection) {
    return get(objections, objection);
  }

  /** How a path ends. */
  public Ending ending(Lead lead) {
    return get(endings, lead);
  }

  /** The lines for a vouched fact: budget, deadline, quote, boss, threat. */
  public FactPage fact(String name) {
    return get(facts, name);
  }

  /** How to turn a thought with this grievance. */
  public ReframePage reframe(String grievance) {
    return get(reframes, grievance);
  }

  /** The answer to a message of this kind. */
  public Notice notice(String kind) {
    return get(notices, kind);
  }

  /** The kind of partner whose words stand in this text; the first by id if several do. */
  public Optional<PartnerKind> kindIn(String text) {
    List<String> words = Token.of(text).stream().map(Token::lower).toList();
    return partnerKinds.values().stream()
        .filter(kind -> kind.words().stream().anyMatch(words::contains))
        .min(Comparator.comparing(PartnerKind::id));
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "the playbook has nothing for " + key);
  }
}
