package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fails at present; move it to ClassifierTrainerTest once it is mended. */
class LearningRegressionsTest {

  /** LIBLINEAR keeps one column of weights and not two where there are two labels. */
  @Test
  void twoLabelsAreLearnedLikeThree() {
    Classifier classifier =
        new ClassifierTrainer(2, 6)
            .train(
                List.of(
                    new ClassifierTrainer.Example(new int[] {1, 2}, "money"),
                    new ClassifierTrainer.Example(new int[] {3, 4}, "time")),
                List.of("money", "time"),
                4);

    assertThat(classifier.guesses(new int[] {1, 2}).get(0).label()).isEqualTo("money");
    assertThat(classifier.guesses(new int[] {3, 4}).get(0).label()).isEqualTo("time");
  }
}
