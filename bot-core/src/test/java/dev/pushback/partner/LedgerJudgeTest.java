package dev.pushback.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.TestKnowledge;
import dev.pushback.partner.Concession.Cost;
import dev.pushback.partner.Concession.Direction;
import dev.pushback.partner.Concession.Size;
import dev.pushback.partner.Concession.Weight;
import dev.pushback.partner.LedgerVerdict.Answer;
import dev.pushback.script.CoachText;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether asking again is too much: the rules as a table, and what always holds. */
class LedgerJudgeTest {
  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

  private static final List<Cost> COSTS = List.of(Cost.LOW, Cost.MEDIUM, Cost.HIGH);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final LedgerJudge judge = new LedgerJudge(TestKnowledge.get().playbook());

  /**
   * Got and given as weight, cost and days ago: {@code S3@10} is special, cost a lot, ten days ago;
   * {@code n1@0} is usual, cost little, today. Asks as days ago. Flags: new, usual (what is wanted
   * next is usual in the trade), prompt, repeat, no (a final one), limit.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # got                 | gave           | asks        | rounds | thanks | flags           | verdict
          # nothing has happened, or little
                                |                |             | 0      | 0      | new             | FINE
                                |                |             | 0      | 0      |                 | FINE
                                |                |             | 1      | 0      |                 | FINE
          n1@0                  |                |             | 0      | 0      |                 | FINE
          n3@0                  |                |             | 0      | 0      |                 | FINE
          n1@0 n1@5 n1@9 n1@20  |                |             | 0      | 0      |                 | FINE
          S1@0                  |                |             | 0      | 0      |                 | FINE
          # more than a little, without anything in return
          S1@0 n1@0             |                |             | 0      | 0      |                 | OFFER
          S2@0                  |                |             | 0      | 0      |                 | OFFER
          S2@10                 |                | 3           | 1      | 0      |                 | OFFER
          n3@0 n3@0             |                |             | 0      | 0      |                 | OFFER
          # much more
          S3@0                  |                |             | 0      | 0      |                 | PAUSE
          S2@0 S1@0             |                |             | 0      | 0      |                 | PAUSE
          S3@0 S3@0             |                |             | 0      | 0      | new usual       | PAUSE
          # a new item, or one that is usual in the trade, needs no offer when little is owed
          S1@0 n1@0             |                |             | 0      | 0      | new             | FINE
          S1@0 n1@0             |                |             | 0      | 0      | usual           | FINE
          S2@0                  |                |             | 0      | 0      | usual           | OFFER
          S2@0                  |                |             | 0      | 4      | usual           | FINE
          # what was given makes up for it
          S2@0                  | n2@0 n2@0      |             | 0      | 0      |                 | FINE
          S3@0                  | S2@0           |             | 0      | 0      |                 | OFFER
          S3@0                  | S3@0 n3@0      |             | 0      | 0      |                 | FINE
          S3@0                  |                |             | 0      | 4      |                 | OFFER
          S2@0                  |                |             | 0      | 4      | prompt repeat   | FINE
          S3@0                  |                |             | 0      | 0      | prompt repeat   | OFFER
          # more thank-yous than six count no more
          S3@0 S1@0             |                |             | 0      | 6      |                 | PAUSE
          S3@0 S1@0             |                |             | 0      | 60     |                 | PAUSE
          # what is long ago weighs less
          S3@90                 |                |             | 0      | 0      |                 | OFFER
          S3@180                |                |             | 0      | 0      |                 | FINE
          S2@90                 |                |             | 0      | 0      |                 | FINE
          S3@400 S3@500         |                |             | 0      | 0      |                 | FINE
          S2@0                  | n3@300         |             | 0      | 0      |                 | OFFER
          # three asks within ten working days
                                |                | 0 3         | 0      | 0      |                 | FINE
                                |                | 0 3 7       | 0      | 0      |                 | PAUSE
                                |                | 0 3 11      | 0      | 0      |                 | PAUSE
                                |                | 0 3 12      | 0      | 0      |                 | PAUSE
                                |                | 0 3 14      | 0      | 0      |                 | FINE
                                |                | 20 30 40 50 | 0      | 0      |                 | FINE
                                | S3@0 S3@0      | 1 2 3       | 0      | 6      | prompt new      | PAUSE
          # the same again without anything new
                                |                |             | 2      | 0      |                 | PAUSE
                                | S3@0           |             | 2      | 6      | prompt usual    | PAUSE
                                |                |             | 3      | 0      |                 | STOP
                                |                |             | 7      | 0      |                 | STOP
                                | S3@0 S3@0      |             | 3      | 6      | prompt repeat   | STOP
          # their own clear words
                                |                |             | 0      | 0      | no              | STOP
                                |                |             | 1      | 0      | limit           | STOP
          S3@0                  |                | 0 1 2       | 2      | 0      | no limit        | STOP
                                | S3@0 S3@0      |             | 0      | 6      | no prompt usual | STOP
          """)
  void theRules(
      String got, String gave, String asks, int rounds, int thanks, String flags, Answer verdict) {
    List<Concession> concessions = new ArrayList<>(concessions(got, Direction.GOT));
    concessions.addAll(concessions(gave, Direction.GAVE));
    List<String> set = words(flags);

    Ledger ledger =
        new Ledger(
            concessions,
            words(asks).stream().map(days -> TODAY.minusDays(Long.parseLong(days))).toList(),
            rounds,
            set.contains("new"),
            set.contains("usual"),
            thanks,
            set.contains("prompt"),
            set.contains("repeat"),
            set.contains("no"),
            set.contains("limit"));

    assertThat(judge.judge(ledger, TODAY).answer()).isEqualTo(verdict);
  }

  private static List<String> words(@org.jspecify.annotations.Nullable String text) {
    return text == null ? List.of() : SPACE.splitAsStream(text.strip()).toList();
  }

  private static List<Concession> concessions(
      @org.jspecify.annotations.Nullable String text, Direction direction) {
    return words(text).stream()
        .map(
            one ->
                concession(
                    direction,
                    one.charAt(0) == 'S' ? Weight.SPECIAL : Weight.STANDARD,
                    COSTS.get(one.charAt(1) - '1'),
                    Integer.parseInt(one.substring(3))))
        .toList();
  }

  private static Concession concession(Direction direction, Weight weight, Cost cost, int daysAgo) {
    return new Concession(
        direction,
        "two free rooms",
        "extra",
        Size.UNKNOWN,
        weight,
        cost,
        TODAY.minusDays(daysAgo),
        Optional.empty());
  }

  @Test
  void theLinesTellWhatDecided() {
    Ledger ledger =
        new Ledger(
            List.of(concession(Direction.GOT, Weight.SPECIAL, Cost.HIGH, 3)),
            List.of(TODAY, TODAY.minusDays(3), TODAY.minusDays(6)),
            2,
            false,
            false,
            0,
            false,
            false,
            false,
            false);

    LedgerVerdict verdict = judge.judge(ledger, TODAY);

    assertThat(verdict.title()).isEqualTo("Bundle or pause");
    assertThat(verdict.decided())
        .extracting(CoachText::words)
        .containsExactly(
            "You've asked for this in two rounds without anything new to tell them; one more of the"
                + " same kind would be the last.",
            "You've asked them for something three times in the last 10 working days.",
            "What you got outweighs what you gave by a good deal.");
  }

  @Test
  void aFeelingCannotGetIntoTheAccountThatIsJudged() {
    assertThat(Ledger.class.getRecordComponents())
        .extracting(RecordComponent::getType)
        .doesNotContain(Feeling.class, Account.class);
    assertThat(
            Arrays.stream(LedgerJudge.class.getMethods())
                .filter(one -> one.getName().equals("judge")))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.getParameterTypes()).containsExactly(Ledger.class, LocalDate.class));
  }

  @Test
  void aNewItemHasNoHistory() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Ledger(List.of(), List.of(), 1, true, false, 0, false, false, false, false));
  }

  @Property(tries = 500, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void theVerdictStandsBesideTheFeelingAndIsNotChangedByIt(
      @ForAll("ledgers") Ledger ledger, @ForAll("feelings") Feeling feeling) {
    LedgerVerdict verdict = judge.judge(ledger, TODAY);

    assertThat(new Account(judge.judge(ledger, TODAY), Optional.of(feeling)).verdict())
        .isEqualTo(new Account(verdict, Optional.empty()).verdict());
    assertThat(verdict.decided()).noneMatch(line -> line.words().contains(feeling.words()));
  }

  @Property(tries = 500, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void somethingMoreGotNeverMakesItMilder(
      @ForAll("ledgers") Ledger ledger, @ForAll("concessions") Concession one) {
    Ledger more = with(ledger, redirected(one, Direction.GOT));

    assertThat(judge.judge(more, TODAY).answer())
        .isGreaterThanOrEqualTo(judge.judge(ledger, TODAY).answer());
  }

  @Property(tries = 500, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void somethingMoreGivenNeverMakesItHarsher(
      @ForAll("ledgers") Ledger ledger, @ForAll("concessions") Concession one) {
    Ledger more = with(ledger, redirected(one, Direction.GAVE));

    assertThat(judge.judge(more, TODAY).answer())
        .isLessThanOrEqualTo(judge.judge(ledger, TODAY).answer());
  }

  @Property(tries = 300, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void whatWasGotLongerAgoNeverMakesItHarsher(
      @ForAll("ledgers") Ledger ledger, @ForAll("concessions") Concession one) {
    Concession got = redirected(one, Direction.GOT);
    Concession earlier =
        new Concession(
            got.direction(),
            got.what(),
            got.kind(),
            got.size(),
            got.weight(),
            got.cost(),
            got.on().minusDays(60),
            got.reason());

    assertThat(judge.judge(with(ledger, earlier), TODAY).answer())
        .isLessThanOrEqualTo(judge.judge(with(ledger, got), TODAY).answer());
  }

  @Property(tries = 1000, seed = "1789", edgeCases = EdgeCasesMode.NONE)
  void twoOrThreeLinesDecideAndEachIsTrue(@ForAll("ledgers") Ledger ledger) {
    LedgerVerdict verdict = judge.judge(ledger, TODAY);
    boolean got = ledger.concessions().stream().anyMatch(one -> one.direction() == Direction.GOT);
    boolean gave = ledger.concessions().stream().anyMatch(one -> one.direction() == Direction.GAVE);

    assertThat(verdict.decided()).hasSizeBetween(2, 3).doesNotHaveDuplicates();
    for (CoachText line : verdict.decided()) {
      String words = line.words();
      assertThat(words).doesNotContain("{", "}").endsWith(".");
      boolean isTrue =
          switch (words.split(" ", 4)[0] + " " + words.split(" ", 4)[1]) {
            case "They gave" -> ledger.finalNo();
            case "They named" -> ledger.hardLimit();
            case "They've given" -> !got;
            case "It's a" -> ledger.newItem();
            case "What you" -> words.contains("want next") ? ledger.expected() : got;
            case "You got" -> got;
            case "You haven't" ->
                words.contains("given them")
                    ? !gave && ledger.thanks() == 0 && !ledger.promptPayment()
                    : ledger.roundsWithoutNews() == 0;
            case "You've asked" ->
                words.contains("them for something")
                    ? ledger.asks().size() >= 3
                    : ledger.roundsWithoutNews() > 0;
            case "In the" -> !ledger.asks().isEmpty();
            case "What weighs" -> got && words.contains("two free rooms");
            case "On your" -> gave;
            case "What speaks" ->
                ledger.thanks() > 0 || ledger.promptPayment() || ledger.repeatBusiness();
            case "That is" -> verdict.answer() == Answer.STOP;
            default -> throw new AssertionError("a line nobody checks: " + words);
          };
      assertThat(isTrue).as("%s of %s", words, ledger).isTrue();
    }
  }

  private static Ledger with(Ledger ledger, Concession one) {
    List<Concession> more = new ArrayList<>(ledger.concessions());
    more.add(one);
    return new Ledger(
        more,
        ledger.asks(),
        ledger.roundsWithoutNews(),
        ledger.newItem(),
        ledger.expected(),
        ledger.thanks(),
        ledger.promptPayment(),
        ledger.repeatBusiness(),
        ledger.finalNo(),
        ledger.hardLimit());
  }

  private static Concession redirected(Concession one, Direction direction) {
    return new Concession(
        direction,
        one.what(),
        one.kind(),
        one.size(),
        one.weight(),
        one.cost(),
        one.on(),
        one.reason());
  }

  @Provide
  Arbitrary<Feeling> feelings() {
    return Arbitraries.of("I feel awful", "guilty", "I've been a pest", "not guilty at all")
        .map(Feeling::new);
  }

  @Provide
  Arbitrary<Concession> concessions() {
    return Combinators.combine(
            Arbitraries.of(Direction.class),
            Arbitraries.of(Weight.class),
            Arbitraries.of(Cost.class),
            Arbitraries.integers().between(-5, 400))
        .as(LedgerJudgeTest::concession);
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    Arbitrary<List<LocalDate>> asks =
        Arbitraries.integers().between(0, 40).map(TODAY::minusDays).list().ofMaxSize(5);
    Arbitrary<Boolean> rarely =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.just(false)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(true)));
    return Combinators.combine(
            concessions().list().ofMaxSize(4),
            asks,
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 3),
            rarely)
        .as(
            (concessions, dates, rounds, fresh, usual, thanks, good, clear) -> {
              boolean isNew = fresh && rounds == 0 && !clear;
              return new Ledger(
                  concessions,
                  dates,
                  rounds,
                  isNew,
                  usual,
                  thanks,
                  good % 2 == 1,
                  good > 1,
                  clear && rounds % 2 == 0,
                  clear && rounds % 2 == 1);
            });
  }
}
