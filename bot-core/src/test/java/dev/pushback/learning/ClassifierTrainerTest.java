package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A classifier learns from a handful of sentences, the same each time. */
class ClassifierTrainerTest {
  private static final List<String> LABELS = List.of("money", "silence", "time");

  private static final Map<String, List<String>> SENTENCES =
      Map.of(
          "money", List.of("the price is too high", "they ask for more money", "the fee went up"),
          "silence", List.of("they do not answer", "no reply to my mail", "still no answer"),
          "time", List.of("the date is too early", "they want it in March", "we need more time"));

  private static final TextFeatures FEATURES =
      new TextFeatures(Lexicon.of(Map.of("price-money", List.of("price", "fee", "cost"))));

  private final Classifier classifier = train();

  private static Classifier train() {
    List<ClassifierTrainer.Example> examples =
        LABELS.stream()
            .flatMap(
                label ->
                    SENTENCES.getOrDefault(label, List.of()).stream()
                        .map(text -> new ClassifierTrainer.Example(buckets(text), label)))
            .toList();
    return new ClassifierTrainer(2, 6).train(examples, LABELS, TextFeatures.BITS);
  }

  private static int[] buckets(String text) {
    return FEATURES.of(Token.of(text));
  }

  @Test
  void recognisesWhatItWasTaught() {
    SENTENCES.forEach(
        (label, sentences) ->
            assertThat(sentences)
                .allSatisfy(
                    sentence ->
                        assertThat(classifier.guesses(buckets(sentence)).get(0).label())
                            .as(sentence)
                            .isEqualTo(label)));
  }

  @ParameterizedTest
  @CsvSource({
    "a higher price again, money",
    "no answer to anything, silence",
    "March is too early, time",
    "the cost went up, money", // never met "cost", but its group
  })
  void recognisesWhatIsSimilar(String text, String label) {
    assertThat(classifier.guesses(buckets(text)).get(0).label()).isEqualTo(label);
  }

  @Test
  void givesEveryLabelAProbabilityMostLikelyFirst() {
    List<Classifier.Guess> guesses = classifier.guesses(buckets("the price is too high"));

    assertThat(guesses)
        .extracting(Classifier.Guess::label)
        .containsExactlyInAnyOrderElementsOf(LABELS);
    assertThat(guesses.stream().mapToDouble(Classifier.Guess::probability).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(guesses)
        .isSortedAccordingTo(
            (one, other) -> Double.compare(other.probability(), one.probability()));
  }

  @Test
  void isUndecidedAboutATextThatSaysNothing() {
    assertThat(classifier.guesses(new int[0]))
        .allSatisfy(guess -> assertThat(guess.probability()).isCloseTo(1 / 3.0, within(1e-6)));
  }

  @Test
  void learnsTheSameTwice() throws IOException {
    assertThat(file(train())).isEqualTo(file(classifier));
  }

  @Test
  void comesBackFromAFileAsItWas() throws IOException {
    byte[] file = file(classifier);

    Classifier read = ModelFile.readClassifier(new DataInputStream(new ByteArrayInputStream(file)));

    assertThat(read.labels()).isEqualTo(LABELS);
    assertThat(file(read)).isEqualTo(file);
    assertThat(read.guesses(buckets("a higher price")))
        .isEqualTo(classifier.guesses(buckets("a higher price")));
  }

  @Test
  void refusesATableThatDoesNotFitItsLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Classifier(LABELS, new byte[4], 1, new float[3]))
        .withMessage("weights do not fit 3 labels");
  }

  private static byte[] file(Classifier classifier) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(new DataOutputStream(bytes), classifier);
    return bytes.toByteArray();
  }
}
