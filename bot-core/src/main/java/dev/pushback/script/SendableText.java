package dev.pushback.script;

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
