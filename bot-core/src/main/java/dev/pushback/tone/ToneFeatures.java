package dev.pushback.tone;

import dev.pushback.learning.Buckets;
import dev.pushback.learning.Clues;
import dev.pushback.learning.Token;
import java.util.List;

/**
 * What tone is read from: words, pairs of words, stems, first words of sentences, and as signs the
 * markers, how many of each there are and which open a sentence, loudness and length.
 */
public final class ToneFeatures {
  /** Table size as a power of two. */
  public static final int BITS = 15;

  private static final int STEM = 5;
  private static final int LOUDEST_ABBREVIATION = 3;
  private static final int MANY_SENTENCES = 6;

  /** The kinds of features; a change of these asks for training again, as one of markers does. */
  private static final int WORD = 1;

  private static final int PAIR = 2;
  private static final int FIRST_WORD = 4;
  private static final int WORD_STEM = 5;
  private static final int OPENING_GROUP = 20;
  private static final int REPEATED_SIGN = 21;
  private static final int LOUD_WORDS = 22;
  private static final int QUESTIONS = 23;
  private static final int CALLS = 24;
  private static final int LENGTH = 25;
  private static final int SENTENCES = 26;
  private static final int FIRST_GROUP = 30;

  private static final int[] STEPS = {1, 2, 3, 5};

  private final Markers markers;

  /**
   * @param markers the same as the weights were learned with
   */
  public ToneFeatures(Markers markers) {
    this.markers = markers;
  }

  /** Changes whenever the markers do. */
  public int hash() {
    return markers.hash();
  }

  /** The clues of a text. */
  public Clues of(List<Token> tokens) {
    Reading reading = new Reading();
    for (int place = 0; place < tokens.size(); place++) {
      reading.add(tokens, place);
    }
    return reading.clues();
  }

  /** One text while it is read. */
  private final class Reading {
    private final Buckets words = new Buckets(BITS);
    private final Buckets signs = new Buckets(BITS);
    private final int[] groups = new int[markers.groups().size()];
    private String before = "^";
    private boolean opens = true;
    private int length;
    private int sentences;
    private int loud;
    private int questions;
    private int calls;

    void add(List<Token> tokens, int place) {
      Token token = tokens.get(place);
      String word = token.hasDigit() ? token.shape() : token.lower();
      words.add(WORD, word);
      words.add(PAIR, before, word);
      if (token.isWord()) {
        addWord(token, word);
        markers.at(tokens, place, this::addMarker);
        opens = false;
      } else {
        addSign(word);
      }
      before = word;
    }

    private void addWord(Token token, String word) {
      length++;
      if (opens) {
        sentences++;
        words.add(FIRST_WORD, word);
      }
      if (word.length() > STEM && !token.hasDigit()) {
        words.add(WORD_STEM, word.substring(0, STEM));
      }
      if (word.length() > LOUDEST_ABBREVIATION && token.shape().equals("XX")) {
        loud++;
      }
    }

    private void addMarker(int group) {
      groups[group]++;
      if (opens) {
        signs.add(OPENING_GROUP, group);
      }
    }

    private void addSign(String sign) {
      if (sign.equals(before)) {
        signs.add(REPEATED_SIGN, sign);
      }
      questions += sign.equals("?") ? 1 : 0;
      calls += sign.equals("!") ? 1 : 0;
      opens |= sign.equals("?") || sign.equals("!") || sign.equals(".") || sign.equals(":");
    }

    Clues clues() {
      words.add(PAIR, before, "$");
      addCount(LOUD_WORDS, loud);
      addCount(QUESTIONS, questions);
      addCount(CALLS, calls);
      for (int group = 0; group < groups.length; group++) {
        addCount(FIRST_GROUP + group, groups[group]);
      }
      signs.add(LENGTH, Integer.numberOfLeadingZeros(length));
      signs.add(SENTENCES, Math.min(sentences, MANY_SENTENCES));
      return new Clues(words.toSet(), signs.toSet());
    }

    /** A bucket for each of these numbers that is reached, so that more never says less. */
    private void addCount(int kind, int count) {
      for (int step : STEPS) {
        if (count >= step) {
          signs.add(kind, step);
        }
      }
    }
  }
}
