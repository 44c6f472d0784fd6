package dev.pushback.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Finds many phrases in a text at once. All phrases share one tree, so that the time depends on the
 * text and hardly on how many phrases there are.
 *
 * <p>A phrase is written as words with a space between them: {@code a/b} is one of several, {@code
 * word?} may be missing, {@code *} is any one word, {@code ..} up to six of any but the end of a
 * sentence, {@code ...} up to twenty within a clause, {@code #} a word with a digit, {@code &} a
 * word with a capital, {@code ^} the beginning, {@code $} the end, {@code @name} a phrase of a
 * group. A question mark of the text is written {@code ¿}.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseMatcher<T> {
  private static final int MOST_IN_GAP = 6;
  private static final int MOST_IN_CLAUSE = 20;
  private static final Set<String> NOTHING = Set.of("..", "...", "^", "$");
  private static final int MOST_WAYS = 4000;
  private static final int MANY = 4;
  private static final String QUESTION_MARK = "¿";
  private static final Set<String> SIGNS = Set.of(".", "!", "?", ";", ":");
  private static final Set<String> CLAUSE_SIGNS = Set.of(".", "!", "?", ";", ":", ",", "–", "—");

  private final Optional<PhraseMatcher<String>> groups;
  private final Set<String> groupNames = new HashSet<>();
  private final Node<T> root = new Node<>();

  /**
   * Where a phrase stands.
   *
   * @param value what it stands for
   * @param from its first token
   * @param to after its last token
   * @param gapFrom the first token of its clause {@code ...}, or else of its last gap; {@code to}
   *     if it has none
   * @param gapTo after the last token of that
   */
  public record Hit<T>(T value, int from, int to, int gapFrom, int gapTo) {}

  /** A place in the tree, with what may follow it. */
  private static final class Node<T> {
    private final Map<String, Node<T>> words = new HashMap<>(2);
    private final Map<String, Node<T>> groups = new HashMap<>(0);
    private final List<T> values = new ArrayList<>(1);
    private final EnumMap<Kind, Node<T>> kinds = new EnumMap<>(Kind.class);

    private Node<T> child(String step) {
      Optional<Kind> kind = Kind.of(step);
      if (kind.isPresent()) {
        return kinds.computeIfAbsent(kind.get(), none -> new Node<>());
      }
      return (step.startsWith("@") ? groups : words).computeIfAbsent(step, none -> new Node<>());
    }

    private Optional<Node<T>> after(Kind kind) {
      return kinds.isEmpty() ? Optional.empty() : Optional.ofNullable(kinds.get(kind));
    }
  }

  /** What a step may be that is no word and no group. */
  private enum Kind {
    GAP(".."),
    CLAUSE("..."),
    ANY("*"),
    DIGIT("#"),
    CAPITAL("&"),
    START("^"),
    END("$");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    private static Optional<Kind> of(String step) {
      return Arrays.stream(values()).filter(kind -> kind.sign.equals(step)).findFirst();
    }
  }

  /**
   * A matcher without phrases.
   *
   * @param groups phrases that stand for each other, by the name of their group; they name no
   *     groups themselves
   * @throws IllegalArgumentException when one of them is no phrase
   */
  public PhraseMatcher(Map<String, List<String>> groups) {
    this(Optional.of(new PhraseMatcher<>(Optional.empty())));
    groups.forEach(
        (name, phrases) -> {
          groupNames.add(name);
          phrases.forEach(
              phrase -> {
                if (phrase.contains("^") || phrase.contains("@")) {
                  throw new IllegalArgumentException(
                      "a group holds words only, not '" + phrase + "'");
                }
                members().add(phrase, "@" + name);
              });
        });
  }

  private PhraseMatcher(Optional<PhraseMatcher<String>> groups) {
    this.groups = groups;
  }

  private PhraseMatcher<String> members() {
    return groups.orElseThrow();
  }

  /**
   * Adds a phrase.
   *
   * @throws IllegalArgumentException when it is empty, names an unknown group or could be read in
   *     too many ways
   */
  public void add(String phrase, T value) {
    List<List<String>> ways = List.of(List.of());
    for (String part : phrase.strip().split("\\s+", -1)) {
      ways = extended(ways, part);
      if (ways.size() > MOST_WAYS) {
        throw new IllegalArgumentException("too many ways to read '" + phrase + "'");
      }
    }
    for (List<String> way : ways) {
      if (way.stream().allMatch(step -> NOTHING.contains(step))) {
        throw new IllegalArgumentException("'" + phrase + "' could be nothing at all");
      }
      Node<T> node = root;
      for (String step : way) {
        node = node.child(step);
      }
      if (!node.values.contains(value)) {
        node.values.add(value);
      }
    }
  }

  private static boolean isWord(String step) {
    return !step.startsWith("@") && Kind.of(step).isEmpty();
  }

  private List<List<String>> extended(List<List<String>> ways, String part) {
    boolean optional = part.length() > 1 && part.endsWith("?");
    String words = optional ? part.substring(0, part.length() - 1) : part;
    List<List<String>> out = new ArrayList<>(optional ? ways : List.of());
    for (String word : alternatives(words)) {
      List<String> steps = steps(word);
      for (List<String> way : ways) {
        List<String> longer = new ArrayList<>(way);
        longer.addAll(steps);
        out.add(longer);
      }
    }
    return out;
  }

  /** Many alternatives make a group of their own, or the ways would multiply. */
  private List<String> alternatives(String words) {
    List<String> all = List.of(words.split("/", -1));
    if (all.size() < MANY || groups.isEmpty() || !all.stream().allMatch(PhraseMatcher::isWord)) {
      return all;
    }
    if (groupNames.add(words)) {
      all.forEach(word -> members().add(word, "@" + words));
    }
    return List.of("@" + words);
  }

  /** One step for most; several where a word falls apart as a text would. */
  private List<String> steps(String word) {
    if (word.startsWith("@") && !groupNames.contains(word.substring(1))) {
      throw new IllegalArgumentException("there is no group " + word);
    }
    if (!isWord(word)) {
      return List.of(word);
    }
    return word.equals(QUESTION_MARK)
        ? List.of("?")
        : Token.of(word).stream().map(Token::lower).toList();
  }

  /**
   * Every place where a phrase stands between two tokens, in the order of their beginnings; of one
   * value that begins at one token, the longest.
   *
   * @param from the first token; a phrase with {@code ^} begins here
   * @param to after the last token; a phrase with {@code $} ends here
   */
  public List<Hit<T>> find(List<Token> tokens, int from, int to) {
    List<Hit<T>> hits = new ArrayList<>();
    Search search = new Search(tokens, from, to);
    for (int at = from; at < to; at++) {
      int begin = at;
      int first = hits.size();
      search.from(
          at,
          (value, end) ->
              keep(
                  hits,
                  first,
                  new Hit<>(value, begin, end, search.gapFrom(end), search.gapTo(end))));
    }
    return hits;
  }

  private static <T> void keep(List<Hit<T>> hits, int first, Hit<T> hit) {
    for (int i = first; i < hits.size(); i++) {
      if (hits.get(i).value().equals(hit.value())) {
        if (hits.get(i).to() < hit.to()) {
          hits.set(i, hit);
        }
        return;
      }
    }
    hits.add(hit);
  }

  private final class Search {
    private final List<Token> tokens;
    private final int from;
    private final int to;

    /** Only signs follow this token. */
    private final int end;

    /** By token, from {@code from} on: the groups that begin there. */
    private final List<List<Hit<String>>> groupsAt;

    /** The last gap on the way to where the search is; none where they are the same. */
    private int gapFrom;

    private int gapTo;

    /** Whether that was a clause, which no shorter gap behind it hides. */
    private boolean clause;

    private Search(List<Token> tokens, int from, int to) {
      this(tokens, from, to, lastWord(tokens, from, to));
    }

    private Search(List<Token> tokens, int from, int to, int end) {
      this.tokens = tokens;
      this.from = from;
      this.to = to;
      this.end = end;
      this.groupsAt = groups.map(this::groupsAt).orElse(List.of());
    }

    private static int lastWord(List<Token> tokens, int from, int to) {
      int last = to;
      while (last > from && !tokens.get(last - 1).isWord()) {
        last--;
      }
      return last;
    }

    /** All phrases that begin here, with the token they end before. */
    private void from(int at, ObjIntConsumer<T> found) {
      if (at == from) {
        root.after(Kind.START).ifPresent(node -> step(node, at, found));
      }
      step(root, at, found);
    }

    private void step(Node<T> node, int at, ObjIntConsumer<T> found) {
      for (T value : node.values) {
        found.accept(value, at);
      }
      if (at >= end && at > from) {
        node.after(Kind.END)
            .ifPresent(last -> last.values.forEach(value -> found.accept(value, at)));
      }
      if (at >= to) {
        return;
      }
      Token token = tokens.get(at);
      Node<T> next = node.words.get(token.lower());
      if (next != null) {
        step(next, at + 1, found);
      }
      if (!node.kinds.isEmpty()) {
        kinds(node, token, at, found);
      }
      if (!node.groups.isEmpty()) {
        for (Hit<String> group : groupsAt.get(at - from)) {
          Node<T> after = node.groups.get(group.value());
          if (after != null) {
            step(after, group.to(), found);
          }
        }
      }
    }

    private void kinds(Node<T> node, Token token, int at, ObjIntConsumer<T> found) {
      if (token.hasDigit()) {
        node.after(Kind.DIGIT).ifPresent(after -> step(after, at + 1, found));
      }
      if (token.shape().startsWith("X")) {
        node.after(Kind.CAPITAL).ifPresent(after -> step(after, at + 1, found));
      }
      if (token.isWord()) {
        node.after(Kind.ANY).ifPresent(after -> step(after, at + 1, found));
      }
      node.after(Kind.GAP).ifPresent(after -> gap(after, at, MOST_IN_GAP, SIGNS, found));
      node.after(Kind.CLAUSE)
          .ifPresent(after -> gap(after, at, MOST_IN_CLAUSE, CLAUSE_SIGNS, found));
    }

    private void gap(Node<T> after, int at, int most, Set<String> stops, ObjIntConsumer<T> found) {
      int outerFrom = gapFrom;
      int outerTo = gapTo;
      boolean outerClause = clause;
      for (int behind = at; behind <= Math.min(to, at + most); behind++) {
        if (!outerClause) {
          gapFrom = at;
          gapTo = behind;
          clause = stops.equals(CLAUSE_SIGNS);
        }
        step(after, behind, found);
        if (behind < to && stops.contains(tokens.get(behind).lower())) {
          break;
        }
      }
      gapFrom = outerFrom;
      gapTo = outerTo;
      clause = outerClause;
    }

    private int gapFrom(int end) {
      return gapFrom < gapTo ? gapFrom : end;
    }

    private int gapTo(int end) {
      return gapFrom < gapTo ? gapTo : end;
    }

    private List<List<Hit<String>>> groupsAt(PhraseMatcher<String> matcher) {
      PhraseMatcher<String>.Search search = matcher.new Search(tokens, from, to, end);
      List<List<Hit<String>>> all = new ArrayList<>(to - from);
      for (int at = from; at < to; at++) {
        int begin = at;
        List<Hit<String>> hits = new ArrayList<>(2);
        search.step(
            matcher.root,
            at,
            (name, behind) -> hits.add(new Hit<>(name, begin, behind, behind, behind)));
        all.add(hits);
      }
      return all;
    }
  }
}
