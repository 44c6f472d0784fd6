package dev.pushback.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestClock;
import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroductionsTest {
  private static final Person ADA = new Person("slack:T1", "U1");

  private final TestClock clock = TestCoach.clock();
  private final Store store = TestCoach.store(clock);
  private final AtomicReference<Optional<Acquaintance>> platform =
      new AtomicReference<>(user("Berlin"));
  private final AtomicInteger asked = new AtomicInteger();
  private final Introductions introductions =
      new Introductions(
          who -> {
            asked.incrementAndGet();
            return platform.get();
          },
          store,
          clock,
          Runnable::run);

  @AfterEach
  void close() {
    store.close();
  }

  private static Optional<Acquaintance> user(String city) {
    return Optional.of(new Acquaintance("Ada", Optional.of(ZoneId.of("Europe/" + city))));
  }

  private Profile profile() {
    return store.with(ADA, memory -> memory.people().profile());
  }

  @Test
  void whatThePlatformKnowsOfSomebodyNeedNotBeTold() {
    introductions.accept(ADA);
    introductions.accept(ADA);

    assertThat(profile().name()).isEqualTo("Ada");
    assertThat(profile().zone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatSomebodyToldThemselvesStays() {
    boolean unused =
        store.with(
            ADA,
            memory -> {
              memory
                  .people()
                  .keep(Profile.UNKNOWN.withName("A.").withZone(ZoneId.of("Asia/Tokyo")));
              return true;
            });

    introductions.accept(ADA);
    clock.pass(Duration.ofDays(2));
    introductions.accept(ADA);

    assertThat(profile().name()).isEqualTo("A.");
    assertThat(profile().zone()).contains(ZoneId.of("Asia/Tokyo"));
    assertThat(asked).hasValue(2);
  }

  @Test
  void whoeverTravelsIsFollowed() {
    introductions.accept(ADA);
    platform.set(user("Lisbon"));
    introductions.accept(ADA);
    assertThat(profile().zone()).as("asked today already").contains(ZoneId.of("Europe/Berlin"));

    clock.pass(Duration.ofDays(1));
    introductions.accept(ADA);

    assertThat(profile().zone()).contains(ZoneId.of("Europe/Lisbon"));
  }

  @Test
  void ifThePlatformCanNotBeAskedNothingChanges() {
    platform.set(Optional.empty());

    introductions.accept(ADA);

    assertThat(profile()).isEqualTo(Profile.UNKNOWN);
  }

  @Test
  void aZoneThatWasToldStaysAlsoIfThePlatformCouldNotBeAskedAtFirst() {
    platform.set(Optional.empty());
    introductions.accept(ADA);
    boolean unused =
        store.with(
            ADA,
            memory -> {
              memory.people().keep(Profile.UNKNOWN.withZone(ZoneId.of("Asia/Tokyo")));
              return true;
            });
    platform.set(user("Berlin"));

    introductions.accept(ADA);
    clock.pass(Duration.ofDays(1));
    introductions.accept(ADA);

    assertThat(asked).as("a failed question is asked again").hasValue(3);
    assertThat(profile().zone()).contains(ZoneId.of("Asia/Tokyo"));
  }
}
