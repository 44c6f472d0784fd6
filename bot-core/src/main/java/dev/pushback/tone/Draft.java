package dev.pushback.tone;

import dev.pushback.learning.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message that somebody is about to send, cut into sentences.
 *
 * @param text as it was written
 * @param tokens its words and signs
 * @param sentences its sentences, in order; greetings and closings are sentences of their own
 */
record Draft(String text, List<Token> tokens, List<Sentence> sentences) {
  private static final Set<String> ENDS = Set.of(".", "!", "?", "…", "...", "..");
  private static final Set<String> SHORTENED =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "approx", "incl", "ref", "hon",
          "dept", "max", "min", "excl", "etc", "vs", "e.g", "i.e", "eg", "ie", "art", "sec", "cl",
          "fig", "p", "pp", "ca", "inc", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sep", "sept", "oct", "nov", "dec");
  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hiya",
          "good",
          "morning",
          "afternoon",
          "evening",
          "hallo",
          "greetings",
          "yo",
          "hola",
          "salut");
  private static final Set<String> GREETING_ENDS = Set.of(",", ":", "!", "-", "–", "—", ".", ";");

  /** "hey can u …": a greeting without a sign behind it. */
  private static final Set<String> OPENS =
      Set.of(
          "can", "could", "would", "will", "we", "i", "please", "pls", "is", "are", "the", "just");

  private static final int LONGEST_GREETING = 6;
  private static final int SHOUTED = 3;
  private static final int LONGEST_NAME = 4;

  /** More is no sentence, and would cost much to read. */
  private static final int LONGEST_SENTENCE = 250;

  /** Words with which sentences begin before a comma; no names. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "so",
          "well",
          "now",
          "sorry",
          "yes",
          "no",
          "please",
          "ok",
          "okay",
          "thanks",
          "again",
          "right",
          "listen",
          "look",
          "honestly",
          "frankly",
          "unfortunately",
          "sadly",
          "also",
          "first",
          "firstly",
          "second",
          "next",
          "finally",
          "maybe",
          "perhaps",
          "today",
          "yesterday",
          "tomorrow",
          "however",
          "therefore",
          "otherwise",
          "instead",
          "still",
          "anyway",
          "actually",
          "basically",
          "obviously",
          "clearly",
          "apologies",
          "great",
          "fine",
          "sure",
          "seriously",
          "wow",
          "oh",
          "once",
          "currently",
          "recently",
          "lastly",
          "besides",
          "furthermore");

  /**
   * A sentence.
   *
   * @param from its first token
   * @param to after its last token
   * @param body the first token behind a greeting
   */
  record Sentence(int from, int to, int body) {}

  Draft {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
  }

  /** Reads a text. */
  static Draft of(String text) {
    List<Token> tokens = Token.of(text);
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 == tokens.size()
          || i + 1 - from >= LONGEST_SENTENCE
          || endsAfter(text, tokens, from, i)) {
        sentences.add(new Sentence(from, i + 1, body(tokens, from, i + 1)));
        from = i + 1;
      }
    }
    return new Draft(text, tokens, sentences);
  }

  private static boolean endsAfter(String text, List<Token> tokens, int from, int at) {
    Token token = tokens.get(at);
    Token next = tokens.get(at + 1);
    String between = text.substring(token.end(), next.start());
    if (between.indexOf('\n') >= 0) {
      return between.indexOf('\n') != between.lastIndexOf('\n')
          || !token.isWord()
          || !next.shape().startsWith("x");
    }
    if (!ENDS.contains(token.lower()) || between.isEmpty()) {
      // "??", "!!" and "?)" belong together.
      return false;
    }
    boolean shortened =
        token.lower().equals(".")
            && at > from
            && (isNumberOfLine(text, tokens, at - 1)
                || SHORTENED.contains(tokens.get(at - 1).lower())
                || (isInitial(tokens.get(at - 1)) && next.shape().startsWith("X")));
    return !shortened;
  }

  /** "1." before a line of a list. */
  private static boolean isNumberOfLine(String text, List<Token> tokens, int at) {
    return tokens.get(at).shape().startsWith("9")
        && (at == 0
            || text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).contains("\n"));
  }

  private static boolean isInitial(Token token) {
    return token.shape().equals("X") && !token.lower().equals("i");
  }

  private static int body(List<Token> tokens, int from, int to) {
    if (!GREETINGS.contains(tokens.get(from).lower())) {
      return name(tokens, from, to);
    }
    for (int i = from + 1; i < Math.min(to, from + LONGEST_GREETING + 1); i++) {
      boolean shortened =
          tokens.get(i).lower().equals(".") && SHORTENED.contains(tokens.get(i - 1).lower());
      if (GREETING_ENDS.contains(tokens.get(i).lower()) && !shortened) {
        int end = i + 1;
        while (end < to && !tokens.get(end).isWord()) {
          end++;
        }
        return end;
      }
    }
    if (to - from <= LONGEST_NAME) {
      return to;
    }
    return OPENS.contains(tokens.get(from + 1).lower()) ? from + 1 : from;
  }

  /** "Tom, can you …" greets, too. */
  private static int name(List<Token> tokens, int from, int to) {
    return to - from > 3
            && from == 0
            && tokens.get(from).shape().startsWith("Xx")
            && tokens.get(from + 1).lower().equals(",")
            && !NO_NAMES.contains(tokens.get(from).lower())
        ? from + 2
        : from;
  }

  /** The tokens of a sentence without its greeting. */
  List<Token> body(Sentence sentence) {
    return tokens.subList(sentence.body(), sentence.to());
  }

  /** The offset of the first character behind a greeting. */
  int start(Sentence sentence) {
    return tokens.get(Math.min(sentence.body(), sentence.to() - 1)).start();
  }

  /** The offset after the last character. */
  int end(Sentence sentence) {
    return tokens.get(sentence.to() - 1).end();
  }

  /** Whether the sentence ends with a question mark. */
  boolean isMarkedQuestion(Sentence sentence) {
    for (int i = sentence.to() - 1; i >= sentence.body(); i--) {
      Token token = tokens.get(i);
      if (token.lower().equals("?")) {
        return true;
      }
      if (token.isWord()) {
        return false;
      }
    }
    return false;
  }

  /** How many words a stretch of tokens has. */
  int words(int from, int to) {
    return (int) tokens.subList(from, to).stream().filter(Token::isWord).count();
  }

  /** Whether a token is the first of its line. */
  boolean beginsLine(int token) {
    return token == 0
        || text.substring(tokens.get(token - 1).end(), tokens.get(token).start()).contains("\n");
  }

  /** Whether a sentence is written in capitals: not one name or one word that is stressed. */
  boolean isShouted(Sentence sentence) {
    List<Token> words = body(sentence).stream().filter(Token::isWord).toList();
    long loud = words.stream().filter(word -> word.shape().startsWith("XX")).count();
    boolean small = words.stream().anyMatch(word -> word.shape().indexOf('x') >= 0);
    return loud >= SHOUTED && !small;
  }

  /** The sentence that begins with a token, if one does. */
  Optional<Sentence> beginningAt(int token) {
    return sentences.stream().filter(sentence -> sentence.from() == token).findFirst();
  }

  /** Says nothing of the text. */
  @Override
  public String toString() {
    return "a draft of " + sentences.size() + " sentences";
  }
}
