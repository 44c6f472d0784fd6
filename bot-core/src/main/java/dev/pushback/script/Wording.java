package dev.pushback.script;

import dev.pushback.learning.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns what a person typed about a partner into what can be said to the partner: "they" becomes
 * "you", chat shorthand is written out, marks and markup go. Refuses what it cannot turn safely.
 */
public final class Wording {
  private static final Pattern MARKUP =
      Pattern.compile(
          "[<>{}\\[\\]|*_`~\\\\^()]|https?:|www\\.|@|&(?!amp;)[a-z]+;|[\\p{Cntrl}&&[^\\n\\t ]]");
  private static final Pattern EMOJI =
      Pattern.compile(":[a-z0-9_+-]{2,}:|[\\p{So}\\p{Cs}\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\x{200D}]");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\"'“”‘’(,;:.!?–—-]+|[\\s\"'“”‘’),;:.!?–—-]+$");

  /** A quotation mark inside: somebody else's words, or half of a quotation. */
  private static final Pattern QUOTE = Pattern.compile("[\"“”«»]|(?<!\\p{L})'|'(?!\\p{L})(?<!s')");

  private static final Pattern ODD_SPACE = Pattern.compile("\\s+");

  /** Longer words of one person have no place in a short message. */
  private static final int LONGEST = 200;

  private static final Map<String, String> TURNED =
      Map.ofEntries(
          Map.entry("they", "you"),
          Map.entry("them", "you"),
          Map.entry("their", "your"),
          Map.entry("theirs", "yours"),
          Map.entry("themselves", "yourselves"),
          Map.entry("they're", "you're"),
          Map.entry("they've", "you've"),
          Map.entry("they'll", "you'll"),
          Map.entry("they'd", "you'd"),
          Map.entry("theyre", "you're"));

  private static final Map<String, String> ORGANISATION =
      Map.of("my", "our", "me", "us", "mine", "ours", "myself", "ourselves");

  private static final Set<String> THIRD_PERSON =
      Set.of(
          "he", "she", "him", "her", "his", "hers", "himself", "herself", "he's", "she's", "he'd",
          "she'd", "he'll", "she'll");

  private static final Set<String> SECOND_PERSON =
      Set.of("you", "your", "yours", "u", "ur", "you're", "you've", "yourself");

  private final Map<String, String> shorthand;

  /**
   * @param shorthand what people type in a chat, in lower case, and how it is written out
   */
  public Wording(Map<String, String> shorthand) {
    this.shorthand = Map.copyOf(shorthand);
  }

  /**
   * The words as they can be said to the partner, or nothing if they can't be turned: markup, a
   * "he" or "she" whose meaning is open, or words that already address somebody.
   */
  public Optional<String> toPartner(String typed) {
    return turn(typed, true);
  }

  /**
   * The words tidied, with nobody turned round; for words that are not addressed to the partner.
   */
  public Optional<String> tidy(String typed) {
    return turn(typed, false);
  }

  /** The words tidied, if they speak of things and of us only: no "he", no "they", no "you". */
  public Optional<String> impersonal(String typed) {
    return tidy(typed)
        .filter(
            said ->
                Token.of(said).stream()
                    .map(Token::lower)
                    .noneMatch(
                        word ->
                            THIRD_PERSON.contains(word)
                                || SECOND_PERSON.contains(word)
                                || TURNED.containsKey(word)));
  }

  private Optional<String> turn(String typed, boolean toPartner) {
    String plain = EMOJI.matcher(typed.replace("&amp;", "and").replace('’', '\'')).replaceAll(" ");
    plain = EDGES.matcher(plain).replaceAll("").replace("b/c", "because");
    plain = plain.replace("w/o", "without").replaceAll("\\bw/", "with ").replace(" & ", " and ");
    if (MARKUP.matcher(plain).find()) {
      return Optional.empty();
    }
    plain = ODD_SPACE.matcher(EDGES.matcher(plain).replaceAll("")).replaceAll(" ").strip();
    if (plain.isEmpty() || plain.length() > LONGEST || QUOTE.matcher(plain).find()) {
      return Optional.empty();
    }
    StringBuilder turned = new StringBuilder(plain.length() + 16);
    int end = 0;
    for (Token token : Token.of(plain)) {
      String word = plain.substring(token.start(), token.end());
      turned.append(plain.substring(end, token.start()));
      end = token.end();
      if (toPartner
          && (THIRD_PERSON.contains(token.lower()) || SECOND_PERSON.contains(token.lower()))) {
        return Optional.empty();
      }
      turned.append(word(word, token, toPartner));
    }
    return Optional.of(turned.toString());
  }

  private String word(String word, Token token, boolean toPartner) {
    String lower = token.lower();
    if (toPartner && TURNED.containsKey(lower)) {
      return TURNED.getOrDefault(lower, word);
    }
    boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return shouted ? word : shorthand.getOrDefault(lower, word);
  }

  /** The words as the organisation would say them: "my crew" becomes "our crew". */
  static String asOrganisation(String words) {
    StringBuilder said = new StringBuilder(words.length());
    int end = 0;
    List<Token> tokens = Token.of(words);
    for (Token token : tokens) {
      said.append(words.substring(end, token.start()));
      end = token.end();
      said.append(
          ORGANISATION.getOrDefault(token.lower(), words.substring(token.start(), token.end())));
    }
    return said.toString();
  }

  /** The words as a sentence: a capital at the start, a full stop at the end. */
  static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
