package dev.pushback.store;

import dev.pushback.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The coach's memory: opens the part of it that belongs to one person. */
public final class Store implements AutoCloseable {
  private final Database database;
  private final Vault vault;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /**
   * @param database where it is kept
   * @param vault encrypts what people wrote
   * @param ids makes ids that are never repeated; best in the order of time
   * @param clock tells the time
   * @throws StoreException if the database was written with other keys
   */
  public Store(Database database, Vault vault, Supplier<String> ids, InstantSource clock) {
    KeyCheck.enter(database, vault);
    this.database = database;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Does some work with a person's memory in one transaction: all of it is kept, or nothing if it
   * throws. Two of them for the same person come one after the other.
   */
  public <T> T with(Person person, Function<Memory, T> work) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          Memory memory = new Memory(handle, person, vault, ids, now);
          // On PostgreSQL the changed row is what keeps two transactions of a person apart.
          memory.people().see(ids);
          return work.apply(memory);
        });
  }

  /** Where the coach was installed. */
  public Installations installations() {
    return new Installations(database, vault);
  }

  /** Where people can be written to. */
  public Conversations conversations() {
    return new Conversations(database);
  }

  /** The installations that were begun. */
  public OAuthStates oauthStates() {
    return new OAuthStates(database, clock);
  }

  /**
   * Whether this is here for the first time, noted in a transaction of its own. For what must never
   * be looked at twice whatever becomes of it, such as a signed request; an event that leads to
   * something is asked about with {@link Memory#isFirst}, along with what it leads to.
   *
   * @param platform such as {@code slack}
   * @param key what tells it from all others of the platform
   */
  public boolean isFirst(String platform, String key) {
    return firsts(platform, List.of(key)).contains(key);
  }

  /**
   * Which of these are here for the first time, noted in one transaction: what arrives at the same
   * time needn't be written one by one.
   */
  public Set<String> firsts(String platform, List<String> keys) {
    Instant now = clock.instant();
    return database.write(
        handle ->
            keys.stream()
                .filter(key -> SeenEvents.isFirst(handle, platform, key, now))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Everything that is kept of a person, as JSON. */
  public String export(Person person) {
    return database.write(handle -> new Export(vault, person).write(handle, clock.instant()));
  }

  /** Forgets everything that is kept of a person, and proves it. */
  public Erasure forget(Person person) {
    return Eraser.ofPerson(database, person).erase();
  }

  /**
   * Forgets everything that is kept of a workspace that leaves: its people with all that is theirs.
   * Proves it as {@link #forget} does. That it leaves is forgotten only when nobody of it was found
   * here, since work that was begun before may bring somebody back; until then {@link
   * Installations#leaving} names it.
   *
   * @return the proof; it says so if this was given up, since the workspace doesn't leave or
   *     installed the coach again meanwhile
   */
  public Erasure forgetTenant(String tenant) {
    return Eraser.ofTenant(database, tenant).erase();
  }

  /**
   * Encrypts everything anew with the current key.
   *
   * @return how many rows were written
   * @throws StoreException if there is no key, or something can't be read with those there are
   */
  public int rekey() {
    return new Rekey(database, vault).run();
  }

  /**
   * Deletes what ended long ago.
   *
   * @return how many cases and follow-ups
   */
  public int sweep(Retention retention) {
    return retention.sweep(database, clock.instant());
  }

  /** What should have been brought up by now and wasn't yet, for all people. */
  public Backlog backlog() {
    Instant now = clock.instant();
    return database.read(handle -> Backlog.read(handle, now));
  }

  /**
   * When it was last restored from a backup; what was sent after the backup was made is unknown to
   * it.
   */
  public Optional<Instant> restoredAt() {
    return database.read(
        handle ->
            handle
                .createQuery("select value from store_note where name = :name")
                .bind("name", Backup.RESTORED)
                .mapTo(String.class)
                .findOne()
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis))));
  }

  /** Notes that it was restored from a backup just now, by a program that isn't ours. */
  public void noteRestored() {
    int unused =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        "insert into store_note (name, value) values (:name, :value) on conflict"
                            + " (name) do update set value = excluded.value")
                    .bind("name", Backup.RESTORED)
                    .bind("value", Long.toString(clock.instant().toEpochMilli()))
                    .execute());
  }

  /**
   * Does some work with the memory of the person with this id, in one transaction. They didn't do
   * anything themselves, so it isn't noted that they were here.
   *
   * @return nothing if there is no such person
   */
  public <T> Optional<T> withId(String id, Function<Memory, T> work) {
    Instant now = clock.instant();
    return database.write(
        handle ->
            handle
                .createQuery(
                    "select tenant_id, user_id from person where id = :id"
                        + (database.isPostgres() ? " for no key update" : ""))
                .bind("id", id)
                .map((row, ctx) -> new Person(row.getString("tenant_id"), row.getString("user_id")))
                .findOne()
                .map(person -> work.apply(new Memory(handle, person, vault, ids, now))));
  }

  /** What the operator may have to look at: at most so many nudges, the latest, and follow-ups. */
  public List<Trouble> troubles(int most) {
    return Trouble.latest(database, most);
  }

  /** Where it is kept. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }

  /** Where it is kept. */
  @Override
  public String toString() {
    return "store in a " + database;
  }
}
