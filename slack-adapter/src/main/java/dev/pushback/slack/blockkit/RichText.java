package dev.pushback.slack.blockkit;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rich text, whose words are words whatever stands in them: Slack looks for no markup there. */
final class RichText {
  private static final String POINT = "\u2022 ";

  private RichText() {}

  /** A label, and words that can be copied. */
  static RichTextBlock words(String label, String words) {
    List<BlockElement> elements = labelled(label);
    elements.add(RichTextPreformattedElement.builder().elements(List.of(text(words))).build());
    return block(elements);
  }

  static RichTextBlock quote(String words) {
    return block(List.of(RichTextQuoteElement.builder().elements(List.of(text(words))).build()));
  }

  /**
   * A label, and a list with a point for each row; a single row without a name needs no point.
   *
   * @param brief whether to write it with fewer signs around the words; it is indented less then
   */
  static RichTextBlock list(String label, List<Block.Row> rows, boolean brief) {
    if (rows.size() == 1 && CleanText.clean(rows.get(0).name()).isBlank()) {
      return paragraph(label, words(rows.get(0)));
    }
    if (brief) {
      return paragraph(label, running(rows));
    }
    List<BlockElement> elements = labelled(label);
    List<RichTextElement> points = new ArrayList<>();
    for (Block.Row row : rows) {
      points.add(section(words(row)));
    }
    elements.add(RichTextListElement.builder().style("bullet").elements(points).build());
    return block(elements);
  }

  /** In one section with its label: where two meet, not every client begins a new line. */
  private static RichTextBlock paragraph(String label, List<RichTextElement> words) {
    List<RichTextElement> all = new ArrayList<>();
    if (!CleanText.clean(label).isBlank()) {
      all.add(bold(label));
      all.add(RichTextSectionElement.Text.builder().text("\n").build());
    }
    all.addAll(words);
    return block(List.of(section(all)));
  }

  private static List<BlockElement> labelled(String label) {
    List<BlockElement> elements = new ArrayList<>();
    if (!CleanText.clean(label).isBlank()) {
      elements.add(section(List.of(bold(label))));
    }
    return elements;
  }

  /** A row after the other; only what is bold stands by itself. */
  private static List<RichTextElement> running(List<Block.Row> rows) {
    List<RichTextElement> all = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (Block.Row row : rows) {
      plain.append(plain.isEmpty() ? "" : "\n").append(POINT);
      if (!CleanText.clean(row.name()).isBlank()) {
        all.add(RichTextSectionElement.Text.builder().text(plain.toString()).build());
        all.add(bold(row.name()));
        plain.setLength(0);
        plain.append(": ");
      }
      plain.append(CleanText.cut(row.value(), CardLimits.TEXT));
    }
    all.add(RichTextSectionElement.Text.builder().text(plain.toString()).build());
    return all;
  }

  private static List<RichTextElement> words(Block.Row row) {
    return CleanText.clean(row.name()).isBlank()
        ? List.of(text(row.value()))
        : List.of(bold(row.name()), text(": " + CleanText.clean(row.value())));
  }

  private static RichTextSectionElement section(List<RichTextElement> words) {
    return RichTextSectionElement.builder().elements(words).build();
  }

  private static RichTextBlock block(List<BlockElement> elements) {
    return RichTextBlock.builder().elements(elements).build();
  }

  private static RichTextSectionElement.Text text(String text) {
    return RichTextSectionElement.Text.builder().text(CleanText.cut(text, CardLimits.TEXT)).build();
  }

  private static RichTextElement bold(String text) {
    return new Bold("text", CleanText.cut(text, CardLimits.TEXT), Map.of("bold", true));
  }

  /** A bold text. The library's own says what it is not, too, and Slack counts every sign. */
  private record Bold(String type, String text, Map<String, Boolean> style)
      implements RichTextElement {
    @Override
    public String getType() {
      return type;
    }
  }
}
