package dev.pushback.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pushback.TestKnowledge;
import dev.pushback.script.SendableText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards on a terminal, and what fits on a card at all. */
class TextCardWriterTest {
  private static final SendableText THANKS =
      TestKnowledge.get().endgame().thanks(Optional.of("staying late"));

  private static final Card CARD =
      new Card(
          "A thank-you",
          List.of(
              new Block.Text("One specific true thing makes it sincere."),
              new Block.Words("Send:", THANKS),
              new Block.Quote("We'll see what we can do, but don't hold your breath."),
              new Block.Facts(
                  "Why it works",
                  List.of(
                      new Block.Row("detail", "It shows that you noticed."),
                      new Block.Row("", "It is true."))),
              new Block.Note("Nobody else sees this."),
              new Block.Buttons(
                  List.of(
                      new Block.Button("Tell their manager", "praise "),
                      new Block.Button("New", "new")))));

  @Test
  void everyBlockHasItsOwnLook() {
    assertThat(TextCardWriter.write(CARD, 60, false))
        .isEqualTo(
            """
            A thank-you

            One specific true thing makes it sincere.

            Send:
              | I wanted to say thank you for staying late. It made a
              | real difference to us, and we noticed.

              > We'll see what we can do, but don't hold your breath.

            Why it works
              - detail: It shows that you noticed.
              - It is true.

            Nobody else sees this.

            [1] Tell their manager …   [2] New
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 37, 60, 80, 100, 200})
  void noLineIsLongerThanTheTerminalIsWide(int width) {
    assertThat(TextCardWriter.write(CARD, width, false).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 29})
  void aTerminalThatIsTooNarrowIsTakenAsThirtyWide(int width) {
    assertThat(TextCardWriter.write(CARD, width, false))
        .isEqualTo(TextCardWriter.write(CARD, 30, false));
  }

  @Test
  void aWordLongerThanTheLineStandsAloneUncut() {
    String word = "Donaudampfschifffahrtsgesellschaftskapitän";

    String written = TextCardWriter.write(Card.of("A", "the " + word + " said no"), 30, false);

    assertThat(written.lines()).containsExactly("A", "", "the", word, "said no");
  }

  @Test
  void paragraphsAndEmptyLinesAreKept() {
    assertThat(TextCardWriter.write(Card.of("A", "one\n\ntwo"), 30, false))
        .isEqualTo("A\n\none\n\ntwo\n");
  }

  @Test
  void coloursAreUsedOnlyIfAskedForAndChangeNoWord() {
    String plain = TextCardWriter.write(CARD, 60, false);
    String colourful = TextCardWriter.write(CARD, 60, true);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(colourful).contains("\u001b[1mA thank-you\u001b[0m", "\u001b[32m", "\u001b[2m");
    assertThat(colourful.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void buttonsAreCountedThroughTheWholeCard() {
    Block.Buttons row = new Block.Buttons(List.of(new Block.Button("New", "new")));

    assertThat(TextCardWriter.write(new Card("A", List.of(row, row)), 30, false))
        .contains("[1] New", "[2] New");
    assertThat(new Card("A", List.of(row, row)).buttons()).hasSize(2);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("a blank text", () -> new Block.Text(" "), "a text must say something"),
        refused("a long text", () -> new Block.Text(signs(3001)), "a text has 3001 characters"),
        refused("a long quote", () -> new Block.Quote(signs(3001)), "more than 3000"),
        refused("a long note", () -> new Block.Note(signs(3001)), "more than 3000"),
        refused("a long row", () -> new Block.Row("", signs(3001)), "more than 3000"),
        refused("an empty row", () -> new Block.Row("name", ""), "a text must say something"),
        refused("a long name", () -> new Block.Row(signs(151), "x"), "a label has 151 characters"),
        refused("a long label", () -> new Block.Words(signs(151), THANKS), "more than 150"),
        refused("a long title", () -> Card.of(signs(151), "x"), "more than 150"),
        refused("no rows", () -> new Block.Facts("x", List.of()), "a list needs a row"),
        refused("no blocks", () -> new Card("x", List.of()), "one to 50 blocks"),
        refused(
            "too many blocks",
            () -> new Card("x", Collections.nCopies(51, new Block.Text("x"))),
            "one to 50 blocks"),
        refused(
            "too much altogether",
            () -> new Card("x", Collections.nCopies(4, new Block.Text(signs(3000)))),
            "a card has 12001 characters"),
        refused(
            "a form that holds too much",
            () -> new Card("x", List.of(form("y", 3000), form("z", 3000))),
            "more than 12000"),
        refused("no buttons", () -> new Block.Buttons(List.of()), "one to 25 buttons"),
        refused(
            "too many buttons",
            () -> new Block.Buttons(Collections.nCopies(26, new Block.Button("x", "new"))),
            "one to 25 buttons"),
        refused("a long button", () -> new Block.Button(signs(76), "new"), "more than 75"),
        refused("a long command", () -> new Block.Button("x", signs(76)), "more than 75"),
        refused("a button without words", () -> new Block.Button(" ", "new"), "needs a label"),
        refused("a button without command", () -> new Block.Button("x", " "), "and a command"));
  }

  private static Arguments refused(String what, ThrowingCallable code, String why) {
    return arguments(what, code, why);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatDoesNotFitOnEveryPlatformIsRefused(String what, ThrowingCallable code, String why) {
    assertThatIllegalArgumentException().as(what).isThrownBy(code).withMessageContaining(why);
  }

  @Test
  void whatJustFitsIsTaken() {
    Block.Text text = new Block.Text(signs(CardLimits.TEXT));
    Block.Button button = new Block.Button(signs(CardLimits.BUTTON), signs(CardLimits.BUTTON));
    Block.Text row = new Block.Text("x");

    assertThat(
            new Card(signs(CardLimits.LABEL), Collections.nCopies(CardLimits.BLOCKS, row)).blocks())
        .hasSize(50);
    assertThat(new Card("", Collections.nCopies(CardLimits.TOTAL / CardLimits.TEXT, text)).length())
        .isEqualTo(CardLimits.TOTAL);
    assertThat(new Block.Buttons(Collections.nCopies(CardLimits.BUTTONS, button)).buttons())
        .hasSize(25);
  }

  private static Block.Form form(String command, int length) {
    return new Block.Form(
        command,
        "Send",
        Stream.of("a", "b")
            .map(name -> Block.Field.lines(name, "x", "y").with(signs(length)))
            .toList());
  }

  @Test
  void aFormIsTypedOrPressedLikeAButton() {
    Block.Form line =
        new Block.Form(
            "answer", "Answer it", List.of(Block.Field.line("", "What they said", "their words")));
    Block.Form fields =
        new Block.Form(
            "facts",
            "Take it",
            List.of(
                Block.Field.line("want", "What you'd like", "").with("the kick-off in April"),
                Block.Field.oneOf(
                    "kind",
                    "Which kind",
                    List.of(
                        new Block.Option("A vendor", "vendor"),
                        new Block.Option("A client", "client")))));
    Block.Form dated =
        new Block.Form(
            "snooze id-7", "Another day", List.of(Block.Field.line("", "Which day", "")));
    Card card =
        new Card(
            "A",
            List.of(
                line, new Block.Buttons(List.of(new Block.Button("New", "new"))), fields, dated));

    assertThat(TextCardWriter.write(card, 80, false))
        .isEqualTo(
            """
            A

              ? What they said (their words)
            [1] Answer it …
            Type: answer, and then the words.

            [2] New

              ? want: What you'd like
                now: the kick-off in April
              ? kind: Which kind: vendor, client
            [3] Take it …
            Type: facts, and what you know, each with its name: want: …; kind: …

              ? Which day
            [4] Another day …
            """);
    assertThat(card.numbered())
        .extracting(Block.Button::command)
        .containsExactly("answer ", "new", "facts ", "snooze id-7 ");
    assertThat(card.buttons()).extracting(Block.Button::command).containsExactly("new");
  }

  private static String signs(int count) {
    return "x".repeat(count);
  }
}
