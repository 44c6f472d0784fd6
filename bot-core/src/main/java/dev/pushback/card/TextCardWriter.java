package dev.pushback.card;

import java.util.ArrayList;
import java.util.List;

/** Writes cards as plain text for a terminal: wrapped to its width, with colours if it has any. */
public final class TextCardWriter implements CardWriter {
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";
  private static final int NARROWEST = 30;
  private static final int BEGINNING = 70;

  private final int width;
  private final boolean colours;
  private final StringBuilder out = new StringBuilder();
  private int button;

  private TextCardWriter(int width, boolean colours) {
    this.width = Math.max(NARROWEST, width);
    this.colours = colours;
  }

  /**
   * The card as text.
   *
   * @param width columns of the terminal
   * @param colours whether to use bold, dim and colour
   */
  public static String write(Card card, int width, boolean colours) {
    TextCardWriter writer = new TextCardWriter(width, colours);
    writer.out.append(writer.in(BOLD, card.title())).append('\n');
    card.write(writer);
    return writer.out.toString();
  }

  @Override
  public void text(Block.Text block) {
    out.append('\n');
    wrapped(block.text(), "", "");
  }

  @Override
  public void words(Block.Words block) {
    out.append('\n');
    if (!block.label().isEmpty()) {
      out.append(in(BOLD, block.label())).append('\n');
    }
    wrapped(block.words().words(), "  | ", GREEN);
  }

  @Override
  public void quote(Block.Quote block) {
    out.append('\n');
    wrapped(block.text(), "  > ", DIM);
  }

  @Override
  public void facts(Block.Facts block) {
    out.append('\n');
    if (!block.label().isEmpty()) {
      out.append(in(BOLD, block.label())).append('\n');
    }
    for (Block.Row row : block.rows()) {
      String line = row.name().isEmpty() ? row.value() : row.name() + ": " + row.value();
      List<String> lines = lines(line, width - 4);
      for (int i = 0; i < lines.size(); i++) {
        out.append(i == 0 ? "  - " : "    ").append(lines.get(i)).append('\n');
      }
    }
  }

  @Override
  public void note(Block.Note block) {
    out.append('\n');
    wrapped(block.text(), "", DIM);
  }

  @Override
  public void buttons(Block.Buttons block) {
    StringBuilder row = new StringBuilder();
    for (Block.Button one : block.buttons()) {
      button++;
      row.append(row.isEmpty() ? "" : "   ").append('[').append(button).append("] ");
      row.append(one.label()).append(one.asksForMore() ? " …" : "");
    }
    out.append('\n');
    wrapped(row.toString(), "", "");
  }

  /**
   * A terminal has no fields: the person types the command and the words behind it, or presses the
   * number of the form.
   */
  @Override
  public void form(Block.Form block) {
    out.append('\n');
    for (Block.Field field : block.fields()) {
      String name = field.name().isEmpty() ? "" : field.name() + ": ";
      String hint = field.hint().isEmpty() ? "" : " (" + field.hint() + ")";
      wrapped(name + field.label() + hint + choices(field.kind()), "  ? ", "");
      if (!field.initial().isBlank()) {
        wrapped("now: " + beginning(field.initial()), "    ", DIM);
      }
    }
    button++;
    wrapped("[" + button + "] " + block.submit() + " …", "", "");
    List<String> names =
        block.fields().stream().map(Block.Field::name).filter(name -> !name.isEmpty()).toList();
    boolean plain = names.size() < block.fields().size();
    if (names.size() > 1 && !plain) {
      wrapped(
          "Type: "
              + block.command()
              + ", and what you know, each with its name: "
              + names.get(0)
              + ": …; "
              + names.get(1)
              + ": …",
          "",
          DIM);
    } else if (!block.command().contains(" ")) {
      wrapped(
          "Type: "
              + block.command()
              + (block.command().endsWith(":") ? "" : ",")
              + " and then "
              + (plain ? "the words." : names.get(0) + ": …"),
          "",
          DIM);
    }
  }

  private static String choices(Block.Kind kind) {
    List<Block.Option> options =
        kind instanceof Block.Kind.OneOf one
            ? one.options()
            : kind instanceof Block.Kind.AnyOf any ? any.options() : List.of();
    return options.isEmpty()
        ? ""
        : ": " + String.join(", ", options.stream().map(Block.Option::value).toList());
  }

  private static String beginning(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.length() <= BEGINNING) {
      return line;
    }
    boolean through = Character.isHighSurrogate(line.charAt(BEGINNING - 1));
    return line.substring(0, through ? BEGINNING - 1 : BEGINNING).strip() + " …";
  }

  private void wrapped(String text, String margin, String style) {
    for (String line : lines(text, width - margin.length())) {
      out.append(margin).append(in(style, line)).append('\n');
    }
  }

  private String in(String style, String line) {
    return colours && !style.isEmpty() && !line.isEmpty() ? style + line + PLAIN : line;
  }

  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
