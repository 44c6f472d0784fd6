package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.script.Answer;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.script.Script;
import dev.pushback.script.ScriptRequest;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The playbook as a graph: in a situation the person sends the words of a round, the partner
 * answers with an objection, the coach answers that, and so on. Whatever is said, every path comes
 * to an end.
 */
class PlaybookGraphTest {
  private static final Knowledge KNOWLEDGE = TestKnowledge.get();
  private static final Playbook PLAYBOOK = KNOWLEDGE.playbook();

  /** More rounds than there are, since nothing keeps a person from asking for a fifth. */
  private static final List<Integer> ROUNDS = List.of(1, 2, 3, 4, 5);

  private static final int LAST_ROUND = SituationPage.MOST_ROUNDS;

  /** Each text chooses other phrases, so that all of them are tried. */
  private static final List<String> TEXTS =
      IntStream.range(0, 24).mapToObj(number -> "They wrote again, letter " + number).toList();

  /** Where a path stands: the partner has just answered this, in this round. */
  private record Stand(Situation situation, Objection objection, int round) {
    private ObjectionPage page() {
      return PLAYBOOK.page(objection);
    }

    /** The end that is reached here and now, if the coach stops pushing. */
    private Optional<Lead> end() {
      boolean goesOn = !page().stop() && round < LAST_ROUND && page().answer(round).isPresent();
      return goesOn ? Optional.empty() : Optional.of(page().ends());
    }

    /** Where it leads when the partner gives way to the answer. */
    private Lead givesWay() {
      return page().answer(round).orElseThrow().leads();
    }

    /** Where it may stand next when the partner says something else, or the same again. */
    private Stream<Stand> next() {
      return objections().map(other -> new Stand(situation, other, round + 1));
    }
  }

  private static Stream<Situation> situations() {
    return Arrays.stream(Situation.values()).filter(one -> one != Situation.NOT_PUSHBACK);
  }

  private static Stream<Objection> objections() {
    return Arrays.stream(Objection.values());
  }

  private static Stream<Stand> stands() {
    return situations()
        .flatMap(
            situation ->
                objections()
                    .flatMap(
                        objection ->
                            ROUNDS.stream().map(round -> new Stand(situation, objection, round))));
  }

  private static int longestPath(Stand stand, Set<Lead> ends) {
    if (stand.end().isPresent()) {
      ends.add(stand.end().get());
      return 1;
    }
    if (stand.givesWay().isEnd()) {
      ends.add(stand.givesWay());
    }
    return 1 + stand.next().mapToInt(next -> longestPath(next, ends)).max().orElseThrow();
  }

  @Test
  void everyPathEndsWithinThreeRoundsInYesTradeParkOrBossReport() {
    Set<Lead> allEnds = EnumSet.noneOf(Lead.class);

    stands()
        .forEach(
            stand -> {
              Set<Lead> ends = EnumSet.noneOf(Lead.class);

              int rounds = longestPath(stand, ends);

              assertThat(rounds).as("rounds from %s", stand).isBetween(1, LAST_ROUND);
              assertThat(ends).as("ends from %s", stand).isNotEmpty().allMatch(Lead::isEnd);
              allEnds.addAll(ends);
            });

    assertThat(allEnds)
        .containsExactlyInAnyOrder(Lead.YES, Lead.TRADE, Lead.PARK, Lead.BOSS_REPORT);
  }

  @Test
  void everyEndHasWordsThatCanBeSaidWithoutKnowingAnything() {
    assertThat(PLAYBOOK.endings().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Lead.NEXT)));
    assertThat(PLAYBOOK.endings())
        .allSatisfy((lead, end) -> assertThat(end.say().alwaysSpeaks()).isTrue());
  }

  @Test
  void thereIsAnAnswerToEveryObjectionInEverySituationRoundAndFirmness() {
    stands()
        .forEach(
            stand -> {
              for (Firmness firmness : Firmness.values()) {
                Answer answer = answer(stand, firmness, Facts.NONE);

                assertThat(answer.say().words()).as("%s", stand).isNotBlank();
                assertThat(answer.why().words()).as("%s", stand).isNotBlank();
                assertThat(answer.cites()).as("%s", stand).isNotEmpty();
              }
            });
  }

  @Test
  void fromTheThirdRoundOnTheAnswerIsTheEndThatTheObjectionNames() {
    objections()
        .filter(objection -> !PLAYBOOK.page(objection).stop())
        .forEach(
            objection -> {
              Ending end = PLAYBOOK.ending(PLAYBOOK.page(objection).ends());
              for (int round : List.of(3, 4, 5)) {
                Answer answer =
                    answer(
                        new Stand(Situation.TERMS, objection, round), Firmness.STEADY, Facts.NONE);

                assertThat(end.say().phrases().stream().map(Phrase::toString))
                    .as("%s in round %s", objection.id(), round)
                    .contains(answer.say().words());
              }
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Objection.class,
      names = {"FINAL_NO", "ATTACK"})
  void aFinalNoAndAnAttackStopThePushAtOnceWhateverTheRoundAndTheFacts(Objection objection) {
    Facts facts =
        Facts.NONE
            .withBudget("8,000")
            .withDeadline("3 May")
            .withBoss(new Facts.Boss(true, Optional.of("15% off")));
    situations()
        .forEach(
            situation -> {
              for (int round : ROUNDS) {
                for (Firmness firmness : Firmness.values()) {
                  Answer answer = answer(new Stand(situation, objection, round), firmness, facts);

                  assertThat(answer.stop()).isTrue();
                  assertThat(answer.namesBoss()).isFalse();
                  assertThat(answer.say().words()).doesNotContain("8,000", "3 May", "15%");
                  assertThat(answer.next().words())
                      .startsWith(PLAYBOOK.ending(Lead.BOSS_REPORT).title());
                }
              }
            });
  }

  @Test
  void onlyAYesAFinalNoAndAnAttackStopAtOnce() {
    assertThat(objections().filter(objection -> PLAYBOOK.page(objection).stop()))
        .containsExactly(Objection.FINAL_NO, Objection.ATTACK, Objection.AGREES);
    assertThat(PLAYBOOK.page(Objection.AGREES).ends()).isEqualTo(Lead.YES);
  }

  @ParameterizedTest
  @EnumSource(value = Situation.class, mode = Mode.EXCLUDE, names = "NOT_PUSHBACK")
  void everySituationSaysWhenToStop(Situation situation) {
    for (int round : ROUNDS) {
      assertThat(script(situation, round, Firmness.STEADY, Channel.CHAT, "text").stop().words())
          .isEqualTo(PLAYBOOK.page(situation).stop())
          .hasSizeGreaterThan(60);
    }
  }

  /** A question, or a request that asks for an answer just as plainly. */
  private static final Pattern ASKS =
      Pattern.compile("\\?|\\b(?:please|tell me|I need)\\b", Pattern.CASE_INSENSITIVE);

  /** Moves that end a talk and need no answer. */
  private static final Set<String> CLEAR_ENDS = Set.of("boundary", "step-back", "recap", "park");

  @ParameterizedTest
  @EnumSource(value = Situation.class, mode = Mode.EXCLUDE, names = "NOT_PUSHBACK")
  void everyRoundOfEverySituationEndsWithAQuestionOrAClearEnd(Situation situation) {
    SituationPage page = PLAYBOOK.page(situation);
    for (int round = 1; page.has(round); round++) {
      List<MoveLines> moves = page.moves(round);
      MoveLines last = moves.get(moves.size() - 1);

      assertThat(last.lines().all())
          .as("the end of round %s", round)
          .allMatch(phrase -> isQuestionOrClearEnd(last.move(), phrase));
    }
  }

  @ParameterizedTest
  @EnumSource(Objection.class)
  void everyAnswerToAnObjectionEndsWithAQuestionOrAClearEnd(Objection objection) {
    PLAYBOOK
        .page(objection)
        .rounds()
        .forEach(
            (round, move) ->
                assertThat(
                        Stream.concat(Stream.of(move.lines()), move.byGroup().values().stream())
                            .flatMap(Lines::all))
                    .as("the answer in round %s", round)
                    .allMatch(phrase -> isQuestionOrClearEnd(move.move(), phrase)));
  }

  @ParameterizedTest
  @EnumSource(Rung.class)
  void everyFollowUpEndsWithAQuestionAnOfferOrAClearEnd(Rung rung) {
    String move = rung == Rung.RECAP_AND_PLAN ? "recap" : rung.id();

    assertThat(PLAYBOOK.ladder().line(rung).all().flatMap(some -> some.phrases().stream()))
        .hasSizeGreaterThanOrEqualTo(Ladder.LEAST_PHRASES)
        .allMatch(
            phrase -> isQuestionOrClearEnd(move, phrase) || phrase.toString().contains("I'll"));
  }

  @Test
  void theLadderIsClimbedToItsEndAndNoFurther() {
    List<Rung> climbed =
        Stream.iterate(Optional.of(Rung.ASK_ETA), Optional::isPresent, one -> one.get().next())
            .flatMap(Optional::stream)
            .toList();

    assertThat(climbed).containsExactly(Rung.values());
    assertThat(climbed.stream().filter(rung -> !rung.toPartner()))
        .containsExactly(Rung.TELL_THE_BOSS);
  }

  private static boolean isQuestionOrClearEnd(String move, Phrase phrase) {
    return ASKS.matcher(phrase.toString()).find() || CLEAR_ENDS.contains(move);
  }

  @Test
  void aScriptForAChatHas25To110Words() {
    Map<String, Integer> tooShortOrTooLong = new TreeMap<>();

    situations()
        .forEach(
            situation -> {
              for (int round : ROUNDS) {
                for (Firmness firmness : Firmness.values()) {
                  for (String text : TEXTS) {
                    Script script = script(situation, round, firmness, Channel.CHAT, text);
                    int words = words(script);
                    if (words < 25 || words > 110) {
                      tooShortOrTooLong.put(
                          situation.id() + ", round " + round + ", " + firmness.id(), words);
                    }
                  }
                }
              }
            });

    assertThat(tooShortOrTooLong).as("words by script").isEmpty();
  }

  @Test
  void anEmailIsLongerThanAChatAndHasGreetingAndClosing() {
    situations()
        .forEach(
            situation -> {
              for (int round : ROUNDS) {
                Script chat = script(situation, round, Firmness.STEADY, Channel.CHAT, "text");
                Script email = script(situation, round, Firmness.STEADY, Channel.EMAIL, "text");

                assertThat(words(email)).isGreaterThan(words(chat));
                assertThat(email.sendable().words())
                    .startsWith("Hello [their name],\n\n")
                    .endsWith("\n\nKind regards,\n[your name]");
                assertThat(chat.sendable().words()).doesNotContain("\n", "Hello");
              }
            });
  }

  @ParameterizedTest
  @EnumSource(value = Situation.class, mode = Mode.EXCLUDE, names = "NOT_PUSHBACK")
  void gentleSteadyAndFirmDiffer(Situation situation) {
    int roundsThatDiffer = Math.min(2, PLAYBOOK.page(situation).rounds().size());
    for (int round = 1; round <= roundsThatDiffer; round++) {
      for (String text : TEXTS) {
        Set<String> said = new HashSet<>();
        for (Firmness firmness : Firmness.values()) {
          said.add(script(situation, round, firmness, Channel.CHAT, text).sendable().words());
        }

        assertThat(said).as("round %s", round).hasSize(3);
      }
    }
  }

  @Test
  void theSameRequestGivesTheSameScript() {
    situations()
        .forEach(
            situation -> {
              Function<String, Script> write =
                  text -> script(situation, 1, Firmness.STEADY, Channel.CHAT, text);

              assertThat(write.apply("text")).isEqualTo(write.apply("text"));
            });
  }

  @Test
  void onceTheRoundsAreUsedUpAScriptEndsThePushAndSaysSo() {
    situations()
        .filter(situation -> PLAYBOOK.page(situation).rounds().size() > 1)
        .forEach(
            situation -> {
              int over = PLAYBOOK.page(situation).rounds().size() + 1;
              Script script = script(situation, over, Firmness.FIRM, Channel.CHAT, "text");

              assertThat(script.ifTheySay()).isEmpty();
              assertThat(script.refused())
                  .singleElement()
                  .satisfies(
                      refusal -> assertThat(refusal.why().words()).startsWith("No further push"));
            });
  }

  @Test
  void disrespectIsNeverNegotiated() {
    List<Script> scripts = new ArrayList<>();
    for (int round : ROUNDS) {
      scripts.add(script(Situation.DISRESPECT, round, Firmness.FIRM, Channel.CHAT, "text"));
    }

    assertThat(scripts)
        .allSatisfy(
            script -> {
              assertThat(script.moves())
                  .extracting(step -> step.move())
                  .containsExactly("boundary");
              assertThat(script.ifTheySay()).isEmpty();
            });
  }

  private static int words(Script script) {
    return (int) Pattern.compile("\\s+").splitAsStream(script.sendable().words().strip()).count();
  }

  private static Script script(
      Situation situation, int round, Firmness firmness, Channel channel, String text) {
    Reading reading = new Reading(text, situation, 1, List.of(), "", Objection.NONE, Slots.NONE);
    return KNOWLEDGE
        .scripts()
        .write(
            new ScriptRequest(
                reading, round, firmness, Facts.NONE, Optional.empty(), channel, false));
  }

  private static Answer answer(Stand stand, Firmness firmness, Facts facts) {
    ObjectionReading theirs =
        new ObjectionReading(
            "what they said", stand.objection(), 1, List.of(), List.of(), List.of());
    Group group = stand.situation().group();
    return KNOWLEDGE
        .answers()
        .answer(theirs, stand.round(), firmness, facts, Optional.of(group), false);
  }
}
