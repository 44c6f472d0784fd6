package dev.pushback.teams.adaptivecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.testing.Cards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The looks of cards, side by side in {@code bot-core/src/test/resources/cards}: as text, as Block
 * Kit, and, written here, as Adaptive Cards.
 *
 * <p>Run with {@code -Dpushback.goldens=write} they are written anew, to be read before they are
 * committed.
 */
class CardGoldensTest {
  private static final Path FOLDER = Path.of("../bot-core/src/test/resources/cards");
  private static final boolean WRITE = "write".equals(System.getProperty("pushback.goldens"));
  private static final ObjectWriter PRETTY = pretty();

  /** Whom the forms of the goldens offer. */
  static final List<Block.Option> COLLEAGUES =
      List.of(
          new Block.Option("Sam Okoro", "5f0c1f6e-26f4-4d47-a1d6-0c7b6f1b2a01"),
          new Block.Option("Maya Lindqvist", "5f0c1f6e-26f4-4d47-a1d6-0c7b6f1b2a02"));

  @TestFactory
  Stream<DynamicTest> everyCardLooksAsItDid() {
    return Cards.all().entrySet().stream()
        .map(card -> golden(card.getKey() + ".teams.json", written(card.getValue())));
  }

  private static DynamicTest golden(String file, String written) {
    return dynamicTest(
        file,
        () -> {
          Path golden = FOLDER.resolve(file);
          if (WRITE) {
            Files.writeString(golden, written, UTF_8);
          }
          assertThat(golden).content(UTF_8).isEqualTo(written);
        });
  }

  private static String written(Cards.Shown shown) {
    try {
      ObjectNode card = card(shown);
      return PRETTY.writeValueAsString(isDialog(shown) ? dialog(shown, card) : card) + "\n";
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** As it is shown in Teams, which has no home of its own: that is a message, too. */
  static ObjectNode card(Cards.Shown shown) {
    Surface surface = isDialog(shown) ? Surface.DIALOG : Surface.CHAT;
    return AdaptiveCardWriter.write(surface, shown.reply(), "facts"::equals, COLLEAGUES);
  }

  private static boolean isDialog(Cards.Shown shown) {
    return shown.surface() == Cards.Surface.MODAL;
  }

  private static ObjectNode dialog(Cards.Shown shown, ObjectNode card) {
    return Dialogs.taskContinue(AdaptiveCardWriter.title(shown.reply().card()), card);
  }

  @Test
  void everyCardIsThereInAllThreeAndNoneIsLeftOver() throws IOException {
    Set<String> names = Cards.all().keySet();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> there = files.map(file -> String.valueOf(file.getFileName())).toList();

      assertThat(there)
          .containsExactlyInAnyOrderElementsOf(
              names.stream()
                  .flatMap(
                      name ->
                          Stream.of(".txt", ".slack.json", ".teams.json").map(end -> name + end))
                  .toList());
    }
  }

  private static ObjectWriter pretty() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return new ObjectMapper().writer(printer);
  }
}
