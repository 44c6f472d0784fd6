package dev.pushback.teams;

import dev.pushback.adapter.Acquaintance;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.store.Store;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.Opened;
import dev.pushback.teams.web.TeamsClient;
import dev.pushback.web.Recent;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The chats of people with the coach, and who these people are: remembered whenever they speak. */
final class Chats {
  private static final int MOST = 10_000;

  private final Store store;
  private final TeamsClient client;
  private final InstantSource clock;
  private final Recent<Person, Acquaintance> people = new Recent<>(MOST);

  Chats(Store store, TeamsClient client, InstantSource clock) {
    this.store = store;
    this.client = client;
    this.clock = clock;
  }

  /** Somebody did something; if in their own chat, they can be written to there from now on. */
  void heard(Speaker who, Arrival arrival) {
    people.put(
        who.person(),
        new Acquaintance(arrival.fromName().orElse(""), arrival.zone().flatMap(Chats::zone)));
    if (arrival.isPersonal()) {
      store.conversations().save(here(who, arrival));
    }
  }

  /** The chat that something came from, whether or not it is remembered. */
  Conversation here(Speaker who, Arrival arrival) {
    return Conversation.personal(
        who.person(),
        arrival.conversation(),
        arrival.serviceUrl(),
        arrival.recipient(),
        arrival.from(),
        clock.instant());
  }

  /** Whether Teams has said that it takes nothing for somebody. */
  boolean isBlocked(Person person) {
    return with(person).filter(Conversation::isBlocked).isPresent();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What Teams said of somebody when they spoke last. */
  Optional<Acquaintance> who(Person person) {
    return people.get(person);
  }

  /**
   * Whether a colleague talks with the coach, as far as others may learn that: whoever wants
   * nothing shared doesn't.
   *
   * @param who asks
   * @param user the colleague, as the directory calls them
   */
  boolean isKnown(Person who, String user) {
    return store.with(who, memory -> memory.teammates(Set.of()).picked(user).isPresent());
  }

  /** The chat with somebody. */
  Optional<Conversation> with(Person person) {
    return store.conversations().find(person.tenant(), person.user());
  }

  /**
   * Has Teams open the chat with somebody whom the coach never heard there; that works if they have
   * installed the app.
   */
  boolean open(Person person, URI serviceUrl) {
    Opened opened = client.open(person.tenant(), person.user(), serviceUrl);
    if (opened instanceof Opened.At at) {
      store.conversations().save(at.conversation());
    }
    return opened instanceof Opened.At;
  }

  /** What the clock shows. */
  Instant now() {
    return clock.instant();
  }

  /** The app was removed then; what was heard of later stands. */
  void left(Person person, Instant at) {
    boolean unused = store.conversations().retire(person.tenant(), person.user(), at);
  }
}
