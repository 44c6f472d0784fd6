package dev.pushback.situation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a partner is named: without what only stands around the name. */
public final class PartnerWords {
  private static final Pattern NAME =
      Pattern.compile(
          "(?isU)\\W*(?:(?:the|a|an|our|my|their)\\s+)?(\\w.*?)(?:['’]s)?[^\\w.&)]*(?<!\\s)\\)?\\W*");

  private PartnerWords() {}

  /** Without an article in front, and without a genitive or marks behind. */
  public static Optional<Slot> trimmed(Slot slot) {
    Matcher edges = NAME.matcher(slot.text());
    if (!edges.matches()) {
      return Optional.empty();
    }
    int start = slot.start() + edges.start(1);
    return Optional.of(new Slot(edges.group(1), start, start + edges.group(1).length()));
  }
}
