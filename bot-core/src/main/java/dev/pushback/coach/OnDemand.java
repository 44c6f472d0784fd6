package dev.pushback.coach;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a while to load and is not always needed. Loaded when first asked for, once;
 * safe for use by many threads.
 */
public final class OnDemand<T> {
  private final Supplier<T> loader;
  private @Nullable T loaded;

  /**
   * @param loader loads it
   */
  public OnDemand(Supplier<T> loader) {
    this.loader = loader;
  }

  /** The thing. What the loader throws is thrown on, and loading is tried again the next time. */
  public synchronized T get() {
    T here = loaded;
    if (here == null) {
      here = loader.get();
      loaded = here;
    }
    return here;
  }
}
