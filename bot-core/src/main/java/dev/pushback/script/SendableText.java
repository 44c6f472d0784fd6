package dev.pushback.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words that the person may send: to the partner or, where that is said beside them, to their own
 * boss or a teammate. Only this package makes them, from playbook text, the person's own words and
 * vouched facts (experts.md 5.4, rule 1); only they can be copied or posted. What is still missing
 * stands in square brackets.
 */
public final class SendableText {
  private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]]+]");

  /** Where a text can be cut, the best places first. */
  private static final List<Pattern> GAPS =
      List.of(
          Pattern.compile("\\n[ \\t]*\\n"),
          Pattern.compile("[.!?…]\\s|\\n"),
          Pattern.compile("\\s"));

  private final String words;

  SendableText(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("nothing to send");
    }
    this.words = words;
  }

  /** The message. */
  public String words() {
    return words;
  }

  /** What the person still has to fill in, with the brackets, in order. */
  public List<String> blanks() {
    return BLANK.matcher(words).results().map(MatchResult::group).distinct().toList();
  }

  /**
   * The same in pieces, cut between paragraphs or else between sentences.
   *
   * @param most characters in a piece
   */
  public List<SendableText> parts(int most) {
    List<SendableText> parts = new ArrayList<>();
    String rest = words;
    while (rest.length() > most) {
      int end = end(rest.substring(0, most + 1), most);
      parts.add(new SendableText(rest.substring(0, end).stripTrailing()));
      rest = rest.substring(end).strip();
    }
    if (!rest.isBlank()) {
      parts.add(new SendableText(rest));
    }
    return parts;
  }

  /** Where a piece ends; a blank behind it doesn't count. */
  private static int end(String text, int most) {
    for (Pattern gap : GAPS) {
      int end = gap.matcher(text).results().mapToInt(MatchResult::end).max().orElse(0);
      if (end > most / 2) {
        return end;
      }
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SendableText text && text.words.equals(words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return words;
  }
}
