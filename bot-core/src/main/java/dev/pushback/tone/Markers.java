package dev.pushback.tone;

import dev.pushback.learning.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Groups of words and phrases that do the same to the person who reads them. What is known of them
 * follows Brown and Levinson 1987, Danescu-Niculescu-Mizil et al. 2013 and Yeomans et al. 2020; the
 * lists are our own.
 */
public final class Markers {
  private static final String RESOURCE = "markers.txt";

  private final Map<String, List<Phrase>> byFirstWord;
  private final List<String> groups;
  private final int hash;

  /** A marker without its first word. */
  private record Phrase(int group, List<String> rest) {}

  private Markers(Map<String, List<Phrase>> byFirstWord, List<String> groups, int hash) {
    this.byFirstWord = byFirstWord;
    this.groups = groups;
    this.hash = hash;
  }

  /** The markers of this project, from the class path. */
  public static Markers load() {
    try (InputStream in = Markers.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " isn't in the jar");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Markers read(BufferedReader lines) throws IOException {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    List<String> groups = new ArrayList<>();
    int hash = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String words = line.strip();
      if (words.isEmpty() || words.startsWith("#")) {
        continue;
      }
      hash = 31 * hash + words.hashCode();
      if (words.startsWith("[")) {
        groups.add(words.substring(1, words.length() - 1));
      } else {
        for (String phrase : words.split(",", -1)) {
          add(phrases, groups.size() - 1, phrase.strip());
        }
      }
    }
    return new Markers(phrases, List.copyOf(groups), hash);
  }

  private static void add(Map<String, List<Phrase>> phrases, int group, String words) {
    List<String> tokens = Token.of(words).stream().map(Token::lower).toList();
    if (!tokens.isEmpty()) {
      phrases
          .computeIfAbsent(tokens.get(0), none -> new ArrayList<>(2))
          .add(new Phrase(group, tokens.subList(1, tokens.size())));
    }
  }

  /** Names of the groups; a group's number is its place here. */
  public List<String> groups() {
    return groups;
  }

  /** Tells the number of the group of each marker that begins with the token at {@code place}. */
  void at(List<Token> tokens, int place, IntConsumer found) {
    List<Phrase> candidates = byFirstWord.getOrDefault(tokens.get(place).lower(), List.of());
    for (Phrase phrase : candidates) {
      if (follows(tokens, place + 1, phrase.rest())) {
        found.accept(phrase.group());
      }
    }
  }

  private static boolean follows(List<Token> tokens, int from, List<String> words) {
    if (from + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.get(from + i).lower().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Changes whenever a group or a word of it does. */
  public int hash() {
    return hash;
  }
}
