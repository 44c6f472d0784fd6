package dev.pushback.coach;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is loaded when it is needed first, so that a question that doesn't need it doesn't
 * wait for it. Safe for use by many threads.
 *
 * @param <T> what is loaded
 */
public final class Lazy<T> {
  private final Supplier<T> load;
  private volatile Optional<T> loaded = Optional.empty();

  /**
   * @param load loads it; called once
   */
  public Lazy(Supplier<T> load) {
    this.load = load;
  }

  /** What was loaded. */
  public T get() {
    Optional<T> there = loaded;
    if (there.isEmpty()) {
      synchronized (this) {
        there = loaded.isPresent() ? loaded : Optional.of(load.get());
        loaded = there;
      }
    }
    return there.orElseThrow();
  }
}
