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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rich text, whose words are words whatever stands in them: Slack looks for no markup there. */
final class RichText {
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

  /** A label. */
  static RichTextBlock label(String label) {
    return block(labelled(label));
  }

  /** A label, and a list with a point for each row. */
  static RichTextBlock list(String label, List<Block.Row> rows) {
    List<BlockElement> elements = labelled(label);
    List<RichTextElement> points = new ArrayList<>();
    for (Block.Row row : rows) {
      points.add(section(row.name(), row.value()));
    }
    elements.add(RichTextListElement.builder().style("bullet").elements(points).build());
    return block(elements);
  }

  private static List<BlockElement> labelled(String label) {
    List<BlockElement> elements = new ArrayList<>();
    if (!Plain.clean(label).isBlank()) {
      elements.add(RichTextSectionElement.builder().elements(List.of(bold(label))).build());
    }
    return elements;
  }

  private static RichTextSectionElement section(String name, String value) {
    return RichTextSectionElement.builder()
        .elements(
            Plain.clean(name).isBlank()
                ? List.of(text(value))
                : List.of(bold(name), text(": " + Plain.clean(value))))
        .build();
  }

  private static RichTextBlock block(List<BlockElement> elements) {
    return RichTextBlock.builder().elements(elements).build();
  }

  private static RichTextSectionElement.Text text(String text) {
    return RichTextSectionElement.Text.builder().text(Plain.cut(text, CardLimits.TEXT)).build();
  }

  private static RichTextElement bold(String text) {
    return new Bold("text", Plain.cut(text, CardLimits.TEXT), Map.of("bold", true));
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
