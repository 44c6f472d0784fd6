package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.TestKnowledge;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is found in drafts that leave no doubt. In the tables ⏎ is a line break; a problem that
 * plainly isn't there has a minus.
 */
class DraftCheckTest {
  private static final DraftCheck CHECK = TestKnowledge.get().drafts().get();

  private static final Facts.Threat ALL_KEYS =
      new Facts.Threat("cancel the order", "30 June", true, true, true);

  private static List<String> problems(DraftRequest request) {
    return CHECK.check(request).problems().stream().map(DraftProblem::id).toList();
  }

  private static List<String> problems(String text) {
    return problems(DraftRequest.of(text.replace("⏎", "\n")));
  }

  private static DraftRequest request(String text, int round, Facts facts) {
    return new DraftRequest(text, round, Optional.empty(), facts, Set.of());
  }

  private static Facts with(Facts.Threat threat) {
    return new Facts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(threat));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a threat
          Confirm 15% by Friday or we cancel the contract and move to another supplier.             | threat -harsh -boss-early
          If we don't get the refund this week, you'll hear from our lawyers.                       | threat no-ask -empty-bump
          Pay the invoice by Monday or we'll take legal action.                                     | threat -apologetic -no-ask
          Could you drop the price? Otherwise we will leave a bad review on every site.             | threat -no-ask -no-question
          # it sounds harsh
          Are you people completely useless? Send the corrected invoice today.                      | harsh -threat -no-ask
          This is ridiculous. Your work is pathetic, and your team is a joke.                       | harsh no-ask -apologetic
          WHERE IS OUR MONEY? WE WANT IT NOW!                                                       | harsh -hedged-ask
          Only an idiot would send such rubbish. Could you redo it by Friday? We print on Monday.   | harsh -no-ask -no-question
          # blame
          This is entirely your fault. You lost our order, and you never told us.                   | blame no-ask -hedged-ask
          You always deliver late and you never answer. Could you send the parts by Thursday?       | blame -no-ask -no-question
          You promised the drawings last week and you let us down. Could you send them today?       | blame -threat -no-question
          Your team forgot to book the lift, and your team failed to tell us.                       | blame no-ask -apologetic
          # the boss comes too early
          I've copied my CEO on this mail. Could you send the contract today?                       | boss-early -no-ask -threat
          If you can't decide this I'll call your boss.                                             | boss-early no-ask
          I'm escalating this to your manager today.                                                | boss-early no-ask -apologetic
          # guilt, promises, another firm's name
          After all we've done for you, could you lower the price by 5%?                            | guilt -no-ask -no-question
          You owe us after everything we've done.                                                   | guilt no-ask
          Could you give us 10%? There's much more business coming from us next year.               | future-business -no-ask
          Northgate quoted us 4,100 for the same job. Could you match it?                           | named-quote -no-reason -no-ask
          We have a quote from Acme for 900. Can you match that by Friday?                          | named-quote -no-question
          # nothing new in it
          Just checking in on this.                                                                 | empty-bump no-ask
          Any update?                                                                               | empty-bump -threat
          Following up on my email below.                                                           | empty-bump no-ask
          Gentle reminder :)                                                                        | empty-bump no-ask -harsh
          Bumping this to the top of your inbox.                                                    | empty-bump no-ask
          # no ask
          The printer on the second floor has been broken since Monday.                             | no-ask no-question -threat
          We moved the launch to 3 June. The budget is unchanged.                                   | no-ask -empty-bump
          Your offer of 4,800 is above what we planned for this year.                               | no-ask -hedged-ask
          # the ask is hedged
          I was wondering if you could perhaps lower the fee a little, but it's totally fine if not. | hedged-ask -no-ask -harsh
          Feel free to say no, but would there maybe be a chance of 5% off? Our budget is 900.      | hedged-ask -no-question
          Could you maybe possibly send the plan? No worries if not! We print on Friday.            | hedged-ask -no-ask -threat
          # apologies
          I'm so sorry to bother you again. Could you send the invoice by Friday?                   | apologetic -no-ask -harsh
          Sorry for being such a pain. Could you sign the form today? The office closes at four.    | apologetic -no-reason
          Apologies for chasing again, sorry! Could you resend the key? The flat is empty.          | apologetic -threat
          # no reason
          Could you give us 10% off?                                                                | no-reason -no-ask -no-question
          Can you move the call to Thursday?                                                        | no-reason -no-ask -no-question
          Please send the signed contract by Friday.                                                | no-reason -no-ask
          # nothing to answer
          Please send the contract by Friday because our lender wants it before the closing.        | no-question -no-ask -no-reason
          # several asks at once
          Could you send the plan, sign the contract, call the landlord, pay the deposit and book the van? We move on Friday. | multiple-asks -no-ask
          We open in May. Could you send the menu? Could you book the band? Could you order the chairs? Could you print the cards? Could you call the press? | multiple-asks -no-reason
          # one ask is one, however long
          Could you send the plan for the stalls, the stage and the bar? We open on 1 May.          | -multiple-asks -no-reason
          """)
  void aPlainProblemIsFoundAndAPlainAbsenceToo(String text, String wanted) {
    List<String> found = problems(text);

    for (String problem : wanted.split(" ", -1)) {
      if (problem.startsWith("-")) {
        assertThat(found).doesNotContain(known(problem.substring(1)));
      } else {
        assertThat(found).contains(known(problem));
      }
    }
  }

  private static String known(String id) {
    assertThat(DraftProblem.byId(id)).as(id).isPresent();
    return id;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Jonas, our audit starts on 12 May, so could you send the signed report by 5 May?",
        "Thanks for the quick draft. Our board meets on Thursday. Could you send the final version by"
            + " Wednesday noon?",
        "Dear Ms Okafor,\n\nthe boxes arrived with two panels broken. Could you replace them by 14"
            + " March? We open on the 20th.\n\nKind regards,\nAna Ruiz",
        "We've booked the hall for 80 people, but 95 have signed up. Could you add 15 chairs by"
            + " Saturday?",
        "Could you extend the payment term to 45 days? Our own customers pay us after 40.",
        "Hello Piotr, the invoice shows 14 hours, and our log shows 11. Could you check the three"
            + " hours on 4 May?",
        "Hi Ana, the venue closes at ten because of the new licence. Would it be possible to start at"
            + " six instead of seven?"
      })
  void aGoodDraftIsLeftAloneLetterByLetter(String text) {
    DraftReport report = CHECK.check(DraftRequest.of(text));

    assertThat(report.findings()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.asks()).isNotEmpty();
    assertThat(report.rewrite().isChanged()).isFalse();
    assertThat(report.rewrite().words().words()).isEqualTo(text);
  }

  @Test
  void aGoodDraftThatSaysSomethingKindIsWarmAndFirm() {
    String kind = "Thank you for the quick draft, it helped us a lot. ";
    String ask = "Our board meets on Thursday. Could you send the final version by Wednesday?";

    assertThat(CHECK.check(DraftRequest.of(kind + ask)).isWarmAndFirm()).isTrue();
    assertThat(CHECK.check(DraftRequest.of(ask)).isWarmAndFirm()).isFalse();
    assertThat(CHECK.check(DraftRequest.of(kind)).isWarmAndFirm()).isFalse();
  }

  @Test
  void theAxesTellAHarshDraftFromASoftOne() {
    DraftReport harsh = CHECK.check(DraftRequest.of("Useless. Send it today or we'll sue you."));
    DraftReport soft =
        CHECK.check(
            DraftRequest.of("So sorry to bother you, maybe you could send it? No worries if not!"));

    assertThat(harsh.harsh()).isGreaterThan(0.5).isGreaterThan(soft.harsh());
    assertThat(soft.soft()).isGreaterThan(0.5).isGreaterThan(harsh.soft());
  }

  @Test
  void aFindingTellsWhereWhyWhatInsteadAndWhoSaysSo() {
    String text = "Hi Ana,\n\nyou let us down. Could you send the parts by Thursday?";

    Finding finding = CHECK.check(DraftRequest.of(text)).findings().get(0);

    assertThat(finding.problem()).isEqualTo(DraftProblem.BLAME);
    assertThat(text.indexOf("you let us down.")).isLessThanOrEqualTo(finding.start());
    assertThat(finding.in(text)).contains("let us down");
    assertThat(finding.why().words()).isNotBlank();
    assertThat(finding.instead().words()).isNotBlank();
    assertThat(finding.cites()).isNotEmpty();
  }

  @Test
  void theWeightiestProblemComesFirst() {
    assertThat(
            CHECK
                .check(
                    DraftRequest.of(
                        "Your team failed again. I've copied my CEO. Send it by Friday or we'll take"
                            + " legal action."))
                .problems())
        .isSorted()
        .startsWith(DraftProblem.THREAT);
  }

  @Test
  void whereItAsksIsPointedAt() {
    String text = "Hi Ana, we open on 1 May. Could you send the menu by 20 April?";

    assertThat(CHECK.check(DraftRequest.of(text)).asks())
        .singleElement()
        .satisfies(
            ask ->
                assertThat(text.substring(ask.start(), ask.end()))
                    .isEqualTo("Could you send the menu by 20 April?"));
  }

  // What the person doesn't want to hear of

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pay the invoice by Monday or we'll take legal action. | threat
          Could you give us 10% off?                            | no-reason
          Just checking in on this.                             | empty-bump
          I'm so sorry to bother you. Could you send it?        | apologetic
          """)
  void aMutedProblemIsLeftOutAndTheOthersStay(String text, String muted) {
    DraftProblem problem = DraftProblem.byId(muted).orElseThrow();
    List<String> all = problems(text);

    List<String> rest =
        problems(new DraftRequest(text, 1, Optional.empty(), Facts.NONE, Set.of(problem)));

    assertThat(all).contains(muted);
    assertThat(rest).isEqualTo(all.stream().filter(found -> !found.equals(muted)).toList());
  }

  @Test
  void whenEverythingFoundIsMutedTheDraftStaysAsItIs() {
    String text = "You let us down. Could you give us 10% off?";

    DraftReport report =
        CHECK.check(
            new DraftRequest(text, 1, Optional.empty(), Facts.NONE, Set.of(DraftProblem.values())));

    assertThat(report.findings()).isEmpty();
    assertThat(report.rewrite().words().words()).isEqualTo(text);
  }

  // What is allowed from round 2 on

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                                        | round | consent | found
          I've copied my manager on this. Could you send the contract?  | 1     | true    | true
          I've copied my manager on this. Could you send the contract?  | 2     | true    | false
          I've copied my manager on this. Could you send the contract?  | 3     | true    | false
          I've copied my manager on this. Could you send the contract?  | 2     | false   | true
          I've copied your manager on this. Could you send the contract? | 2    | true    | true
          I'm escalating this to your boss today.                       | 3     | true    | true
          """)
  void theOwnBossMayBeNamedInRoundTwoIfTheyAgreedAndTheirsNever(
      String text, int round, boolean consent, boolean found) {
    Facts facts = Facts.NONE.withBoss(new Facts.Boss(consent, Optional.empty()));

    assertThat(problems(request(text, round, facts)).contains("boss-early")).isEqualTo(found);
  }

  @Test
  void aBossNobodyVouchedForIsTooEarlyInAnyRound() {
    String text = "I've copied my manager on this. Could you send the contract?";

    assertThat(problems(request(text, 5, Facts.NONE))).contains("boss-early");
  }

  @ParameterizedTest
  @CsvSource({
    // round, true, authorised, intended, date, found
    "1, true, true, true, 30 June, true",
    "2, true, true, true, 30 June, false",
    "3, true, true, true, 30 June, false",
    "2, false, true, true, 30 June, true",
    "2, true, false, true, 30 June, true",
    "2, true, true, false, 30 June, true",
    "2, true, true, true, '', true",
  })
  void aConsequenceMayBeNamedInRoundTwoWithAllFourKeys(
      int round, boolean isTrue, boolean authorised, boolean intended, String date, boolean found) {
    Facts facts = with(new Facts.Threat("cancel the order", date, isTrue, authorised, intended));
    String text = "Could you deliver by 30 June? Otherwise we will cancel the order.";

    assertThat(problems(request(text, round, facts)).contains("threat")).isEqualTo(found);
  }

  @Test
  void theFourKeysExcuseNoInsult() {
    String text = "You're useless. Deliver by 30 June, otherwise we will cancel the order.";

    assertThat(problems(request(text, 2, with(ALL_KEYS))))
        .contains("harsh")
        .doesNotContain("threat");
  }

  // What the person vouched for

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the budget
          8k                          | Could you meet our budget of 8,000?            | false
          8,000                       | Could you meet our budget of 8k?               | false
          EUR 8.000                   | Could you meet our budget of 8 000 euros?      | false
          we have 12.5k until June    | Our budget is 12,500. Could you meet it?       | false
          8,000                       | Our budget is 6,000. Could you meet it?        | true
          8k                          | Our budget is 8. Could you meet it?            | false
          8,000                       | Our budget is 8,000.00, could you meet it?     | false
          8,000                       | Our budget covers 2 people. Could you do it?   | false
          8,000                       | The budget was approved on 3 May. Could you go on? | false
          8,000                       | Our budget for 2026 is set. Could you help?    | false
          8,000                       | Our budget is tight. Could you come down?      | false
          8,000                       | Our budget fell by 20%. Could you come down?   | false
          8,000                       | Your price is 6,000. Could you come down?      | false
          half of last year's         | Our budget is 6,000. Could you meet it?        | false
          8,000                       | Our budget is 8,000, not 9,000. Could you help? | false
          """)
  void aBudgetThatDiffersFromTheOneVouchedForIsFound(String vouched, String text, boolean differs) {
    assertContradicts(text, Facts.NONE.withBudget(vouched), differs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4,200                    | Another firm quoted 4,200. Could you match it?     | false
          4.2k from Acme           | We have a lower quote of 4,200. Could you match it? | false
          4,200                    | Another firm quoted 3,900. Could you match it?     | true
          4,200                    | We have a cheaper offer of 3.9k. Could you match it? | true
          4,200                    | Another firm quoted within 24 hours. Could you?    | false
          4,200                    | You quoted 5,000. Could you come down?             | false
          4,200                    | Another firm quoted less. Could you match it?      | false
          """)
  void aQuoteThatDiffersFromTheOneVouchedForIsFound(String vouched, String text, boolean differs) {
    assertContradicts(text, Facts.NONE.withQuote(vouched), differs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 March      | Our deadline is 14 March. Could you send it?        | false
          14 March      | Our deadline is the 14th. Could you send it?        | false
          14 March      | Our deadline is 10 March. Could you send it?        | true
          Friday        | Our deadline is Friday. Could you send it?          | false
          Friday        | Our deadline is Wednesday. Could you send it?       | true
          14 March      | Our deadline is close. Could you send it?           | false
          14 March      | Could you extend the deadline by 2 weeks?           | false
          14 March      | The deadline is fixed. Could you send 3 samples?    | false
          14 March      | For our deadline, could you send it by Wednesday?   | false
          14 March      | We meet on 10 March. Could you send it?             | false
          """)
  void aDeadlineThatDiffersFromTheOneVouchedForIsFound(
      String vouched, String text, boolean differs) {
    assertContradicts(text, Facts.NONE.withDeadline(vouched), differs);
  }

  private static void assertContradicts(String text, Facts facts, boolean differs) {
    assertThat(problems(request(text, 1, facts)).contains("contradicts-fact")).isEqualTo(differs);
    assertThat(problems(text)).doesNotContain("contradicts-fact");
  }

  // Length

  @Test
  void inAChatLessIsTooLong() {
    String text =
        "Could you move the delivery to 4 June? We open on 6 June. "
            + "The floor of the shop is new. ".repeat(18);

    assertThat(onChannel(text, Channel.CHAT)).contains("overlong");
    assertThat(onChannel(text, Channel.EMAIL)).doesNotContain("overlong");
    assertThat(problems(text)).doesNotContain("overlong");
    assertThat(onChannel(text + "The roof is old. ".repeat(30), Channel.EMAIL))
        .contains("overlong");
  }

  private static List<String> onChannel(String text, Channel channel) {
    return problems(new DraftRequest(text, 1, Optional.of(channel), Facts.NONE, Set.of()));
  }

  @Test
  void fiveThousandCharactersAreReadAndOneMoreIsRefused() {
    String text = "Could you send the plan for the hall by noon? ".repeat(200).substring(0, 5000);

    assertThat(problems(text)).contains("overlong");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftRequest.of(text + "."))
        .withMessage("a draft of 5001 characters");
  }

  // Texts nobody would send, but somebody will paste

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "?!…",
        "--- *** ---",
        "👍",
        "👍🎉 👩‍👩‍👧‍👦",
        "Hello",
        "Please",
        "no sentence end and no capital either",
        "a\n",
        "\n\na",
        ", , ,",
        "1. 2. 3.",
        "((((((",
        "אפשר לקבל את החוזה עד יום שישי?",
        "هل يمكنكم إرسال العقد قبل يوم الجمعة؟",
        "我们周五之前需要合同。可以吗？",
        "𝕮𝖔𝖚𝖑𝖉 𝖞𝖔𝖚 𝖘𝖊𝖓𝖉 𝖎𝖙?",
        "Could you send 𝟙𝟘 chairs 🪑 by noon? 𐐷",
        "You \uD83D let us down. Could you \uDE00 send it?",
        "e\u0301tage\u00a0re\u0301serve\u0301 \u200b\u202e?ti dnes uoy dluoC\u202c",
        "Your team failed\r\n\r\nCould you\tsend it?\r\n",
        "Hi\u0000there. Could you send it?"
      })
  void noTextBreaksTheCheckAndEveryPlaceLiesWithinIt(String text) {
    assertPlaces(text);
    assertPlaces(text.repeat(20));
  }

  private static void assertPlaces(String text) {
    DraftReport report = CHECK.check(DraftRequest.of(text));

    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.start()).isBetween(0, text.length());
              assertThat(finding.end()).isBetween(finding.start(), text.length());
            });
    assertThat(report.asks())
        .allSatisfy(ask -> assertThat(ask.end()).isBetween(ask.start(), text.length()));
    assertThat(report.rewrite().changes())
        .allSatisfy(
            change ->
                assertThat(text.substring(change.start(), change.end()))
                    .isEqualTo(change.before()));
    assertThat(report.harsh()).isBetween(0.0, 1.0);
    assertThat(report.soft()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void everyChannelAndEveryRoundIsRead(Channel channel) {
    for (int round = 1; round < 9; round++) {
      DraftRequest request =
          new DraftRequest(
              "Could you send it?", round, Optional.of(channel), with(ALL_KEYS), Set.of());
      assertThatCode(() -> CHECK.check(request)).doesNotThrowAnyException();
    }
  }
}
