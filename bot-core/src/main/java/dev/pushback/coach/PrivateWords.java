package dev.pushback.coach;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.partner.Partner;
import dev.pushback.situation.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds names and amounts in what a person wrote, so that they can be left out. In doubt something
 * is a name, or an amount.
 */
final class PrivateWords {
  private static final String NAME = "[name]";
  private static final String AMOUNT = "[amount]";
  private static final int SHORTEST_NAME = 2;

  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");

  /** What begins a sentence with a capital and is no name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "a",
          "all",
          "also",
          "an",
          "and",
          "any",
          "anything",
          "as",
          "at",
          "because",
          "but",
          "by",
          "can",
          "don't",
          "either",
          "every",
          "for",
          "from",
          "he",
          "how",
          "i",
          "i'd",
          "i'll",
          "i'm",
          "i've",
          "if",
          "in",
          "it",
          "it's",
          "its",
          "let's",
          "more",
          "my",
          "no",
          "nobody",
          "not",
          "nothing",
          "of",
          "on",
          "only",
          "or",
          "our",
          "please",
          "she",
          "so",
          "that",
          "that's",
          "the",
          "their",
          "then",
          "there",
          "there's",
          "these",
          "they",
          "they're",
          "this",
          "to",
          "under",
          "until",
          "unless",
          "we",
          "we'd",
          "we'll",
          "we're",
          "we've",
          "what",
          "when",
          "why",
          "with",
          "without",
          "you",
          "your");

  /** "One" is not among them: "no one", "one more". */
  private static final Set<String> NUMBERS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "hundreds",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "dozen",
          "half",
          "grand",
          "double",
          "twice",
          "triple");

  private static final Set<String> UNITS =
      Set.of("%", "percent", "per cent", "pct", "k", "m", "bn");

  private final Lexicon lexicon;
  private final Set<String> known = new HashSet<>();
  private final String thought;
  private final Optional<String> named;

  /**
   * @param reading of the whole thought
   * @param partners whom the person deals with
   */
  PrivateWords(Lexicon lexicon, Reading reading, List<Partner> partners) {
    this.lexicon = lexicon;
    this.thought = reading.text();
    Optional<String> slot = reading.slots().partner().map(one -> one.text()).filter(this::hasName);
    partners.stream().map(Partner::name).filter(this::hasName).forEach(this::learn);
    slot.ifPresent(this::learn);
    this.named =
        partners.stream()
            .map(Partner::name)
            .filter(this::hasName)
            .filter(name -> fold(thought).contains(fold(name)))
            .findFirst()
            .or(() -> slot)
            .or(() -> withinASentence(Token.of(thought)));
  }

  /** The first words with capitals that don't begin a sentence. */
  private Optional<String> withinASentence(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1).isWord() && isName(tokens.get(i))) {
        int last = i;
        while (last + 1 < tokens.size() && isName(tokens.get(last + 1))) {
          last++;
        }
        String name = thought.substring(tokens.get(i).start(), tokens.get(last).end());
        return Optional.of(name.replaceFirst("['’]s$", ""));
      }
    }
    return Optional.empty();
  }

  private void learn(String name) {
    Token.of(name).stream()
        .filter(token -> token.isWord() && token.lower().length() >= SHORTEST_NAME)
        .filter(token -> isCapital(token) && !isPlain(token))
        .forEach(token -> known.add(token.lower()));
  }

  private static String fold(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  /** Whom the thought is about, if they are named in it. */
  Optional<String> named() {
    return named;
  }

  /** The words without what isn't kept. */
  String masked(String words, Set<Keep> keep) {
    List<Token> tokens = Token.of(words);
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    String before = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String mask = mask(tokens, i, keep);
      if (mask.isEmpty()) {
        masked.append(words, copied, token.end());
      } else {
        masked.append(mask.equals(before) ? "" : words.substring(copied, token.start()) + mask);
        masked.append(genitive(token));
      }
      before = mask;
      copied = token.end();
    }
    return masked.append(words.substring(copied)).toString();
  }

  private String mask(List<Token> tokens, int i, Set<Keep> keep) {
    if (!keep.contains(Keep.AMOUNTS) && isAmount(tokens, i)) {
      return AMOUNT;
    }
    return !keep.contains(Keep.NAMES) && isName(tokens.get(i)) ? NAME : "";
  }

  private static String genitive(Token token) {
    return token.lower().endsWith("'s") ? "'s" : "";
  }

  private boolean hasName(String words) {
    return Token.of(words).stream().anyMatch(token -> isCapital(token) && !isPlain(token));
  }

  private static boolean isCapital(Token token) {
    return token.shape().startsWith("X");
  }

  /** A capital that says nothing: the start of a sentence, a month, a term such as NDA. */
  private boolean isPlain(Token token) {
    String word = token.lower();
    boolean term = !token.shape().contains("x") && !lexicon.groups(word).isEmpty();
    return NO_NAMES.contains(word)
        || lexicon.isIn("month", word)
        || lexicon.isIn("weekday", word.replaceFirst("(?<=day)s$", ""))
        || lexicon.isIn("currency", word)
        || term;
  }

  private boolean isName(Token token) {
    return (isCapital(token) && !isPlain(token))
        || known.contains(token.lower().replaceFirst("'s$", ""));
  }

  private boolean isAmount(List<Token> tokens, int i) {
    return isNumber(tokens, i)
        || (isUnit(tokens.get(i))
            && ((i > 0 && (isNumber(tokens, i - 1) || isUnit(tokens.get(i - 1))))
                || (i + 1 < tokens.size() && isNumber(tokens, i + 1))));
  }

  private boolean isUnit(Token token) {
    return UNITS.contains(token.lower())
        || token.lower().matches("\\p{Sc}")
        || lexicon.isIn("currency", token.lower());
  }

  /** A date is none. */
  private boolean isNumber(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean date =
        ORDINAL.matcher(token.lower()).matches()
            || (i > 0 && lexicon.isIn("month", tokens.get(i - 1).lower()))
            || (i + 1 < tokens.size() && lexicon.isIn("month", tokens.get(i + 1).lower()));
    return token.hasDigit() ? !date : NUMBERS.contains(token.lower());
  }
}
