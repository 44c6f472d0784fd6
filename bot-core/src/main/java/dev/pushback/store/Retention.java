package dev.pushback.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Forgets what ended long ago: closed cases and ended follow-ups, with all that belongs to them.
 */
public final class Retention {
  /** How many days what ended is kept, if nobody says otherwise. */
  public static final int USUAL_DAYS = 365;

  private static final int BATCH = 500;
  private static final int LONGEST = 36_500;

  private final int days;

  /**
   * Keeps what ended for so many days.
   *
   * @throws StoreException if it isn't from 1 to 36,500
   */
  public Retention(int days) {
    if (days < 1 || days > LONGEST) {
      throw new StoreException("PUSHBACK_KEEP_DAYS must be a number of days from 1 to " + LONGEST);
    }
    this.days = days;
  }

  /**
   * Reads {@code PUSHBACK_KEEP_DAYS}; empty means the usual.
   *
   * @throws StoreException if it is no number of days
   */
  public static Retention of(String text) {
    try {
      return new Retention(text.isBlank() ? USUAL_DAYS : Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new StoreException(
          "PUSHBACK_KEEP_DAYS must be a number of days from 1 to " + LONGEST, e);
    }
  }

  /**
   * Deletes, a few hundred at a time so that nobody waits long.
   *
   * @return how many cases and follow-ups were deleted
   */
  public int sweep(Database database, Instant now) {
    long before = now.minus(Duration.ofDays(days)).toEpochMilli();
    return sweep(database, "item_case", "closed_at", before)
        + sweep(database, "follow_up", "ended_at", before);
  }

  private static int sweep(Database database, String table, String column, long before) {
    int all = 0;
    int batch = BATCH;
    while (batch == BATCH) {
      batch =
          database.write(
              handle ->
                  handle
                      .createUpdate(
                          "delete from "
                              + table
                              + " where (tenant_id, user_id, id) in (select tenant_id, user_id, id"
                              + " from "
                              + table
                              + " where "
                              + column
                              + " < :before order by "
                              + column
                              + " limit :most)")
                      .bind("before", before)
                      .bind("most", BATCH)
                      .execute());
      all += batch;
    }
    return all;
  }
}
