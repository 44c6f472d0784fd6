package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestKnowledge;
import dev.pushback.TestTexts;
import dev.pushback.learning.Classifier;
import dev.pushback.operating.Loading;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.training.DraftTrainer;
import dev.pushback.training.Examples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was learned from drafts: how it is kept, and that the same drafts teach the same. */
class DraftModelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SOME = 12;

  private final Playbook playbook = TestKnowledge.get().playbook();

  private static byte[] bytes(DraftModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  private static DraftModel read(byte[] bytes) throws IOException {
    return DraftModel.read(new ByteArrayInputStream(bytes));
  }

  // Keeping

  @Test
  void whatIsWrittenIsReadAsItWas() throws IOException {
    DraftModel model = DraftModel.builtIn();

    DraftModel again = read(bytes(model));

    assertThat(bytes(again)).isEqualTo(bytes(model));
    DraftCheck one = new DraftCheck(playbook, model, ToneModel.load());
    DraftCheck other = new DraftCheck(playbook, again, ToneModel.load());
    assertThat(TestTexts.every(20, TestTexts.examples("drafts")))
        .isNotEmpty()
        .allSatisfy(
            text ->
                assertThat(other.check(DraftRequest.of(text)))
                    .isEqualTo(one.check(DraftRequest.of(text))));
  }

  @Test
  void theTableGivesWhatEachClassifierGives() throws IOException {
    DraftModel model = DraftModel.builtIn();
    DraftModel.Table table = model.table();
    DraftFeatures features = new DraftFeatures(playbook.drafts(), playbook.lexicon());

    for (String text : TestTexts.every(50, TestTexts.examples("drafts"))) {
      for (DraftFeatures.Line line : features.lines(text)) {
        Map<Role, Double> probabilities = table.probabilities(line.buckets());

        assertThat(probabilities).containsOnlyKeys(Role.values());
        probabilities.forEach(
            (role, probability) ->
                assertThat(probability)
                    .isCloseTo(probability(model, role, line), within(0.000001)));
      }
    }
  }

  private static double probability(DraftModel model, Role role, DraftFeatures.Line line) {
    Classifier classifier = Objects.requireNonNull(model.roles().get(role));
    Classifier.Guess best = classifier.best(line.buckets());
    return best.label().equals(DraftModel.YES) ? best.probability() : 1 - best.probability();
  }

  @Test
  void aModelOfAnotherVersionIsRefusedWithWhatToDo() throws IOException {
    byte[] bytes = bytes(DraftModel.builtIn());
    bytes[3]++;

    assertThatIOException()
        .isThrownBy(() -> read(bytes))
        .withMessage("made by another version of pushback; learn it again: ./pushback train");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 40, 100_000})
  void aModelThatBreaksOffIsRefused(int length) throws IOException {
    byte[] bytes = Arrays.copyOf(bytes(DraftModel.builtIn()), length);

    assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(bytes));
  }

  @Test
  void aModelKnowsEveryRole() throws IOException {
    Map<Role, Classifier> roles = new EnumMap<>(DraftModel.builtIn().roles());
    roles.remove(Role.ASK);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DraftModel(roles))
        .withMessage("a role is missing");
  }

  // Loading it beside a playbook of one's own

  @Test
  void aFileBesideTheOwnPlaybookThatIsWrongIsNamedWithWhatToDo(@TempDir Path folder)
      throws IOException {
    copyPlaybook(folder);
    Path file = folder.resolve(DraftModel.FILE);
    byte[] bytes = bytes(DraftModel.builtIn());
    var knowledge = Loading.load(Map.of("PUSHBACK_PLAYBOOK", folder.toString()));

    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> knowledge.drafts().get())
        .withMessage(file + ": ends too early; learn it again: ./pushback train");

    bytes[0]++;
    Files.write(file, bytes);
    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> knowledge.drafts().get())
        .withMessage(
            file + ": made by another version of pushback; learn it again: ./pushback train");

    Files.delete(file);
    assertThat(knowledge.drafts().get().check(DraftRequest.of("Any update?")).isClean()).isFalse();
  }

  private static void copyPlaybook(Path target) throws IOException {
    Path source = Path.of("../config/playbook");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        Path copy = target.resolve(source.relativize(file));
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
  }

  // Learning

  @Test
  void theSameDraftsTeachTheSame(@TempDir Path folder) throws IOException {
    Examples examples = some(folder);

    assertThat(bytes(trainer().train(examples))).isEqualTo(bytes(trainer().train(examples)));
  }

  @Test
  void whatIsLabelledIsLearned(@TempDir Path folder) throws IOException {
    DraftModel model = trainer().train(some(folder));
    LineReader reader = new LineReader(playbook.drafts(), playbook.lexicon(), model);

    for (Role role : Role.values()) {
      Draft draft = Draft.of(labelled(role, SOME + 1).path("text").asText());
      DraftLine line = reader.read(draft).get(0);

      assertThat(Role.values())
          .as(draft.text())
          .filteredOn(other -> line.probability(other) > 0.5)
          .containsExactly(role);
    }
  }

  private DraftTrainer trainer() {
    return new DraftTrainer(playbook.drafts(), playbook.lexicon());
  }

  /** Some drafts of each role. */
  private static Examples some(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SOME; i++) {
      for (Role role : Role.values()) {
        lines.append(labelled(role, i)).append('\n');
      }
    }
    Files.writeString(folder.resolve("drafts.jsonl"), lines);
    return Examples.of(folder, "some");
  }

  private static ObjectNode labelled(Role role, int number) {
    String text =
        switch (role) {
          case ASK -> "Could you send plan " + number + "?";
          case REASON -> "Hall " + number + " opens in May.";
          case THREAT -> "We will sue over invoice " + number + ".";
          case HARSH -> "Plan " + number + " is a joke.";
          case BLAME -> "You lost order " + number + " again.";
          case BOSS_EARLY -> "My CEO reads mail " + number + ".";
          case APOLOGETIC -> "Sorry for mail " + number + ".";
          case HEDGED_ASK -> "No worries if plan " + number + " isn't ready.";
          case BUMP -> "Just bumping mail " + number + ".";
        };
    ObjectNode draft = JSON.createObjectNode().put("text", text);
    switch (role) {
      case ASK -> draft.putArray("asks").add(text);
      case REASON -> draft.putArray("reasons").add(text);
      case BUMP -> draft.putArray("problems").add(DraftProblem.EMPTY_BUMP.id());
      default -> draft.withObject("/spans").putArray(role.id()).add(text);
    }
    return draft;
  }
}
