package dev.pushback.teams.web;

import dev.pushback.web.Recent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast Teams may be spoken to (Microsoft's page "Optimize your bot with rate limiting in
 * Teams"): each conversation 7 times a second, 8 times in two, 60 times in half a minute and 1,800
 * times an hour; each organisation 30 times a second. What the coach sends by itself leaves half of
 * what an organisation gets to those who wait for an answer.
 *
 * <p>Says how long to wait, and waits for nobody. Safe for threads.
 */
final class Throttle {
  private static final int MOST = 10_000;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** So many within so long. */
  private record Window(int most, long nanos) {}

  private static final List<Window> OF_CONVERSATION =
      List.of(
          new Window(7, SECOND),
          new Window(8, 2 * SECOND),
          new Window(60, 30 * SECOND),
          new Window(1_800, 3_600 * SECOND));

  private static final int REMEMBERED = 1_800;

  /** Whoever said nothing for so long is as good as new, and takes no room for what was before. */
  private static final Window LAST_HOUR = new Window(1, 3_600 * SECOND);

  /**
   * It is too early.
   *
   * @param time how long to wait
   * @param wholeTenant whether that goes for everybody in the organisation
   */
  record Held(Duration time, boolean wholeTenant) {}

  private record Key(String tenant, String conversation) {}

  private final LongSupplier ticker;
  private final int perTenant;
  private final Recent<String, Times> tenants = new Recent<>(MOST);
  private final Recent<Key, Times> conversations = new Recent<>(MOST);

  /**
   * Nothing was sent yet.
   *
   * @param perTenant how many a second an organisation gets
   */
  Throttle(LongSupplier ticker, int perTenant) {
    this.ticker = ticker;
    this.perTenant = perTenant;
  }

  /**
   * Takes one request's worth.
   *
   * @param byItself whether nobody waits for it
   * @return how long to wait; nothing was taken then
   */
  synchronized Optional<Held> take(String tenant, String conversation, boolean byItself) {
    long now = ticker.getAsLong();
    Times ofTenant = tenants.get(tenant).orElseGet(() -> new Times(perTenant));
    int most = byItself ? perTenant / 2 : perTenant;
    long wait = missing(ofTenant, new Window(most, SECOND), now);
    if (wait > 0) {
      return Optional.of(new Held(Duration.ofNanos(wait), true));
    }
    Key key = new Key(tenant, conversation);
    Times ofConversation =
        conversations
            .get(key)
            .filter(times -> missing(times, LAST_HOUR, now) > 0)
            .orElseGet(() -> new Times(REMEMBERED));
    long longest =
        OF_CONVERSATION.stream()
            .mapToLong(window -> missing(ofConversation, window, now))
            .max()
            .orElse(0);
    if (longest > 0) {
      return Optional.of(new Held(Duration.ofNanos(longest), false));
    }
    ofTenant.add(now);
    ofConversation.add(now);
    tenants.put(tenant, ofTenant);
    conversations.put(key, ofConversation);
    return Optional.empty();
  }

  private static long missing(Times times, Window window, long now) {
    return times.last(window.most()).map(at -> at + window.nanos() - now).orElse(0L);
  }
}
