package dev.pushback.card;

import java.util.List;

/** What fits on every platform; the narrowest decides (Slack's Block Kit). */
public final class CardLimits {
  /** Characters in a text: Slack's section. */
  public static final int TEXT = 3000;

  /** Characters in a label. */
  public static final int LABEL = 150;

  /** Characters on a button, and in its command. */
  public static final int BUTTON = 75;

  /** Buttons in a row: Slack's actions block. */
  public static final int BUTTONS = 25;

  /** Blocks in a card: Slack's message. */
  public static final int BLOCKS = 50;

  /** Characters that can be typed into a field: Slack's plain text input. */
  public static final int INPUT = 3000;

  /** Fields of a form; more nobody fills in. */
  public static final int FIELDS = 10;

  /** Things to choose from: Slack's check boxes. */
  public static final int OPTIONS = 10;

  /** Characters in all of a card together: what Slack takes in one message, with some to spare. */
  public static final int TOTAL = 12_000;

  private CardLimits() {}

  static void text(String text) {
    within("a text", text, TEXT);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a text must say something");
    }
  }

  static void label(String label) {
    within("a label", label, LABEL);
  }

  static void button(String label, String command) {
    within("a button", label, BUTTON);
    within("a command", command, BUTTON);
    if (label.isBlank() || command.isBlank()) {
      throw new IllegalArgumentException("a button needs a label and a command");
    }
  }

  static List<Block.Button> buttons(List<Block.Button> buttons) {
    if (buttons.isEmpty() || buttons.size() > BUTTONS) {
      throw new IllegalArgumentException("one to " + BUTTONS + " buttons");
    }
    return List.copyOf(buttons);
  }

  static List<Block.Row> rows(List<Block.Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a list needs a row");
    }
    return List.copyOf(rows);
  }

  static List<Block> blocks(List<Block> blocks) {
    if (blocks.isEmpty() || blocks.size() > BLOCKS) {
      throw new IllegalArgumentException("one to " + BLOCKS + " blocks");
    }
    return List.copyOf(blocks);
  }

  static void total(String title, List<Block> blocks) {
    int length = length(title, blocks);
    if (length > TOTAL) {
      throw new IllegalArgumentException(
          "a card has " + length + " characters, more than " + TOTAL);
    }
  }

  static int length(String title, List<Block> blocks) {
    return title.length() + blocks.stream().mapToInt(CardLimits::length).sum();
  }

  private static int length(Block block) {
    if (block instanceof Block.Text text) {
      return text.text().length();
    } else if (block instanceof Block.Words words) {
      return words.label().length() + words.words().words().length();
    } else if (block instanceof Block.Quote quote) {
      return quote.text().length();
    } else if (block instanceof Block.Note note) {
      return note.text().length();
    } else if (block instanceof Block.Facts facts) {
      return facts.label().length()
          + facts.rows().stream().mapToInt(row -> row.name().length() + row.value().length()).sum();
    } else if (block instanceof Block.Buttons buttons) {
      return buttons.buttons().stream()
          .mapToInt(one -> one.label().length() + one.command().length())
          .sum();
    }
    Block.Form form = (Block.Form) block;
    return form.command().length()
        + form.submit().length()
        + form.fields().stream().mapToInt(CardLimits::length).sum();
  }

  private static int length(Block.Field field) {
    List<Block.Option> options =
        field.kind() instanceof Block.Kind.OneOf one
            ? one.options()
            : field.kind() instanceof Block.Kind.AnyOf any ? any.options() : List.of();
    return field.name().length()
        + field.label().length()
        + field.hint().length()
        + field.initial().length()
        + options.stream().mapToInt(one -> one.label().length() + one.value().length()).sum();
  }

  static void initial(String words) {
    within("what stands in a field", words, INPUT);
  }

  static List<Block.Field> fields(List<Block.Field> fields) {
    if (fields.isEmpty() || fields.size() > FIELDS) {
      throw new IllegalArgumentException("one to " + FIELDS + " fields");
    }
    if (fields.stream().map(Block.Field::name).distinct().count() < fields.size()) {
      throw new IllegalArgumentException("two fields have the same name");
    }
    return List.copyOf(fields);
  }

  static List<Block.Option> options(List<Block.Option> options) {
    if (options.isEmpty() || options.size() > OPTIONS) {
      throw new IllegalArgumentException("one to " + OPTIONS + " options");
    }
    return List.copyOf(options);
  }

  private static void within(String what, String text, int most) {
    if (text.length() > most) {
      throw new IllegalArgumentException(
          what + " has " + text.length() + " characters, more than " + most);
    }
  }
}
