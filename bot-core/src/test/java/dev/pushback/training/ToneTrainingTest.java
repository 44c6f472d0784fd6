package dev.pushback.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import dev.pushback.learning.Clues;
import dev.pushback.training.Corpus.Item;
import dev.pushback.training.PublicData.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of other people's texts: how they are read, dealt out and measured by. */
class ToneTrainingTest {
  @TempDir Path folder = Path.of("");

  private PublicData data(String offers) throws IOException {
    for (String file :
        List.of(
            PublicData.POLITENESS,
            PublicData.INCIVILITY,
            PublicData.RECEPTIVENESS,
            PublicData.ASKS)) {
      Files.writeString(folder.resolve(file), "text,score\n");
    }
    Files.writeString(folder.resolve(PublicData.OFFERS), offers);
    return PublicData.in(folder).orElseThrow();
  }

  @Test
  void aTableMayHoldCommasQuotesAndLinesWithinATextAndRowsWithoutAnAnswerAreSkipped()
      throws IOException {
    List<Row> rows =
        data("text,warm\n\"Hi, I'd \"\"love\"\" it.\nPlease!\",1\nno answer,\n900.,0\n")
            .rows(PublicData.OFFERS, "warm");

    assertThat(rows).extracting(Row::text).containsExactly("Hi, I'd \"love\" it.\nPlease!", "900.");
    assertThat(rows.get(0).yes()).isTrue();
    assertThat(rows.get(1).yes()).isFalse();
  }

  @Test
  void aTableOfSomethingElseIsNamedWithItsFirstLine() throws IOException {
    PublicData data = data("package,days\nF1,162\n");

    assertThatIOException()
        .isThrownBy(() -> data.rows(PublicData.OFFERS, "warm"))
        .withMessageContaining("offers_warm_tough.csv, line 1")
        .withMessageContaining("text and warm");
  }

  @Test
  void anAnswerThatIsNoneIsNamedWithItsLine() throws IOException {
    List<Row> rows = data("text,warm\nfine,1\nhm,lukewarm\n").rows(PublicData.OFFERS, "warm");

    assertThatIOException()
        .isThrownBy(() -> rows.get(1).yes())
        .withMessageContaining("offers_warm_tough.csv, line 3")
        .withMessageContaining("lukewarm");
    assertThatIOException()
        .isThrownBy(() -> rows.get(1).score())
        .withMessageContaining("is no number");
  }

  @Test
  void aRowWithTooManyCellsIsNamedWithItsLine() throws IOException {
    PublicData data = data("text,warm\nfine,1\na,b,c,d\n");

    assertThatIOException()
        .isThrownBy(() -> data.rows(PublicData.OFFERS, "warm"))
        .withMessageContaining("offers_warm_tough.csv, line 3");
  }

  @ParameterizedTest
  @CsvSource({"evaluate", "train"})
  void whatIsMissingIsSaid(String command) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> words = List.of(folder.resolve("nowhere").toString());
    int status;
    try (PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      status =
          command.equals("train")
              ? TrainToneMain.run(words, err, err)
              : EvaluateMain.run(List.of("tone", words.get(0)), err, err);
    }

    assertThat(status).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("aren't in " + words.get(0), "politeness_requests.csv", "incivility.csv");
  }

  @Test
  void partsHoldEqualSharesOfEveryAnswerAndEachTextOnce() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      items.add(Item.of(new Clues(new int[] {i}, new int[0]), i % 3 == 0, ""));
    }
    Corpus corpus = new Corpus("texts", items);

    List<Corpus> parts = corpus.deal(10, 1);

    assertThat(parts)
        .allSatisfy(
            part -> assertThat(part.items().stream().filter(item -> item.votes() > 0)).hasSize(2));
    assertThat(parts.stream().flatMap(part -> part.items().stream()))
        .containsExactlyInAnyOrderElementsOf(items);
    assertThat(corpus.deal(10, 1)).isEqualTo(parts);
    assertThat(Corpus.without(3, parts).items())
        .hasSize(54)
        .doesNotContainAnyElementsOf(parts.get(3).items());
  }

  @Test
  void aRankingKnowsItsAreaItsThresholdAndItsTop() {
    Ranking ranking = new Ranking();
    ranking.add(0.9, true);
    ranking.add(0.8, true);
    ranking.add(0.7, false);
    ranking.add(0.6, true);
    ranking.add(0.2, false);

    assertThat(ranking.auc()).isEqualTo(5.0 / 6, within(1e-9));
    assertThat(ranking.accuracy(0.5)).isEqualTo(0.8, within(1e-9));
    assertThat(ranking.above(0.5).precision()).isEqualTo(0.75, within(1e-9));
    assertThat(ranking.falseAlarms(0.5)).isEqualTo(0.5, within(1e-9));
    assertThat(ranking.precisionAmongHighest(0.4)).isEqualTo(1, within(1e-9));
  }
}
