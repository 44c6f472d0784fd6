package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much one person may say: nobody reads more than that with care, and a key that is stuck or a
 * script that runs wild must not keep the coach from the others. Like a bucket with a hole: so much
 * may come at once, and then so much in a minute. Safe for use by many threads.
 */
public final class Allowance {
  /** Whatever is said is answered. */
  public static final Allowance ANY =
      new Allowance(Integer.MAX_VALUE, InstantSource.fixed(Instant.EPOCH));

  /**
   * Whoever has been silent for longest is forgotten first, which only makes their bucket empty.
   */
  private static final int MOST_PEOPLE = 10_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final int most;
  private final InstantSource clock;
  private final Map<Person, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Bucket> eldest) {
          return size() > MOST_PEOPLE;
        }
      };

  private record Bucket(double full, Instant at) {}

  private Allowance(int most, InstantSource clock) {
    if (most < 1) {
      throw new IllegalArgumentException("something may be said");
    }
    this.most = most;
    this.clock = clock;
  }

  /**
   * So much in a minute.
   *
   * @param most how many utterances
   * @param clock tells the time
   */
  public static Allowance perMinute(int most, InstantSource clock) {
    return new Allowance(most, clock);
  }

  /** Counts one utterance; says how long to wait if it is too many, which isn't counted. */
  Optional<Duration> toWait(Person person) {
    if (most == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    synchronized (buckets) {
      Bucket before = buckets.getOrDefault(person, new Bucket(0, now));
      double passed = Math.max(0, Duration.between(before.at(), now).toNanos());
      double full = Math.max(0, before.full() - passed * most / MINUTE);
      boolean fits = full + 1 <= most;
      buckets.put(person, new Bucket(fits ? full + 1 : full, now));
      return fits
          ? Optional.empty()
          : Optional.of(Duration.ofNanos((long) Math.ceil((full + 1 - most) * MINUTE / most)));
    }
  }

  /** What is said then. */
  static Card card(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Card.of(
        "One moment, please",
        "That's faster than I can follow with care, so I left this last one out; nothing has"
            + " changed. Please say it again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds."));
  }
}
