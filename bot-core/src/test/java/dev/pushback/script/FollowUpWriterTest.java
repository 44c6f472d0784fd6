package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Ladder;
import dev.pushback.playbook.Phrase;
import dev.pushback.playbook.Phrases;
import dev.pushback.playbook.Rung;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Follow-ups that move the work, from the first question to one's own boss. */
class FollowUpWriterTest {
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!]) (?=[\\p{Lu}{])");

  private static final List<String> ITEMS =
      List.of(
          "signed NDA",
          "invoice 2217",
          "logo approval",
          "tour dates",
          "loaner chairs",
          "interim evaluation",
          "visa letters",
          "meeting date",
          "their half of the text",
          "the thing");
  private static final List<String> KINDS =
      List.of("client", "partner-org", "bureaucracy", "government");
  private static final List<Optional<String>> DATES =
      List.of(Optional.empty(), Optional.of("20 May"));
  private static final List<Facts> FACTS =
      List.of(
          Facts.NONE,
          Facts.NONE.withDeadline("14 March"),
          Facts.NONE.withDeadline("the trade fair on 2 May"),
          Facts.NONE.withDeadline("our printer closes on Friday"));

  private final Knowledge knowledge = TestKnowledge.get();
  private final Ladder ladder = knowledge.playbook().ladder();
  private final FollowUpWriter writer =
      new FollowUpWriter(knowledge.playbook(), knowledge.reader());
  private final SendableRules rules = new SendableRules();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          signed NDA                              | the signed NDA
          The signed NDA                          | the signed NDA
          invoice 2217                            | invoice 2217
          Invoice 2217                            | invoice 2217
          PO 991                                  | PO 991
          logo approval                           | the logo approval
          tour dates                              | the tour dates
          approve logo round 9                    | the approval of logo round 9
          sign the deed                           | the signature on the deed
          look at the heating                     | the inspection of the heating
          send us the floor plan                  | the floor plan
          test rig back                           | the test rig
          their half of the newsletter text       | your half of the newsletter text
          their reply to our offer                | your reply to our offer
          reply                                   | the reply
          my deposit                              | our deposit
          waiting for the keys                    | the keys
          first 200 booklets                      | the first 200 booklets
          12 signed copies                        | the 12 signed copies
          VAT refund Q2                           | the VAT refund for Q2
          Permit for the crane                    | the permit for the crane
          Rivera's signature                      | Rivera's signature
          Helsinki contract                       | the Helsinki contract
          ethics board stamp                      | the ethics board stamp
          access to the portal                    | access to the portal
          # what can't be fitted is left to the person
          someone to call me back                 | [what you're waiting for]
          the idiots' answer                      | [what you're waiting for]
          <b>the keys</b>                         | [what you're waiting for]
          that they finally see reason and answer | [what you're waiting for]
          our boss's ok                           | [what you're waiting for]
          """)
  void whatIsWaitedForIsFittedIn(String typed, String fitted) {
    FollowUpWords followUp =
        writer.write(FollowUpRequest.first(typed, "vendor").next(Rung.CHANGE_CHANNEL));

    assertThat(followUp.say().words())
        .isEqualTo(
            "Which is better for " + fitted + ": an e-mail that you can file, or a short call?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          invoice 2217          | payment
          VAT refund Q2         | payment
          £3,260 they owe us    | payment
          signed NDA            | signature
          logo approval         | approval
          review of our form    | approval
          purchase order number | information
          tour dates            | information
          visa letters          | document
          market study          | work
          loaner chairs         | goods
          kick-off              | meeting
          the thing             |
          """)
  void theKindOfThingIsToldByItsLastWord(
      String item, @org.jspecify.annotations.Nullable String kind) {
    assertThat(writer.kind(item)).isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void moneyIsAskedForInOneWayBeforeItsDayAndInAnotherAfterIt() {
    assertThat(money(false))
        .isEqualTo(
            "A note ahead of time: the due date for invoice 2217 is 20 May. Have you got all you"
                + " need for the payment, or is there something we should send?");
    assertThat(money(true))
        .isEqualTo(
            "The due date for invoice 2217 was 20 May, and our account doesn't show the payment"
                + " yet. On which day will it go out?");
  }

  private String money(boolean passed) {
    return writer
        .write(
            new FollowUpRequest(
                Rung.ASK_ETA,
                "invoice 2217",
                Optional.empty(),
                "client",
                0,
                Optional.of("20 May"),
                passed,
                Optional.empty(),
                Facts.NONE,
                Channel.CHAT))
        .say()
        .words();
  }

  @Test
  void anAuthorityHearsFromTheNamedContactOnly() {
    FollowUpWords followUp =
        writer.write(
            FollowUpRequest.first("crane permit", "government").next(Rung.ASK_PROCESS_OWNER));

    assertThat(followUp.why().words()).contains("named contact only");
    assertThat(followUp.cites()).contains("T-056");
  }

  @Test
  void aVouchedDeadlineOpensTheMessageAndAnInventedOneIsNeverThere() {
    FollowUpRequest first = FollowUpRequest.first("logo files", "agency");
    FollowUpRequest vouched =
        new FollowUpRequest(
            first.rung(),
            first.item(),
            first.partner(),
            first.partnerKind(),
            0,
            first.date(),
            false,
            first.waited(),
            Facts.NONE.withDeadline("our printer closes on Friday"),
            Channel.CHAT);

    assertThat(writer.write(vouched).say().words())
        .startsWith("The reason I ask: our printer closes on Friday. ");
    assertThat(writer.write(first).say().words()).doesNotContain("Friday");
  }

  @Test
  void theBossHearsAnotherTextThatIsNeverForThePartner() {
    FollowUpRequest first = FollowUpRequest.first("their half of the text", "partner-org");
    FollowUpWords toBoss =
        writer.write(
            new FollowUpRequest(
                Rung.TELL_THE_BOSS,
                first.item(),
                Optional.of("Puffin Kids"),
                first.partnerKind(),
                1,
                Optional.empty(),
                false,
                Optional.empty(),
                Facts.NONE,
                Channel.CHAT));

    assertThat(toBoss.toPartner()).isFalse();
    assertThat(toBoss.next()).isEmpty();
    assertThat(toBoss.say().words())
        .startsWith("We're still waiting for their half of the text from Puffin Kids.");
  }

  @ParameterizedTest
  @EnumSource(Rung.class)
  void theLadderIsClimbedOneRungAtATime(Rung rung) {
    FollowUpWords followUp = writer.write(FollowUpRequest.first("the keys", "vendor").next(rung));

    assertThat(followUp.next()).isEqualTo(rung.next());
    assertThat(followUp.toPartner()).isEqualTo(rung != Rung.TELL_THE_BOSS);
  }

  @Test
  void anEMailHasGreetingAndClosing() {
    FollowUpRequest chat = FollowUpRequest.first("the keys", "vendor");
    FollowUpRequest email =
        new FollowUpRequest(
            chat.rung(),
            chat.item(),
            chat.partner(),
            chat.partnerKind(),
            0,
            chat.date(),
            false,
            chat.waited(),
            chat.facts(),
            Channel.EMAIL);

    assertThat(writer.write(email).say().words())
        .startsWith("Hello [their name],\n\n")
        .contains(writer.write(chat).say().words())
        .endsWith("Kind regards,\n[your name]");
  }

  /** With every sentence there only once, no two different phrases ever share one. */
  @Test
  void noSentenceStandsTwiceInTheLadder() {
    Map<String, Long> count =
        ladder
            .phrases()
            .flatMap(phrase -> BETWEEN_SENTENCES.splitAsStream(phrase.toString()))
            .collect(
                Collectors.groupingBy(sentence -> sentence, TreeMap::new, Collectors.counting()));

    assertThat(count)
        .hasSizeGreaterThan(200)
        .allSatisfy((sentence, times) -> assertThat(times).isOne());
  }

  @Test
  void ofEachListAtLeastThreePhrasesServeWhateverIsKnown() {
    for (Ladder.Line line : ladder.rungs().values()) {
      line.all()
          .forEach(
              phrases ->
                  assertThat(byPlaces(phrases).values())
                      .as("%s", phrases)
                      .allMatch(times -> times >= Ladder.LEAST_PHRASES));
    }
  }

  private static Map<Set<String>, Long> byPlaces(Phrases phrases) {
    return phrases.phrases().stream()
        .collect(Collectors.groupingBy(FollowUpWriterTest::places, Collectors.counting()));
  }

  private static Set<String> places(Phrase phrase) {
    Set<String> places = new HashSet<>(phrase.places());
    places.remove("item");
    return places;
  }

  @Test
  void twoMessagesInARowNeverShareASentence() {
    List<String> repeated = new ArrayList<>();
    for (FollowUpRequest request : requests()) {
      Set<String> said = sentences(request);
      for (Rung next : Rung.values()) {
        for (String sentence : sentences(request.next(next))) {
          if (said.contains(sentence)) {
            repeated.add(request + " then " + next + ": " + sentence);
          }
        }
      }
    }

    assertThat(repeated.stream().limit(10)).isEmpty();
  }

  private Set<String> sentences(FollowUpRequest request) {
    return BETWEEN_SENTENCES
        .splitAsStream(writer.write(request).say().words())
        .collect(Collectors.toSet());
  }

  @Test
  void everyMessageKeepsTheRulesAsksSomethingAndIsNoEmptyBump() {
    EmptyBump bump = new EmptyBump(knowledge.playbook());
    List<String> broken = new ArrayList<>();
    for (FollowUpRequest request : requests()) {
      FollowUpWords followUp = writer.write(request);
      String words = followUp.say().words();
      if (followUp.toPartner()) {
        String typed = request.item() + "\n" + request.date().orElse("");
        rules
            .broken(followUp.say(), typed, request.facts(), false)
            .forEach(rule -> broken.add(rule + ": " + words));
        bump.in(words).ifPresent(found -> broken.add("empty, " + found.found() + ": " + words));
      }
      String lower = words.toLowerCase(Locale.ROOT);
      if (!words.contains("?") && !lower.contains("tell me") && !lower.contains("i'll")) {
        broken.add("asks nothing: " + words);
      }
      for (String no :
          List.of(
              "sorry",
              "apolog",
              "just checking",
              "bother",
              "you forgot",
              "you haven't",
              "you didn't",
              "you promised",
              "late",
              "again and again")) {
        if (Pattern.compile("\\b" + no + "\\b").matcher(lower).find()
            && !lower.contains("even a late one")
            && !lower.contains("come late")
            && !lower.contains("late date")) {
          broken.add("says " + no + ": " + words);
        }
      }
    }

    assertThat(broken.stream().distinct().limit(10)).isEmpty();
  }

  @Test
  void theSameRequestGetsTheSameWords() {
    for (FollowUpRequest request : requests().subList(0, 200)) {
      assertThat(writer.write(request)).isEqualTo(writer.write(request));
    }
  }

  private static List<FollowUpRequest> requests() {
    List<FollowUpRequest> requests = new ArrayList<>();
    for (Rung rung : Rung.values()) {
      for (String item : ITEMS) {
        for (String kind : KINDS) {
          for (Optional<String> date : DATES) {
            for (int attempt = 0; attempt < 3; attempt++) {
              requests.add(
                  new FollowUpRequest(
                      rung,
                      item,
                      Optional.of("Rivera").filter(name -> item.length() % 2 == 0),
                      kind,
                      attempt,
                      date,
                      attempt > 0,
                      Optional.of("for three weeks").filter(waited -> item.length() % 3 == 0),
                      FACTS.get(Math.max(0, (item.length() + kind.length()) % 10 - 6)),
                      Channel.CHAT));
            }
          }
        }
      }
    }
    return requests;
  }
}
