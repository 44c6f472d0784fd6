package dev.pushback.dates;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How people write dates, from the playbook's dates.yaml: colloquial forms and what they mean. */
public final class DateWords {
  private static final Pattern TYPOGRAPHIC = Pattern.compile("[‘’`´]");
  private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}/.:+'-]+");
  private static final Pattern GLUED = Pattern.compile("(?<=\\bmid|\\bearly|\\blate)-(?=\\p{L})");
  private static final Pattern EDGES = Pattern.compile("^[\\s.:,;'-]+|[\\s:,;'-]+$");

  private final Map<String, String> plain;
  private final Pattern phrases;
  private final Set<String> vague;
  private final Set<String> never;

  /**
   * @param plain a phrase in small letters to what it stands for; empty: nothing
   * @param vague sayings that name no day
   * @param never sayings that mean there is none
   */
  public DateWords(Map<String, String> plain, List<String> vague, List<String> never) {
    this.plain = Map.copyOf(plain);
    this.vague = Set.copyOf(vague);
    this.never = Set.copyOf(never);
    this.phrases =
        Pattern.compile(
            plain.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(
                    Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}'])")));
  }

  /** The words in small letters, with plain quotes and without marks and signs around them. */
  static String bare(String words) {
    String lower = TYPOGRAPHIC.matcher(words.toLowerCase(Locale.ENGLISH)).replaceAll("'");
    String glued = GLUED.matcher(lower.replace('–', '-').replace('—', ' ')).replaceAll(" ");
    String clean = NOISE.matcher(glued).replaceAll(" ");
    return EDGES.matcher(clean).replaceAll("").strip();
  }

  /** What bare words stand for. */
  String plain(String bare) {
    Matcher matcher = phrases.matcher(bare);
    String rewritten =
        matcher.replaceAll(
            found -> Matcher.quoteReplacement(" " + plain.getOrDefault(found.group(), "") + " "));
    return rewritten.replaceAll("\\s+", " ").strip();
  }

  boolean isVague(String bare) {
    return vague.contains(bare) || vague.contains(plain(bare));
  }

  boolean isNever(String bare) {
    return never.contains(bare) || never.contains(plain(bare));
  }
}
