package dev.pushback.slack.blockkit;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.pushback.card.CleanText;

/** Words as Slack takes them: never markup. */
final class Plain {
  private Plain() {}

  /** A text object without markup and without emoji codes. */
  static PlainTextObject text(String text, int most) {
    return PlainTextObject.builder().text(CleanText.cut(text, most)).emoji(false).build();
  }
}
