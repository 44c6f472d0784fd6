package dev.pushback.store;

import dev.pushback.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
   */
  public Store(Database database, Vault vault, Supplier<String> ids, InstantSource clock) {
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

  /** Where it is kept. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
