package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a draft is cut. In the tables ⏎ is a line break and ¦ stands between sentences. */
class DraftTest {
  private static Draft draft(String text) {
    return Draft.of(text.replace("⏎", "\n"));
  }

  private static String cut(Draft draft) {
    return draft.sentences().stream()
        .map(
            sentence ->
                draft
                    .text()
                    .substring(draft.tokens().get(sentence.from()).start(), draft.end(sentence)))
        .collect(Collectors.joining(" ¦ "))
        .replace("\n", "⏎");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one and more
          The files are late                         | The files are late
          The files are late. Could you resend them? | The files are late. ¦ Could you resend them?
          Late! Again! Why?                          | Late! ¦ Again! ¦ Why?
          # abbreviations
          Mr. Osei asked. We wait.                   | Mr. Osei asked. ¦ We wait.
          Bring chairs, tables, etc. to the hall.    | Bring chairs, tables, etc. to the hall.
          Use a carrier, e.g. Hermes. Please.        | Use a carrier, e.g. Hermes. ¦ Please.
          See invoice no. 4411. It's due.            | See invoice no. 4411. ¦ It's due.
          It is due on 3 Sept. by noon.              | It is due on 3 Sept. by noon.
          Ask J. Moreau about it.                    | Ask J. Moreau about it.
          So do I. We agree.                         | So do I. ¦ We agree.
          # decimals, times, versions, addresses
          It costs 12.50 now. Why?                   | It costs 12.50 now. ¦ Why?
          We meet at 10.30. Come!                    | We meet at 10.30. ¦ Come!
          Write to ana@acme.example. Thanks.         | Write to ana@acme.example. ¦ Thanks.
          # line breaks
          Thanks for the file.⏎Could you sign it?    | Thanks for the file. ¦ Could you sign it?
          Thanks for the file⏎⏎could you sign it     | Thanks for the file ¦ could you sign it
          Thanks for the file⏎Could you sign it      | Thanks for the file ¦ Could you sign it
          Could you sign the⏎file by noon?           | Could you sign the⏎file by noon?
          # lists
          Please send:⏎- the plan⏎- the price        | Please send: ¦ - the plan ¦ - the price
          # dots and marks in a row
          Well... we wait.                           | Well... ¦ we wait.
          Well… we wait.                             | Well… ¦ we wait.
          Any news?? We wait.                        | Any news?? ¦ We wait.
          Really?! We wait!!!                        | Really?! ¦ We wait!!!
          """)
  void aDraftIsCutIntoSentences(String text, String sentences) {
    assertThat(cut(draft(text))).isEqualTo(sentences);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi Jonas, could you sign it?               | could you sign it?
          Hello, could you sign it?                  | could you sign it?
          Dear Ms Van Aken, the file is late.        | the file is late.
          Dear Sirs,⏎⏎The file is late.              | The file is late.
          Good morning Yuki, the file is late.       | the file is late.
          Morning! Could you sign it?                | Could you sign it?
          Hi Ana - could you sign it?                | could you sign it?
          hey can u sign it                          | can u sign it
          hey please sign it today                   | please sign it today
          Tom, can you sign it?                      | can you sign it?
          # no greeting
          Could you sign it, Tom?                    | Could you sign it, Tom?
          Sorry, could you sign it?                  | Sorry, could you sign it?
          Please, could you sign it?                 | Please, could you sign it?
          tom, can you sign it?                      | tom, can you sign it?
          """)
  void theBodyOfADraftBeginsBehindItsGreeting(String text, String body) {
    Draft draft = draft(text);

    String behind =
        draft.sentences().stream()
            .filter(sentence -> sentence.body() < sentence.to())
            .findFirst()
            .map(sentence -> draft.text().substring(draft.start(sentence), draft.end(sentence)))
            .orElse("");

    assertThat(behind).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi Jonas,", "Dear Sirs,", "hello", "Good morning Yuki", "Hey Tom!"})
  void aGreetingAloneHasNoBody(String text) {
    Draft draft = draft(text);

    assertThat(draft.sentences())
        .singleElement()
        .satisfies(sentence -> assertThat(draft.body(sentence)).isEmpty());
    assertThat(draft.start(draft.sentences().get(0))).isLessThan(text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could you sign it?      | true
          Could you sign it??     | true
          Could you sign it?!     | true
          (Could you sign it?)    | true
          "Could you sign it?"    | true
          Could you sign it       | false
          Could you sign it.      | false
          Sign it (today?) please | false
          """)
  void aQuestionIsMarkedByItsEnd(String text, boolean question) {
    Draft draft = draft(text);

    assertThat(draft.isMarkedQuestion(draft.sentences().get(0))).isEqualTo(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEND IT NOW            | true
          WHERE IS OUR MONEY?!   | true
          SEND THE 4 FILES NOW!  | true
          Send it NOW            | false
          Send THE FILE NOW      | false
          The CEO of BMW UK asks | false
          ASAP!                  | false
          OK IBM                 | false
          send it now            | false
          2024 09 11             | false
          """)
  void aSentenceIsShoutedWhenAllOfItIsInCapitals(String text, boolean shouted) {
    Draft draft = draft(text);

    assertThat(draft.isShouted(draft.sentences().get(0))).isEqualTo(shouted);
  }

  @Test
  void sentencesFollowEachOtherAndHoldEveryToken() {
    Draft draft = draft("Hi Jo,⏎⏎The file is late… Why?? We need:⏎- a date⏎- a name⏎⏎Best,⏎Ana");

    int token = 0;
    for (Draft.Sentence sentence : draft.sentences()) {
      assertThat(sentence.from()).isEqualTo(token).isLessThan(sentence.to());
      assertThat(sentence.body()).isBetween(sentence.from(), sentence.to());
      token = sentence.to();
    }
    assertThat(token).isEqualTo(draft.tokens().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "⏎", "⏎ ⏎⏎"})
  void whereNothingIsWrittenThereIsNoSentence(String text) {
    assertThat(draft(text).sentences()).isEqualTo(List.of());
  }

  @Test
  void aWordBeginsItsLineWhereNothingButABreakStandsBeforeIt() {
    Draft draft = draft("Please send:⏎- the plan");

    assertThat(draft.beginsLine(0)).isTrue();
    assertThat(draft.beginsLine(1)).isFalse();
    assertThat(draft.beginsLine(3)).isTrue();
    assertThat(draft.words(0, draft.tokens().size())).isEqualTo(4);
  }
}
