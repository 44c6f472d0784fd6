package dev.pushback.learning;

import java.util.Arrays;

/**
 * A growing list of feature buckets. A feature is a kind and one or two words; its bucket is a hash
 * of these, so that no dictionary has to be stored or loaded ("hashing trick", Weinberger et al.
 * 2009).
 */
public final class Buckets {
  private final int mask;
  private int[] values = new int[64];
  private int size;

  /**
   * @param bits size of the table as a power of two
   */
  public Buckets(int bits) {
    this.mask = (1 << bits) - 1;
  }

  /** Adds a feature that is a kind and a number. */
  public void add(int kind, int hash) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = mix(kind * 0x9E3779B9 + hash) & mask;
  }

  /** Adds a feature that is a kind and a word. */
  public void add(int kind, String word) {
    add(kind, word.hashCode());
  }

  /** Adds a feature that is a kind and two words, in this order. */
  public void add(int kind, String first, String second) {
    add(kind, join(first.hashCode(), second.hashCode()));
  }

  void addAll(int[] buckets) {
    for (int bucket : buckets) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = bucket;
    }
  }

  void clear() {
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** The buckets in ascending order, each once. */
  public int[] toSet() {
    int[] sorted = toArray();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  static int join(int first, int second) {
    return mix(first) * 31 + second;
  }

  private static int mix(int h) {
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }
}
