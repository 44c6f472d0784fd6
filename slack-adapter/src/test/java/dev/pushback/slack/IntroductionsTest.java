package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.people.Person;
import dev.pushback.people.Profile;
import dev.pushback.slack.web.SlackUser;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntroductionsTest {
  private static final Speaker ADA = new Speaker(new Person("slack:T1", "U1"), true);

  private final TestCoach.Clock clock = TestCoach.clock();
  private final Store store = TestCoach.store(clock);
  private final AtomicReference<Optional<SlackUser>> slack = new AtomicReference<>(user("Berlin"));
  private final AtomicInteger asked = new AtomicInteger();
  private final Introductions introductions =
      new Introductions(
          who -> {
            asked.incrementAndGet();
            return slack.get();
          },
          store,
          clock,
          Runnable::run);

  @AfterEach
  void close() {
    store.close();
  }

  private static Optional<SlackUser> user(String city) {
    return Optional.of(
        new SlackUser(
            "U1",
            Set.of("T1"),
            "Ada",
            Optional.of(ZoneId.of("Europe/" + city)),
            false,
            false,
            false,
            false));
  }

  private Profile profile() {
    return store.with(ADA.person(), memory -> memory.people().profile());
  }

  @Test
  void whatSlackKnowsOfSomebodyNeedNotBeTold() {
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
            ADA.person(),
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
    slack.set(user("Lisbon"));
    introductions.accept(ADA);
    assertThat(profile().zone()).as("asked today already").contains(ZoneId.of("Europe/Berlin"));

    clock.pass(Duration.ofDays(1));
    introductions.accept(ADA);

    assertThat(profile().zone()).contains(ZoneId.of("Europe/Lisbon"));
  }

  @Test
  void ifSlackCanNotBeAskedNothingChanges() {
    slack.set(Optional.empty());

    introductions.accept(ADA);

    assertThat(profile()).isEqualTo(Profile.UNKNOWN);
  }

  @Test
  void aZoneThatWasToldStaysAlsoIfSlackCouldNotBeAskedAtFirst() {
    slack.set(Optional.empty());
    introductions.accept(ADA);
    boolean unused =
        store.with(
            ADA.person(),
            memory -> {
              memory.people().keep(Profile.UNKNOWN.withZone(ZoneId.of("Asia/Tokyo")));
              return true;
            });
    slack.set(user("Berlin"));

    introductions.accept(ADA);
    clock.pass(Duration.ofDays(1));
    introductions.accept(ADA);

    assertThat(asked).as("a failed question is asked again").hasValue(3);
    assertThat(profile().zone()).contains(ZoneId.of("Asia/Tokyo"));
  }
}
