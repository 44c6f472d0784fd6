package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
  private static final Map<String, String> WORDS =
      Map.of("item", "the kick-off", "want.when", "April", "reason.says", "we need the room.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could we move {item} to {want.when}? | Could we move the kick-off to April?
          {want.when} suits us.                | April suits us.
          {item} is too early. {item} can wait. | The kick-off is too early. The kick-off can wait.
          Thanks! {item} is set.               | Thanks! The kick-off is set.
          {reason.says}                        | We need the room.
          Could we make it [the date]?         | Could we make it [the date]?
          """)
  void fillsItsPlacesAndBeginsSentencesWithACapital(String phrase, String said) {
    assertThat(new Phrase(phrase).fill(WORDS)).isEqualTo(said);
  }

  @Test
  void knowsItsPlacesEachOnce() {
    assertThat(new Phrase("{item}, {item} and {want.when}").places())
        .containsExactlyInAnyOrder("item", "want.when");
    assertThat(new Phrase("Thank you.").places()).isEmpty();
  }

  @Test
  void leavesToThePersonWhatStandsInSquareBrackets() {
    assertThat(new Phrase("Could we make it [the date]?").hasBlank()).isTrue();
    assertThat(new Phrase("Could we make it {want.when}?").hasBlank()).isFalse();
  }

  @Test
  void doesNotLookForPlacesInThePersonsWords() {
    assertThat(new Phrase("It's about {item}.").fill(Map.of("item", "{want.when}")))
        .isEqualTo("It's about {want.when}.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{want.foo}", "{Item}", "{}", "{ item }"})
  void refusesAnUnknownPlaceAndNamesTheKnownOnes(String phrase) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrase(phrase))
        .withMessageStartingWith("unknown place " + phrase)
        .withMessageContaining("want.noun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{item", "item}", "{item}}", "{{item}", "[the date", "the date]"})
  void refusesABracketWithoutAPartner(String phrase) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrase(phrase))
        .withMessageContaining("bracket has no partner in: " + phrase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesAnEmptyPhrase(String phrase) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrase(phrase))
        .withMessage("an empty phrase");
  }

  @Test
  void refusesToBeSaidWithAPlaceEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrase("It's about {item}.").fill(Map.of()))
        .withMessage("nothing to put in {item}");
  }

  @Test
  void isTheSameAsAnotherWithTheSameText() {
    assertThat(new Phrase("Thank you."))
        .isEqualTo(new Phrase("Thank you."))
        .hasSameHashCodeAs(new Phrase("Thank you."))
        .isNotEqualTo(new Phrase("Thanks."))
        .hasToString("Thank you.");
  }
}
