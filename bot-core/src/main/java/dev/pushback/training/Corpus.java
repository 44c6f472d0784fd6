package dev.pushback.training;

import dev.pushback.learning.Clues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Texts of one source, each with the right answer to that source's question.
 *
 * @param name what it is called in tables
 */
record Corpus(String name, List<Item> items) {
  static final int VOTERS = 4;

  Corpus {
    items = List.copyOf(items);
  }

  /** What people said: the harsh end, the kind end, or neither clearly. */
  enum Answer {
    YES,
    NO,
    BETWEEN
  }

  /**
   * One text.
   *
   * @param clues what of it is looked at
   * @param kind a finer answer, such as the kind of incivility
   * @param votes how many of {@link #VOTERS} would say yes; they are divided where people are
   */
  record Item(Clues clues, Answer answer, String kind, int votes) {
    /** Texts without a score: all say the same. */
    static Item of(Clues clues, boolean yes, String kind) {
      return new Item(clues, yes ? Answer.YES : Answer.NO, kind, yes ? VOTERS : 0);
    }
  }

  /** The texts with a clear answer. */
  List<Item> clear() {
    return items.stream().filter(item -> item.answer() != Answer.BETWEEN).toList();
  }

  /**
   * Deals the texts out into parts that hold the same share of every kind of answer. The same
   * texts, count and seed give the same parts.
   */
  List<Corpus> deal(int parts, long seed) {
    Map<String, List<Item>> kinds = new TreeMap<>();
    for (Item item : items) {
      kinds.computeIfAbsent(item.answer() + " " + item.kind(), none -> new ArrayList<>()).add(item);
    }
    Random random = new Random(seed);
    List<List<Item>> dealt = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      dealt.add(new ArrayList<>());
    }
    int next = 0;
    for (List<Item> kind : kinds.values()) {
      Collections.shuffle(kind, random);
      for (Item item : kind) {
        dealt.get(next++ % parts).add(item);
      }
    }
    return dealt.stream().map(part -> new Corpus(name, part)).toList();
  }

  /** All parts but one. */
  static Corpus without(int part, List<Corpus> parts) {
    List<Item> others = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i != part) {
        others.addAll(parts.get(i).items());
      }
    }
    return new Corpus(parts.get(part).name(), others);
  }
}
