package dev.pushback.slack.web;

import dev.pushback.web.Recent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers for a minute who is around in a channel, so that a conversation needn't ask each time.
 * What isn't known isn't remembered. Safe for threads.
 */
public final class Channels {
  /** How long what was read counts. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  private static final int MOST = 10_000;

  private record Key(String tenant, String channel) {}

  private record Known(Audience audience, long at) {}

  private final SlackClient client;
  private final LongSupplier ticker;
  private final Recent<Key, Known> known = new Recent<>(MOST);

  /**
   * Knows nothing yet.
   *
   * @param ticker nanoseconds that pass also if the clock is set
   */
  public Channels(SlackClient client, LongSupplier ticker) {
    this.client = client;
    this.ticker = ticker;
  }

  /** Who is around, as of at most a minute ago; nothing if Slack has to be asked. */
  public Optional<Audience> known(String tenant, String channel) {
    return known
        .get(new Key(tenant, channel))
        .filter(one -> ticker.getAsLong() - one.at() < FRESH.toNanos())
        .map(Known::audience);
  }

  /** Who is around, as of at most a minute ago. */
  public Audience of(String tenant, String channel) {
    return known(tenant, channel).orElseGet(() -> fresh(tenant, channel));
  }

  /**
   * Who is around now: Slack is asked whatever is known, and what it says counts for the next
   * minute.
   */
  public Audience fresh(String tenant, String channel) {
    Key key = new Key(tenant, channel);
    long now = ticker.getAsLong();
    Audience audience = client.channel(key.tenant(), key.channel());
    if (audience == Audience.UNKNOWN) {
      known.remove(key);
    } else {
      known.put(key, new Known(audience, now));
    }
    return audience;
  }

  /** Slack says that something about this channel changed; it is asked anew. */
  public void forget(String channel) {
    known.removeIf(key -> key.channel().equals(channel));
  }
}
