package dev.pushback.situation;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells what cannot be read before anything tries to read it. */
public final class Screening {
  /** The longest message that is read, in characters. */
  public static final int LONGEST = 4000;

  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern EMOJI_CODE = Pattern.compile(":[a-z0-9_+-]{2,}:");
  private static final Pattern LINK =
      Pattern.compile(
          "<(?:https?|mailto):[^>]*>|<?(?:https?|ftp|mailto|javascript|data):[^\\s>)]*[>)]?|www\\.\\S+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK_TEXT = Pattern.compile("\\[[^\\[\\]]*+]\\(");
  private static final Pattern MENTION = Pattern.compile("<[!@#][^>]*>|(?<!\\S)@[\\w.-]+");

  private static final Set<String> COMMON =
      Set.of(
          "the", "and", "but", "to", "of", "for", "with", "is", "are", "be", "it", "its", "it's",
          "i", "we", "you", "they", "she", "our", "my", "their", "his", "us", "them", "this",
          "that", "not", "how", "what", "when", "who", "why", "does", "did", "can", "could",
          "would", "want", "wants", "need", "needs", "have", "has", "had", "from", "by", "if",
          "still", "again", "don't", "won't", "can't", "i'm", "we're", "they're", "up", "out",
          "after", "before", "get", "more", "than", "too", "about", "just", "says", "say", "said",
          "asks", "w", "pls");

  /** Least share of common English words in a text that needs no closer look at its language. */
  private static final double ENGLISH = 0.15;

  /** Groups of cues.yaml. */
  private static final Set<String> GRAVE = Set.of("emergency", "medical", "despair");

  private static final double KNOWN = 0.34;
  private static final double BROKEN = 0.02;

  private final Lexicon lexicon;
  private final Predicate<String> isOtherLanguage;

  /**
   * @param lexicon the words the coach knows
   * @param isOtherLanguage asked only about texts with few common English words
   */
  public Screening(Lexicon lexicon, Predicate<String> isOtherLanguage) {
    this.lexicon = lexicon;
    this.isOtherLanguage = isOtherLanguage;
  }

  /** Why a text cannot be read. The ids are those of bad-input.yaml. */
  public enum Problem {
    EMPTY,
    NO_WORDS,
    ONLY_LINKS,
    ONLY_MENTIONS,
    TOO_LONG,
    OTHER_LANGUAGE,
    BROKEN,
    GIBBERISH,
    /** Of a draft: there are no words that could be sent. */
    NO_DRAFT,
    /** Of a draft: it is longer than what is read at once. */
    DRAFT_TOO_LONG,
    /** Of a draft: it isn't in English. */
    DRAFT_LANGUAGE,
    /** Of a draft: all of it is what somebody else wrote. */
    ONLY_QUOTE,
    /** Of a draft: most of it is a program. */
    CODE,
    /** Of a draft: most of it are tags. */
    MARKUP;

    /** The id, such as {@code no-words}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The text without control characters, which are good for nothing but mischief. */
  public static String clean(String text) {
    return CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ").strip();
  }

  /**
   * The same, sign for sign, so that every place in it stays where it was; nothing is taken off its
   * ends, and a carriage return before a line's end becomes a blank.
   */
  public static String cleanInPlace(String text) {
    StringBuilder clean = new StringBuilder(CONTROLS.matcher(text).replaceAll(" "));
    for (int i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1)) {
      boolean beforeEnd = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      clean.setCharAt(i, beforeEnd ? ' ' : '\n');
    }
    return clean.toString();
  }

  /** What keeps a cleaned text from being read, if anything does. */
  public Optional<Problem> problem(String text) {
    return problem(text, LONGEST);
  }

  /**
   * What keeps a cleaned text from being read, if anything does.
   *
   * @param longest how many characters it may have
   */
  public Optional<Problem> problem(String text, int longest) {
    if (text.isBlank()) {
      return Optional.of(Problem.EMPTY);
    }
    if (text.length() > longest) {
      return Optional.of(Problem.TOO_LONG);
    }
    if (text.chars().filter(c -> c == '\uFFFD').count() > BROKEN * text.length()) {
      return Optional.of(Problem.BROKEN);
    }
    String withoutLinks = LINK_TEXT.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
    String withoutMentions = MENTION.matcher(withoutLinks).replaceAll(" ");
    String bare = EMOJI_CODE.matcher(withoutMentions).replaceAll(" ");
    if (!hasWords(bare)) {
      if (hasWords(withoutLinks) && !hasWords(withoutMentions)) {
        return Optional.of(Problem.ONLY_MENTIONS);
      }
      return Optional.of(withoutLinks.equals(text) ? Problem.NO_WORDS : Problem.ONLY_LINKS);
    }
    return language(bare);
  }

  /** Whether some word in it speaks of an emergency, illness or despair. */
  public boolean soundsGrave(String text) {
    return Token.of(text).stream()
        .flatMap(token -> lexicon.groups(token.lower()).stream())
        .anyMatch(GRAVE::contains);
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  private Optional<Problem> language(String text) {
    if (mostlyOtherScript(text)) {
      return Optional.of(Problem.OTHER_LANGUAGE);
    }
    List<String> words =
        Token.of(text).stream()
            .filter(token -> token.isWord() && !token.hasDigit())
            .map(Token::lower)
            .toList();
    double common = share(words, COMMON::contains);
    double known = share(words, word -> !lexicon.groups(word).isEmpty());
    if (common >= ENGLISH || known + common >= KNOWN) {
      return Optional.empty();
    }
    if (isOtherLanguage.test(text)) {
      return Optional.of(Problem.OTHER_LANGUAGE);
    }
    return known + common == 0 && words.size() > 1
        ? Optional.of(Problem.GIBBERISH)
        : Optional.empty();
  }

  private static double share(List<String> words, Predicate<String> test) {
    return words.isEmpty() ? 0 : (double) words.stream().filter(test).count() / words.size();
  }

  private static boolean mostlyOtherScript(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
            .count();
    return latin * 2 < letters;
  }
}
