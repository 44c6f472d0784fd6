package dev.pushback.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Installations that were begun. What somebody is sent away with has to come back once, within ten
 * minutes; only its hash is kept.
 */
public final class OAuthStates {
  /** For how long one can come back. */
  public static final Duration VALID = Duration.ofMinutes(10);

  /** More than anybody begins within ten minutes; whoever asks for more wants to fill the disk. */
  static final int MOST = 5_000;

  private final Database database;
  private final InstantSource clock;

  OAuthStates(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps one; forgets those that are too old.
   *
   * @param state random; never repeated
   * @return false if too many were begun lately
   */
  public boolean keep(String state) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          handle
              .createUpdate("delete from oauth_state where made_at <= :before")
              .bind("before", now.minus(VALID).toEpochMilli())
              .execute();
          return handle
                  .createUpdate(
                      "insert into oauth_state (hash, made_at) select :hash, :at where (select"
                          + " count(*) from oauth_state) < :most")
                  .bind("hash", hash(state))
                  .bind("at", now.toEpochMilli())
                  .bind("most", MOST)
                  .execute()
              == 1;
        });
  }

  /** Whether this one was begun within the last ten minutes and hasn't come back yet; true once. */
  public boolean take(String state) {
    return database.write(
            handle ->
                handle
                    .createUpdate("delete from oauth_state where hash = :hash and made_at > :after")
                    .bind("hash", hash(state))
                    .bind("after", clock.instant().minus(VALID).toEpochMilli())
                    .execute())
        == 1;
  }

  private static String hash(String state) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "installations that were begun, in a " + database;
  }
}
