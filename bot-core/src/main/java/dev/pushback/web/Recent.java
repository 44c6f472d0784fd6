package dev.pushback.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps a number of things, and forgets those that nobody asked for longest. Safe for threads. */
public final class Recent<K, V> {
  private static final float USUAL_LOAD = 0.75f;

  private final Map<K, V> things;

  /** Keeps this many. */
  public Recent(int most) {
    this.things =
        new LinkedHashMap<>(16, USUAL_LOAD, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What is kept under a key. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(things.get(key));
  }

  /** Keeps something. */
  public synchronized void put(K key, V value) {
    things.put(key, value);
  }

  /** Forgets something. */
  public synchronized void remove(K key) {
    things.remove(key);
  }

  /** Forgets those with such keys. */
  public synchronized void removeIf(Predicate<K> what) {
    things.keySet().removeIf(what);
  }
}
