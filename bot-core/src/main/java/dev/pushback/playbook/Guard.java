package dev.pushback.playbook;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for claims that need a vouched fact, and for words that would hurt the person's own case,
 * so that they do not slip into a message inside the person's own words (experts.md 5.2).
 */
public final class Guard {
  private final Map<Claim, Pattern> patterns = new EnumMap<>(Claim.class);

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
      String either =
          words.getOrDefault(claim, List.of()).stream()
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      if (either.isEmpty()) {
        throw new IllegalArgumentException("no words for " + claim.id());
      }
      patterns.put(
          claim,
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  /** The claims that the words make. */
  public Set<Claim> claims(String words) {
    String plain = words.replace('’', '\'');
    Set<Claim> claims = EnumSet.noneOf(Claim.class);
    patterns.forEach(
        (claim, pattern) -> {
          if (pattern.matcher(plain).find()) {
            claims.add(claim);
          }
        });
    return claims;
  }
}
