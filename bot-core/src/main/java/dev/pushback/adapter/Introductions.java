package dev.pushback.adapter;

import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.store.Memory;
import dev.pushback.store.Store;
import dev.pushback.web.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Learns from the platform what people would otherwise have to tell the coach: their name, and
 * where their clock is. What they told themselves stays, unless they travel.
 */
public final class Introductions implements Consumer<Person> {
  private static final Duration AGAIN = Duration.ofDays(1);
  private static final int MOST = 10_000;

  private final Function<Person, Optional<Acquaintance>> ask;
  private final Store store;
  private final InstantSource clock;
  private final Consumer<Runnable> desk;
  private final Recent<Person, Met> met = new Recent<>(MOST);

  private record Met(Instant at, Optional<ZoneId> zone) {}

  /**
   * Knows nobody.
   *
   * @param ask asks the platform about somebody
   * @param desk does something later
   */
  public Introductions(
      Function<Person, Optional<Acquaintance>> ask,
      Store store,
      InstantSource clock,
      Consumer<Runnable> desk) {
    this.ask = ask;
    this.store = store;
    this.clock = clock;
    this.desk = desk;
  }

  /** Somebody spoke. Those who weren't met today are asked about. */
  @Override
  public void accept(Person who) {
    Instant now = clock.instant();
    Optional<Met> before;
    synchronized (met) {
      before = met.get(who);
      if (before.isPresent() && now.isBefore(before.get().at().plus(AGAIN))) {
        return;
      }
      met.put(who, new Met(now, before.flatMap(Met::zone)));
    }
    desk.accept(
        () ->
            ask.apply(who)
                .ifPresentOrElse(user -> learn(who, before, user, now), () -> forget(who)));
  }

  /** The platform didn't say; the next time they speak it is asked again. */
  private void forget(Person who) {
    synchronized (met) {
      met.remove(who);
    }
  }

  private void learn(Person who, Optional<Met> before, Acquaintance user, Instant now) {
    synchronized (met) {
      met.put(who, new Met(now, user.zone()));
    }
    boolean moved =
        before
            .flatMap(Met::zone)
            .filter(zone -> !user.zone().equals(Optional.of(zone)))
            .isPresent();
    boolean unused =
        store.with(
            who,
            memory -> {
              keep(memory, user, moved);
              return true;
            });
  }

  private static void keep(Memory memory, Acquaintance user, boolean moved) {
    Profile known = memory.people().profile();
    Profile learned = known.name().isBlank() ? known.withName(user.name()) : known;
    if (user.zone().isPresent() && (moved || known.zone().isEmpty())) {
      learned = learned.withZone(user.zone().get());
    }
    if (!learned.equals(known)) {
      memory.people().keep(learned);
    }
  }
}
