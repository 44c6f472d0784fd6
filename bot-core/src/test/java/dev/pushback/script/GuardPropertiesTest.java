package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.TestKnowledge;
import dev.pushback.TestTexts;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Guard.Claim;
import dev.pushback.playbook.Rung;
import dev.pushback.playbook.SituationPage;
import dev.pushback.situation.Group;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.situation.ThoughtReading;
import dev.pushback.tracking.TrackReader;
import dev.pushback.tracking.TrackReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Nothing gets into a message that nobody typed or vouched for, and nothing of what would hurt:
 * over all texts of the evaluation, a sample of the examples, and whatever jqwik thinks of.
 */
class GuardPropertiesTest {
  private static final int ROUNDS = 4;
  private static final int SHOWN = 12;
  private static final List<Firmness> FIRMNESSES = List.of(Firmness.values());
  private static final Set<String> PUSHES =
      Set.of("ask", "reason", "trade", "fact", "boss", "consequence", "ask-faster", "ask-eta");

  private static final Facts.Boss WILLING = new Facts.Boss(true, Optional.of("15% off"));
  private static final Facts.Threat ALL_KEYS =
      new Facts.Threat("go elsewhere", "30 June", true, true, true);

  /** What people vouch for, well and badly. */
  private static final List<Facts> FACTS =
      List.of(
          Facts.NONE,
          Facts.NONE.withBudget("8,000").withBoss(WILLING),
          Facts.NONE.withQuote("Acme Sound quoted 4,200").withDeadline("14 March"),
          Facts.NONE.withBoss(new Facts.Boss(false, Optional.of("15% off"))),
          Facts.NONE.withBoss(new Facts.Boss(true, Optional.empty())).withDeadline("Friday"),
          Facts.NONE
              .withBudget("we have EUR 12k left until June")
              .withBoss(new Facts.Boss(true, Optional.of("us to finish in May"))),
          Facts.NONE.withQuote("4,200 from Acme, incl. delivery").withBudget("half of last year's"),
          Facts.NONE.withDeadline("our printer closes on thurs").withQuote("Acme"),
          with(Facts.NONE, ALL_KEYS),
          with(Facts.NONE, new Facts.Threat("go elsewhere", "30 June", true, false, true)),
          with(
              Facts.NONE.withBoss(WILLING),
              new Facts.Threat("go elsewhere", "", true, true, true)));

  private final Knowledge knowledge = TestKnowledge.get();
  private final SendableRules rules = new SendableRules();

  /** Prepared answers consist of the playbook's words alone, so each is looked at once. */
  private final Set<String> preparedBefore = new HashSet<>();

  private static Facts with(Facts facts, Facts.Threat threat) {
    return new Facts(
        facts.budget(), facts.deadline(), facts.quote(), facts.boss(), Optional.of(threat));
  }

  // Scripts

  @Test
  void noScriptOfAnyEvaluationTextBreaksARule() {
    List<String> texts = TestTexts.evaluation("situations");
    assertThat(texts).hasSizeGreaterThan(400);

    assertThat(brokenByScripts(texts)).isEmpty();
  }

  @Test
  void noScriptOfASampleOfTheExamplesBreaksARule() {
    assertThat(brokenByScripts(TestTexts.every(10, TestTexts.examples("situations")))).isEmpty();
  }

  @Property(tries = 400, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void noScriptBreaksARuleWhateverIsVouchedFor(
      @ForAll("typed") String text,
      @ForAll @IntRange(min = 1, max = 6) int round,
      @ForAll Firmness firmness,
      @ForAll("facts") Facts facts,
      @ForAll Channel channel,
      @ForAll boolean bossUsed) {
    Reading reading = knowledge.reader().read(text);
    if (reading.situation() != Situation.NOT_PUSHBACK) {
      assertThat(
              brokenBy(
                  new ScriptRequest(
                      reading, round, firmness, facts, Optional.empty(), channel, bossUsed)))
          .isEmpty();
    }
  }

  @Test
  void whatIsNoPushBackGetsNoScript() {
    List<Reading> others =
        TestTexts.evaluation("situations").stream()
            .map(knowledge.reader()::read)
            .filter(reading -> reading.situation() == Situation.NOT_PUSHBACK)
            .toList();
    assertThat(others).hasSizeGreaterThan(5);

    for (Reading reading : others) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> knowledge.scripts().write(ScriptRequest.first(reading)));
      assertThat(knowledge.playbook().notice(reading.kind()).say()).isNotBlank();
    }
  }

  @Test
  void disrespectIsNeverNegotiated() {
    List<Reading> readings =
        TestTexts.both(
                TestTexts.evaluation("situations"),
                TestTexts.every(4, TestTexts.examples("situations")))
            .stream()
            .map(knowledge.reader()::read)
            .filter(reading -> reading.situation() == Situation.DISRESPECT)
            .toList();
    assertThat(readings).hasSizeGreaterThan(50);

    for (Reading reading : readings) {
      for (ScriptRequest request : requests(reading, reading.text().length())) {
        Script script = knowledge.scripts().write(request);
        assertThat(script.moves())
            .as(reading.text())
            .extracting(Step::move)
            .containsOnly("boundary");
        assertThat(script.ifTheySay()).as(reading.text()).isEmpty();
        assertThat(script.namesBoss()).as(reading.text()).isFalse();
        assertThat(script.stop().words()).contains("manager or HR");
      }
    }
  }

  @Test
  void fromTheFourthRoundOnThereIsNoPush() {
    for (String text : TestTexts.evaluation("situations")) {
      Reading reading = knowledge.reader().read(text);
      if (isNegotiated(reading)
          && knowledge.playbook().page(reading.situation()).rounds().size() > 1) {
        for (Facts facts : FACTS) {
          Script script = knowledge.scripts().write(request(reading, ROUNDS, Firmness.FIRM, facts));
          assertThat(script.moves())
              .as(text)
              .extracting(Step::move)
              .doesNotContainAnyElementsOf(PUSHES);
          assertThat(script.ifTheySay()).as(text).isEmpty();
          assertThat(script.namesBoss()).as(text).isFalse();
          assertThat(script.refused()).as(text).extracting(Refusal::what).contains("another round");
        }
      }
    }
  }

  @Test
  void theBossIsNamedOnceInACase() {
    for (String text : TestTexts.evaluation("situations")) {
      Reading reading = knowledge.reader().read(text);
      if (isNegotiated(reading)) {
        Facts facts = Facts.NONE.withBoss(WILLING);
        Script once = knowledge.scripts().write(request(reading, 2, Firmness.STEADY, facts));
        Script again =
            knowledge
                .scripts()
                .write(
                    new ScriptRequest(
                        reading, 3, Firmness.STEADY, facts, Optional.empty(), Channel.CHAT, true));
        assertThat(once.namesBoss())
            .as(text)
            .isEqualTo(once.sendable().words().contains("My manager"));
        assertThat(again.namesBoss()).as(text).isFalse();
        assertThat(again.sendable().words()).as(text).doesNotContain("manager");
      }
    }
  }

  @Test
  void theSameRequestGivesTheSameScript() {
    for (String text : TestTexts.evaluation("situations")) {
      Reading reading = knowledge.reader().read(text);
      if (reading.situation() != Situation.NOT_PUSHBACK) {
        ScriptRequest request = request(reading, 2, Firmness.FIRM, FACTS.get(1));
        assertThat(knowledge.scripts().write(request))
            .isEqualTo(knowledge.scripts().write(request));
      }
    }
  }

  // Answers

  @Test
  void noAnswerToAnyObjectionBreaksARule() {
    List<String> theirs =
        TestTexts.both(TestTexts.evaluation("objections"), TestTexts.examples("objections"));
    assertThat(theirs).hasSizeGreaterThan(2000);
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < theirs.size(); i++) {
      ObjectionReading reading = knowledge.reader().readObjection(theirs.get(i));
      for (int round = 1; round <= ROUNDS; round++) {
        Firmness firmness = FIRMNESSES.get((i + round) % FIRMNESSES.size());
        broken.addAll(
            brokenBy(reading, round, firmness, FACTS.get((i + round) % FACTS.size()), i % 5 == 0));
      }
    }
    assertThat(broken.stream().limit(SHOWN)).isEmpty();
  }

  @Property(tries = 400, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void noAnswerBreaksARuleWhateverIsVouchedFor(
      @ForAll("theirs") String theirs,
      @ForAll @IntRange(min = 1, max = 6) int round,
      @ForAll Firmness firmness,
      @ForAll("facts") Facts facts,
      @ForAll boolean bossUsed) {
    assertThat(brokenBy(knowledge.reader().readObjection(theirs), round, firmness, facts, bossUsed))
        .isEmpty();
  }

  @Test
  void afterThreeRoundsAnAnswerStops() {
    for (String theirs : TestTexts.evaluation("objections")) {
      ObjectionReading reading = knowledge.reader().readObjection(theirs);
      for (Group group : Group.values()) {
        Answer answer =
            knowledge
                .answers()
                .answer(reading, ROUNDS, Firmness.FIRM, FACTS.get(1), Optional.of(group), false);
        assertThat(answer.namesBoss()).as(theirs).isFalse();
        assertThat(answer.say().words()).as(theirs).doesNotContain("8,000").doesNotContain("15%");
      }
    }
  }

  // Reframes

  @Test
  void aReframeKeepsTheLimitWordForWordAndNoneOfTheInsults() {
    List<String> thoughts =
        TestTexts.both(TestTexts.evaluation("reframes"), TestTexts.examples("reframes"));
    assertThat(thoughts).hasSizeGreaterThan(400);
    List<String> broken = new ArrayList<>();
    for (String thought : thoughts) {
      ThoughtReading reading = knowledge.reader().readThought(thought);
      Reframe reframe = knowledge.reframes().write(reading);
      String limit = reading.limit().map(slot -> slot.text()).orElse("");
      if (!thought.contains(limit)
          || !reframe.keeps().equals(limit)
          || !reframe.reframe().words().contains(limit)) {
        broken.add(thought + " -> loses the limit '" + limit + "': " + reframe);
      }
      String turned = reframe.reframe().words().replace("what may lie between", "");
      if (knowledge.playbook().guard().claims(turned).contains(Claim.HEAT)) {
        broken.add(thought + " -> repeats the insult: " + reframe.reframe());
      }
      rules
          .broken(reframe.question(), thought, Facts.NONE, false)
          .forEach(rule -> broken.add(thought + " -> " + rule + ": " + reframe.question()));
      if (!reframe.question().words().endsWith("?")) {
        broken.add(thought + " -> asks nothing: " + reframe.question());
      }
    }
    assertThat(broken.stream().limit(SHOWN)).isEmpty();
  }

  // Follow-ups

  @Test
  void noFollowUpForAnythingThatIsTrackedBreaksARule() {
    List<String> texts =
        TestTexts.both(TestTexts.evaluation("followups"), TestTexts.examples("followups"));
    assertThat(texts).hasSizeGreaterThan(700);
    TrackReader tracking = knowledge.followUps().get().track();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      TrackReading reading = tracking.read(texts.get(i));
      Facts facts = FACTS.get(i % FACTS.size());
      if (reading.what().isPresent()) {
        for (Rung rung : Rung.values()) {
          broken.addAll(brokenByFollowUp(reading, rung, i % 3, facts));
        }
      }
    }
    assertThat(broken.stream().distinct().limit(SHOWN)).isEmpty();
  }

  /** What a thing is called may sound like a claim: a press list, the stamp of a board. */
  private static final Set<String> SOUNDS =
      Set.of(
          "threatens",
          "names a boss",
          "names the other vendor",
          "speaks of a budget nobody vouched for",
          "speaks of another vendor nobody vouched for");

  private List<String> brokenByFollowUp(TrackReading reading, Rung rung, int attempt, Facts facts) {
    FollowUpWords words =
        knowledge
            .followUps()
            .get()
            .words()
            .write(
                new FollowUpRequest(
                    rung,
                    reading.what().orElseThrow().text(),
                    reading.partner().map(Slot::text),
                    reading.kind(),
                    attempt,
                    Optional.of("20 May").filter(day -> attempt > 0),
                    attempt > 1,
                    Optional.empty(),
                    facts,
                    attempt > 0 ? Channel.EMAIL : Channel.CHAT));
    return rules
        .broken(words.say(), reading.text() + "\n20 May", facts, !words.toPartner())
        .stream()
        .filter(rule -> !SOUNDS.contains(rule))
        .filter(rule -> words.toPartner() || !rule.startsWith("says "))
        .map(rule -> reading.text() + " (" + rung.id() + ") -> " + rule + ": " + words.say())
        .toList();
  }

  // What jqwik tries

  @Provide
  Arbitrary<String> typed() {
    List<String> texts = TestTexts.evaluation("situations");
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(texts)),
        Tuple.of(
            3,
            Combinators.combine(Arbitraries.of(texts), Arbitraries.of(texts))
                .as(GuardPropertiesTest::spliced)),
        Tuple.of(1, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(200)));
  }

  @Provide
  Arbitrary<String> theirs() {
    return Arbitraries.oneOf(
        Arbitraries.of(TestTexts.evaluation("objections")),
        Arbitraries.strings().all().ofMinLength(1).ofMaxLength(200));
  }

  private static String spliced(String one, String other) {
    return one.substring(0, one.length() / 2) + " " + other.substring(other.length() / 2);
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<Optional<String>> budget =
        words("8,000", "EUR 12k", "we have 5,000 left", "it's 9,500 until June", "12 %");
    Arbitrary<Optional<String>> deadline =
        words(
            "14 March", "the printer closes on Friday", "to print by 3 May", "thurs", ":fire: now");
    Arbitrary<Optional<String>> quote =
        words("Acme Sound quoted 4,200", "4,200 from Acme", "Acme", "12% less at Acme Sound Ltd.");
    Arbitrary<Optional<Facts.Boss>> boss =
        Combinators.combine(
                Arbitraries.of(true, false),
                words(
                    "15% off",
                    "to finish in May", "us to wait until June", "quality", "a https://x.yz"))
            .as(Facts.Boss::new)
            .optional();
    Arbitrary<Optional<Facts.Threat>> threat =
        Combinators.combine(
                Arbitraries.of("", "go elsewhere", "cancel the contract"),
                Arbitraries.of("", "30 June"),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(Facts.Threat::new)
            .optional();
    return Combinators.combine(budget, deadline, quote, boss, threat).as(Facts::new);
  }

  private static Arbitrary<Optional<String>> words(String... words) {
    return Arbitraries.of(words).optional();
  }

  // How it is checked

  private List<String> brokenByScripts(List<String> texts) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Reading reading = knowledge.reader().read(texts.get(i));
      if (reading.situation() != Situation.NOT_PUSHBACK) {
        requests(reading, i).forEach(request -> broken.addAll(brokenBy(request)));
      }
    }
    return broken.stream().limit(SHOWN).toList();
  }

  private static List<ScriptRequest> requests(Reading reading, int seed) {
    List<ScriptRequest> requests = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (Firmness firmness : Firmness.values()) {
        int next = seed + requests.size();
        requests.add(
            new ScriptRequest(
                reading,
                round,
                firmness,
                FACTS.get(next % FACTS.size()),
                Optional.empty(),
                next % 3 == 0 ? Channel.EMAIL : Channel.CHAT,
                next % 7 == 0));
      }
    }
    return requests;
  }

  private static ScriptRequest request(Reading reading, int round, Firmness firmness, Facts facts) {
    return new ScriptRequest(
        reading, round, firmness, facts, Optional.empty(), Channel.CHAT, false);
  }

  private boolean isNegotiated(Reading reading) {
    return reading.situation() != Situation.NOT_PUSHBACK
        && !knowledge.playbook().page(reading.situation()).needsPerson();
  }

  private List<String> brokenBy(ScriptRequest request) {
    Script script = knowledge.scripts().write(request);
    SituationPage page = knowledge.playbook().page(script.situation());
    Facts facts = request.facts();
    String typed = request.reading().text();
    boolean boss = page.toBoss() || mayNameBoss(facts, request.round(), request.bossUsed());
    List<String> broken = new ArrayList<>();
    for (String rule : rules.broken(script.sendable(), typed, facts, boss)) {
      broken.add(
          "%s (round %d, %s, %s) -> %s: %s"
              .formatted(
                  typed, request.round(), request.firmness(), facts, rule, script.sendable()));
    }
    for (Prepared prepared : script.ifTheySay()) {
      if (preparedBefore.add(prepared.say().words())) {
        rules
            .broken(prepared.say(), "", Facts.NONE, false)
            .forEach(rule -> broken.add(typed + " -> " + rule + ": " + prepared.say()));
      }
    }
    return broken;
  }

  private List<String> brokenBy(
      ObjectionReading theirs, int round, Firmness firmness, Facts facts, boolean bossUsed) {
    Answer answer =
        knowledge.answers().answer(theirs, round, firmness, facts, Optional.empty(), bossUsed);
    boolean boss = mayNameBoss(facts, round, bossUsed);
    return rules.broken(answer.say(), "", facts, boss).stream()
        .map(
            rule ->
                "%s (round %d, %s, %s) -> %s: %s"
                    .formatted(theirs.text(), round, firmness, facts, rule, answer.say()))
        .toList();
  }

  private static boolean mayNameBoss(Facts facts, int round, boolean used) {
    boolean willing =
        facts.boss().filter(Facts.Boss::consent).flatMap(Facts.Boss::wants).isPresent();
    return round > 1 && willing && !used;
  }
}
