package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.playbook.AnswerMove;
import dev.pushback.playbook.Ending;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Lead;
import dev.pushback.playbook.ObjectionPage;
import dev.pushback.playbook.Playbook;
import dev.pushback.situation.Group;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.SituationReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers what a partner said. Pure; the same question gives the same answer. */
public final class AnswerWriter {
  private static final int LAST_ROUND = 3;
  private static final Pattern CURRENCY_SIGN = Pattern.compile("\\p{Sc}");

  private final Playbook playbook;
  private final Lexicon lexicon;
  private final Composer composer;

  /**
   * @param playbook the words
   * @param reader finds amounts and dates in vouched facts
   */
  public AnswerWriter(Playbook playbook, SituationReader reader) {
    this.playbook = playbook;
    this.lexicon = playbook.lexicon();
    this.composer =
        new Composer(
            playbook,
            new FactLine(
                reader, new Wording(playbook.shorthand()), playbook.guard(), playbook.lexicon()));
  }

  /**
   * Answers.
   *
   * @param theirs what the partner wrote, read
   * @param round which exchange about this item it is, from 1
   * @param firmness how firm
   * @param facts what the person vouched for
   * @param about the group of the matter, if it is known
   * @param bossUsed whether the boss line was used in this case already
   */
  public Answer answer(
      ObjectionReading theirs,
      int round,
      Firmness firmness,
      Facts facts,
      Optional<Group> about,
      boolean bossUsed) {
    ObjectionPage page = playbook.page(theirs.objection());
    int seed = Composer.seed(theirs.text(), round);
    Optional<AnswerMove> move =
        page.stop() ? page.answer(1) : round < LAST_ROUND ? page.answer(round) : Optional.empty();
    return move.isPresent()
        ? goOn(theirs, page, move.get(), round, firmness, facts, about, bossUsed, seed)
        : end(theirs, page, seed);
  }

  private Answer goOn(
      ObjectionReading theirs,
      ObjectionPage page,
      AnswerMove move,
      int round,
      Firmness firmness,
      Facts facts,
      Optional<Group> about,
      boolean bossUsed,
      int seed) {
    Group group = about.orElseGet(() -> group(theirs));
    List<String> said = new ArrayList<>();
    said.add(Composer.say(page.grant(), Map.of(), seed));
    List<Refusal> refused = new ArrayList<>();
    Optional<Step> boss = Optional.empty();
    if (!page.stop()) {
      composer
          .fact(Composer.factsFor(group), facts, round, firmness, seed)
          .ifPresent(fact -> said.add(fact.say()));
      boss = composer.boss(facts, round, bossUsed, firmness, seed);
      if (boss.isEmpty() && facts.boss().isPresent()) {
        composer.bossRefusal(facts, round, bossUsed, true).ifPresent(refused::add);
      }
    }
    said.add(
        boss.map(Step::say)
            .orElseGet(() -> Composer.say(move.about(group).at(firmness), Map.of(), seed >>> 3)));
    List<String> cites = new ArrayList<>(page.cites());
    move.cites().stream().filter(cite -> !cites.contains(cite)).forEach(cites::add);
    return new Answer(
        theirs.objection(),
        page.title(),
        new SendableText(String.join(" ", said)),
        new CoachText(page.why()),
        cites,
        page.stop(),
        next(page, move),
        boss.isPresent(),
        refused);
  }

  private CoachText next(ObjectionPage page, AnswerMove move) {
    Lead lead = page.stop() ? page.ends() : move.leads();
    return lead == Lead.NEXT
        ? new CoachText("If they still say no, answer once more; after the third time it ends.")
        : new CoachText(playbook.ending(lead).title() + ": " + playbook.ending(lead).why());
  }

  private Answer end(ObjectionReading theirs, ObjectionPage page, int seed) {
    Ending ending = playbook.ending(page.ends());
    return new Answer(
        theirs.objection(),
        page.title(),
        new SendableText(Composer.say(ending.say(), Map.of(), seed)),
        new CoachText(ending.why()),
        ending.cites(),
        page.ends() != Lead.TRADE,
        new CoachText("The same item gets at most three rounds without new information."),
        false,
        List.of());
  }

  /** What a partner's message is about, where nothing else tells. */
  private Group group(ObjectionReading theirs) {
    boolean money =
        Token.of(theirs.text()).stream()
            .anyMatch(
                token ->
                    lexicon.isIn("price-money", token.lower())
                        || CURRENCY_SIGN.matcher(token.lower()).find());
    return money ? Group.MONEY : Group.TIME;
  }
}
