package dev.pushback.script;

import dev.pushback.TestKnowledge;
import dev.pushback.playbook.Guard.Claim;
import dev.pushback.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no message to a partner may contain, whatever was typed and vouched for. */
final class SendableRules {
  private static final Pattern NUMBER = Pattern.compile("[\\p{Sc}]?\\d+(?:[.,:/]\\d+)*\\s?%?");
  private static final Pattern DATE_NAME =
      Pattern.compile(
          "\\b(January|February|March|April|May|June|July|August|September|October|November|December"
              + "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)\\b");
  private static final Pattern CAPITAL = Pattern.compile("(?<![\\p{L}'’])\\p{Lu}[\\p{L}'’-]*");
  private static final Pattern THIRD_PERSON =
      Pattern.compile("(?i)\\b(?:he|she|his|her|him|hers|himself|herself)\\b");
  private static final Pattern HONORIFIC =
      Pattern.compile("(?i)\\b(?:mr|mrs|ms|miss|dr|sir|madam|ma'am|herr|frau)\\b");
  private static final Pattern MARKUP =
      Pattern.compile(
          "[<>]|https?:|www\\.|:[a-z0-9_+-]{2,}:|[\\p{Cntrl}&&[^\\n]]|[\\p{So}\\p{Cs}\\x{FE0F}\\x{200D}]"
              + "|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");
  private static final Set<String> OWN_CAPITALS = Set.of("i", "i'm", "i'd", "i'll", "i've");

  private final Playbook playbook = TestKnowledge.get().playbook();

  /**
   * The rules that a message breaks; empty for a good one.
   *
   * @param message what would be sent
   * @param typed what the person typed, or the partner wrote
   * @param facts what the person vouched for
   * @param mayNameBoss whether the boss may stand in it
   */
  List<String> broken(SendableText message, String typed, Facts facts, boolean mayNameBoss) {
    String words = message.words();
    String source = String.join("\n", sources(typed, facts));
    // Said by the playbook itself, where it claims nothing: given elsewhere, settled between us,
    // can't leave as it is.
    Set<Claim> claims =
        playbook
            .guard()
            .claims(words.replaceAll("(?<!go )elsewhere|between us|can't leave as it is", ""));
    List<String> broken = new ArrayList<>();
    numbers(words, source).forEach(number -> broken.add("invents the number " + number));
    names(words, source).forEach(name -> broken.add("invents the name or date " + name));
    if (claims.contains(Claim.BUDGET) && facts.budget().isEmpty()) {
      broken.add("speaks of a budget nobody vouched for");
    }
    boolean allKeys = facts.threat().map(Facts.Threat::hasAllKeys).orElse(false);
    if (claims.contains(Claim.RIVAL) && facts.quote().isEmpty() && !allKeys) {
      broken.add("speaks of another vendor nobody vouched for");
    }
    if (words.contains("Acme")) {
      broken.add("names the other vendor");
    }
    if (claims.contains(Claim.BOSS)) {
      if (!mayNameBoss) {
        broken.add("names a boss");
      } else if (!words
          .substring(words.toLowerCase(Locale.ROOT).indexOf("manager") + 1)
          .contains("?")) {
        broken.add("names a boss without asking for an option");
      }
    }
    if (claims.contains(Claim.THREAT) && !allKeys) {
      broken.add("threatens");
    }
    if (claims.contains(Claim.HEAT)) {
      broken.add("insults");
    }
    if (claims.contains(Claim.PRIVATE)) {
      broken.add("tells what is private");
    }
    find(THIRD_PERSON, words).ifPresent(word -> broken.add("says " + word));
    find(HONORIFIC, words)
        .filter(word -> !has(source, word))
        .ifPresent(word -> broken.add("invents the honorific " + word));
    find(MARKUP, words).ifPresent(sign -> broken.add("contains " + sign));
    List<String> brackets =
        BRACKETS.matcher(words).results().map(MatchResult::group).distinct().toList();
    if (!brackets.equals(message.blanks())) {
      broken.add("lists the blanks " + message.blanks());
    }
    if (words.replaceAll("\\[[^\\[\\]]+]", "").matches("(?s).*[\\[\\]{}].*")) {
      broken.add("contains half a bracket");
    }
    return broken;
  }

  private static List<String> sources(String typed, Facts facts) {
    return Stream.of(
            Optional.of(typed),
            facts.budget(),
            facts.deadline(),
            facts.quote(),
            facts.boss().flatMap(Facts.Boss::wants),
            facts.threat().map(threat -> threat.act() + "\n" + threat.date()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<String> numbers(String words, String source) {
    return NUMBER
        .matcher(words)
        .results()
        .map(result -> result.group().strip())
        .filter(
            number ->
                !Pattern.compile("(?<![\\d])" + Pattern.quote(number) + "(?!\\d)")
                    .matcher(source)
                    .find())
        .toList();
  }

  private List<String> names(String words, String source) {
    List<String> invented = new ArrayList<>();
    Matcher capital = CAPITAL.matcher(words);
    while (capital.find()) {
      String name = capital.group();
      boolean startsSentence = startsSentence(words, capital.start());
      boolean isDate = DATE_NAME.matcher(name).matches() && !(startsSentence && name.equals("May"));
      boolean own = OWN_CAPITALS.contains(name.toLowerCase(Locale.ROOT).replace('’', '\''));
      if ((isDate || !startsSentence) && !own && !isFrom(source, name)) {
        invented.add(name);
      }
    }
    return invented;
  }

  private static boolean startsSentence(String words, int start) {
    int before = start - 1;
    while (before >= 0 && " \"'“".indexOf(words.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ".!?:]\n".indexOf(words.charAt(before)) >= 0;
  }

  /** Whether it stands in the source, as it is or as people type it in a chat. */
  private boolean isFrom(String source, String name) {
    return has(source, name)
        || playbook.shorthand().entrySet().stream()
            .filter(entry -> has(entry.getValue(), name))
            .map(Map.Entry::getKey)
            .anyMatch(typed -> has(source, typed));
  }

  private static boolean has(String source, String word) {
    return Pattern.compile(
            "(?<![\\p{L}])" + Pattern.quote(word) + "(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(source)
        .find();
  }

  private static Optional<String> find(Pattern pattern, String words) {
    return pattern.matcher(words).results().map(MatchResult::group).findFirst();
  }
}
