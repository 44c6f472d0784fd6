package dev.pushback.slack.blockkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.slack.api.util.json.GsonFactory;
import dev.pushback.card.TextCardWriter;
import dev.pushback.testing.Cards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The looks of cards, side by side in {@code bot-core/src/test/resources/cards}: as text, and as
 * Block Kit.
 *
 * <p>Run with {@code -Dpushback.goldens=write} they are written anew, to be read before they are
 * committed.
 */
class CardGoldensTest {
  private static final Path FOLDER = Path.of("../bot-core/src/test/resources/cards");
  private static final boolean WRITE = "write".equals(System.getProperty("pushback.goldens"));
  private static final int WIDTH = 72;
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @TestFactory
  Stream<DynamicTest> everyCardLooksAsItDid() {
    return Cards.all().entrySet().stream()
        .flatMap(
            card ->
                Stream.of(
                    golden(
                        card.getKey() + ".txt",
                        TextCardWriter.write(card.getValue().reply().card(), WIDTH, false)),
                    golden(
                        card.getKey() + ".slack.json",
                        PRETTY.toJson(json(card.getValue())) + "\n")));
  }

  private static DynamicTest golden(String file, String written) {
    return dynamicTest(
        file,
        () -> {
          Path golden = FOLDER.resolve(file);
          if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, written, UTF_8);
          }
          assertThat(golden).content(UTF_8).isEqualTo(written);
        });
  }

  private static JsonElement json(Cards.Shown shown) {
    return switch (shown.surface()) {
      case MESSAGE -> SLACK.toJsonTree(Map.of("blocks", BlockKitWriter.blocks(shown.reply())));
      case MODAL -> SLACK.toJsonTree(SlackViews.modal(shown.reply()));
      case HOME -> SLACK.toJsonTree(SlackViews.home(shown.reply().card()));
    };
  }

  /** The other adapters keep theirs beside them. */
  @Test
  void everyCardIsThereAsTextAndAsBlockKitAndNoneIsLeftOver() throws IOException {
    Set<String> names = Cards.all().keySet();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> there = files.map(file -> String.valueOf(file.getFileName())).toList();

      assertThat(there)
          .allMatch(file -> names.contains(file.replaceFirst("\\..*", "")))
          .containsAll(names.stream().map(name -> name + ".txt").toList())
          .containsAll(names.stream().map(name -> name + ".slack.json").toList());
    }
  }
}
