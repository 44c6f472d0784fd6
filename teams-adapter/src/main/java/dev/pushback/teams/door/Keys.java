package dev.pushback.teams.door;

import dev.pushback.web.Exchange;
import dev.pushback.web.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that Microsoft signs with. Whoever shows a key that is known never waits for a download,
 * and nobody can make us download at will. Safe for threads.
 */
public final class Keys {
  /** Where Microsoft tells about them ("Authenticate requests from the Bot Connector service"). */
  public static final String USUAL =
      "https://login.botframework.com/v1/.well-known/openidconfiguration";

  /** So long they are kept without a look whether there are new ones. */
  static final Duration KEPT = Duration.ofDays(1);

  /** So long nobody asks for a key that we don't know, after the list was read. */
  static final Duration PAUSE = Duration.ofMinutes(5);

  /** So long nobody tries again, after the list couldn't be read. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);

  /** So many wait for a download; the others keep their threads for those with a known key. */
  private static final int WAITING = 4;

  private static final int OK = 200;
  private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * What is known.
   *
   * @param staleAt on the ticker; from then on it is time to look for new ones
   * @param askAt on the ticker; nobody asks before
   */
  private record Known(Map<String, Key> keys, long staleAt, long askAt) {}

  private final Http http;
  private final URI metadata;
  private final LongSupplier ticker;
  private final ReentrantLock downloading = new ReentrantLock();
  private final Semaphore waiting = new Semaphore(WAITING);
  private volatile Known known;

  /**
   * Knows none yet.
   *
   * @param http its time-outs bound how long somebody with an unknown key may have to wait: twice
   *     that of a call
   * @param metadata the address of Microsoft's OpenID metadata
   * @param ticker nanoseconds that only go on
   * @throws IllegalArgumentException if the address is neither https nor of this machine
   */
  public Keys(Http http, String metadata, LongSupplier ticker) {
    this.http = http;
    this.metadata = URI.create(metadata);
    this.ticker = ticker;
    long now = ticker.getAsLong();
    this.known = new Known(Map.of(), now, now);
    if (!isSafe(this.metadata)) {
      throw new IllegalArgumentException("the OpenID metadata must be at an https address");
    }
  }

  private static boolean isSafe(URI address) {
    if (address.getHost() == null) {
      return false;
    }
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme()) && HERE.contains(address.getHost()));
  }

  /** Downloads them, so that the first request doesn't wait; whether that went well. */
  public boolean warmUp() {
    downloading.lock();
    try {
      return download();
    } finally {
      downloading.unlock();
    }
  }

  /** The key with this id; may ask Microsoft if it isn't known. */
  Optional<Key> find(String id) {
    Known now = known;
    Optional<Key> key = Optional.ofNullable(now.keys().get(id));
    if (key.isPresent()) {
      return isPast(now.staleAt()) && isPast(now.askAt()) ? looked(id, key.get()) : key;
    }
    return isPast(now.askAt()) ? asked(id) : Optional.empty();
  }

  /** It is old: one looks whether it is still there, the others take it as it is. */
  private Optional<Key> looked(String id, Key old) {
    if (!downloading.tryLock()) {
      return Optional.of(old);
    }
    try {
      if (isPast(known.staleAt()) && isPast(known.askAt())) {
        download();
      }
      return Optional.ofNullable(known.keys().get(id));
    } finally {
      downloading.unlock();
    }
  }

  private Optional<Key> asked(String id) {
    if (!waiting.tryAcquire()) {
      return Optional.empty();
    }
    downloading.lock();
    try {
      if (isPast(known.askAt())) {
        download();
      }
      return Optional.ofNullable(known.keys().get(id));
    } finally {
      downloading.unlock();
      waiting.release();
    }
  }

  private boolean isPast(long tick) {
    return ticker.getAsLong() - tick >= 0;
  }

  /** Under the lock. What can't be read leaves those that are known. */
  private boolean download() {
    String list = read(metadata).flatMap(this::list).orElse("");
    Map<String, Key> keys = KeyList.keys(list);
    long now = ticker.getAsLong();
    if (keys.isEmpty()) {
      LOG.warn("Microsoft's signing keys couldn't be read; we keep the {} that we have", size());
      known = new Known(known.keys(), known.staleAt(), now + PAUSE_AFTER_FAILURE.toNanos());
      return false;
    }
    known = new Known(keys, now + KEPT.toNanos(), now + PAUSE.toNanos());
    return true;
  }

  private int size() {
    return known.keys().size();
  }

  private Optional<String> list(String text) {
    Optional<URI> address = KeyList.address(metadata, text);
    if (address.isEmpty()) {
      LOG.warn("Microsoft's metadata don't say where the keys are, or name a foreign host");
    }
    return address.flatMap(this::read);
  }

  private Optional<String> read(URI address) {
    Exchange exchange = http.get(address.toString());
    if (exchange instanceof Exchange.Answered answer && answer.status() == OK) {
      return Optional.of(answer.body());
    }
    LOG.warn("{} didn't answer with 200: {}", address.getHost(), why(exchange));
    return Optional.empty();
  }

  private static String why(Exchange exchange) {
    if (exchange instanceof Exchange.Answered answer) {
      return String.valueOf(answer.status());
    }
    return exchange instanceof Exchange.Lost lost
        ? lost.code()
        : ((Exchange.NotSent) exchange).code();
  }
}
