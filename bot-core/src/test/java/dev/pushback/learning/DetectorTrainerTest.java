package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pushback.learning.DetectorTrainer.Example;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A detector learns from a handful of examples made of numbered clues. */
class DetectorTrainerTest {
  private static final int BITS = 4;
  private static final int YES_WORD = 3;
  private static final int NO_WORD = 5;
  private static final int SIGN_OF_YES = 7;
  private static final int OF_THE_SOURCE = 9;

  private static Clues words(int... words) {
    return new Clues(words, new int[0]);
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      examples.add(new Example(words(YES_WORD, 10 + i), true, "one"));
      examples.add(
          new Example(new Clues(new int[] {10 + i}, new int[] {SIGN_OF_YES}), true, "one"));
    }
    examples.add(new Example(words(NO_WORD, 11), false, "one"));
    examples.add(new Example(words(NO_WORD, 12), false, "one"));
    return examples;
  }

  private static DetectorTrainer trainer() {
    return new DetectorTrainer(BITS, 10, 2);
  }

  @Test
  void wordsAndSignsSpeakForWhatTheyWereSeenWith() {
    Detector detector = trainer().train(examples());

    assertThat(detector.probability(words(YES_WORD))).isGreaterThan(0.6);
    assertThat(detector.probability(words(NO_WORD))).isLessThan(0.4);
    assertThat(detector.logOdds(new Clues(new int[0], new int[] {SIGN_OF_YES})))
        .isGreaterThan(detector.logOdds(words()));
  }

  @Test
  void aWordSaysLessAmongManyAndASignAsMuch() {
    Detector detector = new Detector(new byte[] {100, 0, 0, 0, 100}, 0.01f, 0);

    assertThat(detector.logOdds(words(0))).isEqualTo(1, within(1e-6));
    assertThat(detector.logOdds(words(0, 1, 2, 3))).isEqualTo(0.5, within(1e-6));
    assertThat(detector.logOdds(new Clues(new int[] {1}, new int[] {4})))
        .isEqualTo(detector.logOdds(new Clues(new int[] {1, 2, 3}, new int[] {4})));
  }

  @Test
  void whatOnlyTellsTheSourcesApartCountsForLittle() {
    List<Example> examples = new ArrayList<>(examples());
    for (int i = 0; i < 20; i++) {
      examples.add(new Example(words(OF_THE_SOURCE), i % 10 == 0, "another"));
    }
    List<Example> mixed =
        examples.stream().map(one -> new Example(one.clues(), one.yes(), "one")).toList();
    Clues clue = words(OF_THE_SOURCE);

    Detector apart = trainer().train(examples);
    Detector together = trainer().train(mixed);

    assertThat(Math.abs(apart.logOdds(clue) - apart.bias()))
        .isLessThan(Math.abs(together.logOdds(clue) - together.bias()));
  }

  @Test
  void theSameExamplesGiveTheSameWeightsAlsoFromAFile() throws IOException {
    Detector detector = trainer().train(examples());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(new DataOutputStream(bytes), detector);
    Detector read =
        ModelFile.readDetector(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(trainer().train(examples()).weights()).isEqualTo(detector.weights());
    assertThat(read.weights()).isEqualTo(detector.weights());
    assertThat(read.logOdds(words(YES_WORD))).isEqualTo(detector.logOdds(words(YES_WORD)));
  }

  @Test
  void nothingIsLearnedWhereNothingIsToldApart() {
    List<Example> yesOnly = examples().stream().filter(Example::yes).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer().train(yesOnly))
        .withMessageContaining("12 yes, 0 no");
  }
}
