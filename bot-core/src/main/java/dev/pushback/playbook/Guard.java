package dev.pushback.playbook;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks for claims that need a vouched fact, and for words that would hurt the person's own case,
 * so that they do not slip into a message inside the person's own words (experts.md 5.2).
 */
public final class Guard {
  private final Map<Claim, List<String>> wordsByClaim = new EnumMap<>(Claim.class);

  /** What the words claim. */
  public enum Claim {
    BOSS,
    BUDGET,
    RIVAL,
    THREAT,
    HEAT,
    PRIVATE;

    /** The name used in guards.yaml. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param words the words and phrases that make each claim
   */
  public Guard(Map<Claim, List<String>> words) {
    for (Claim claim : Claim.values()) {
      List<String> all = words.getOrDefault(claim, List.of()).stream().map(Guard::fold).toList();
      if (all.isEmpty()) {
        throw new IllegalArgumentException("no words for " + claim.id());
      }
      wordsByClaim.put(claim, all);
    }
  }

  /** The claims that the words make. */
  public Set<Claim> claims(String words) {
    String plain = words.replace('’', '\'');
    String folded = fold(plain);
    Set<Claim> claims = EnumSet.noneOf(Claim.class);
    wordsByClaim.forEach(
        (claim, all) -> {
          if (all.stream().anyMatch(word -> stands(word, folded, plain))) {
            claims.add(claim);
          }
        });
    return claims;
  }

  /** Whether the word stands in the text, with neither letter nor digit right beside it. */
  private static boolean stands(String word, String folded, String plain) {
    int at = folded.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || !isInWord(plain.charAt(at - 1)))
          && (end == plain.length() || !isInWord(plain.codePointAt(end)))) {
        return true;
      }
      at = end < plain.length() ? folded.indexOf(word, at + 1) : -1;
    }
    return false;
  }

  private static boolean isInWord(int sign) {
    return switch (Character.getType(sign)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(sign);
    };
  }

  /** The text with upper and lower case made one; sign for sign, so that all offsets stay. */
  private static String fold(String text) {
    char[] signs = text.toCharArray();
    for (int i = 0; i < signs.length; i++) {
      signs[i] = Character.toLowerCase(Character.toUpperCase(signs[i]));
    }
    return new String(signs);
  }
}
