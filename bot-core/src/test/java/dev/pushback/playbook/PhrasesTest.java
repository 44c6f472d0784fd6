package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several ways to say a thing, the one that takes up most of the person's own words. */
class PhrasesTest {
  private final Phrases phrases =
      phrases(
          "Could we move {item} to {want.when}?",
          "Could we make it {want.when}?",
          "Could we have {want.noun}?",
          "Could we make it later?",
          "Could it be later?");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, -7})
  void thePhraseWithMostOfThePersonsWordsIsChosenWhateverTheSeed(int seed) {
    assertThat(chosen(Map.of("item", "it", "want.when", "May", "want.noun", "time"), seed))
        .isEqualTo("Could we move {item} to {want.when}?");
    assertThat(chosen(Map.of("want.when", "May"), seed)).isEqualTo("Could we make it {want.when}?");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void amongPhrasesWithEquallyManyTheFirstKindWins(int seed) {
    assertThat(chosen(Map.of("want.when", "May", "want.noun", "time"), seed))
        .isEqualTo("Could we make it {want.when}?");
  }

  @Test
  void amongPhrasesOfTheSameKindTheSeedDecidesTheSameEachTime() {
    assertThat(IntStream.range(0, 4).mapToObj(seed -> chosen(Map.of(), seed)))
        .containsExactly(
            "Could we make it later?",
            "Could it be later?",
            "Could we make it later?",
            "Could it be later?");
    assertThat(chosen(Map.of(), Integer.MIN_VALUE)).isEqualTo(chosen(Map.of(), Integer.MIN_VALUE));
  }

  @Test
  void nothingIsChosenWhenEveryPhraseLacksAWord() {
    assertThat(phrases("{item} is late", "{want.when} suits us").choose(Map.of(), 0)).isEmpty();
  }

  @Test
  void alwaysSpeaksWithAPhraseThatNeedsNoWords() {
    assertThat(phrases.alwaysSpeaks()).isTrue();
    assertThat(phrases("Could we make it [the date]?").alwaysSpeaks()).isTrue();
    assertThat(phrases("Could we make it {want.when}?").alwaysSpeaks()).isFalse();
  }

  @Test
  void refusesToHaveNoPhrase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrases(List.of()))
        .withMessage("at least one phrase is needed");
  }

  private String chosen(Map<String, String> words, int seed) {
    return phrases.choose(words, seed).orElseThrow().toString();
  }

  private static Phrases phrases(String... lines) {
    return new Phrases(Arrays.stream(lines).map(Phrase::new).toList());
  }
}
