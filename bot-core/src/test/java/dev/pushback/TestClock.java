package dev.pushback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clock that is moved by hand. */
public final class TestClock implements InstantSource {
  private static final Pattern LATER =
      Pattern.compile("(\\d+) (minute|hour|day|working day|week)s? later");
  private static final Pattern ON = Pattern.compile("on (\\d{4}-\\d\\d-\\d\\d) at (\\d\\d:\\d\\d)");

  private final AtomicLong now;
  private final ZoneId zone;

  /** Stands at this instant; days are counted in this zone. */
  public TestClock(Instant start, ZoneId zone) {
    this.now = new AtomicLong(start.toEpochMilli());
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now.get());
  }

  /** Moves, forwards or back. */
  public void set(Instant instant) {
    now.set(instant.toEpochMilli());
  }

  /** Moves on. */
  public void pass(Duration time) {
    now.addAndGet(time.toMillis());
  }

  /** Moves as it is said: "3 working days later", "2 hours later", "on 2026-03-20 at 09:00". */
  public void move(String words) {
    Matcher later = LATER.matcher(words);
    Matcher on = ON.matcher(words);
    if (later.matches()) {
      int count = Integer.parseInt(later.group(1));
      switch (later.group(2)) {
        case "minute" -> pass(Duration.ofMinutes(count));
        case "hour" -> pass(Duration.ofHours(count));
        case "working day" -> workingDays(count);
        case "week" -> days(7 * count);
        default -> days(count);
      }
    } else if (on.matches()) {
      set(LocalDateTime.parse(on.group(1) + "T" + on.group(2)).atZone(zone).toInstant());
    } else {
      throw new IllegalArgumentException("how late is: " + words);
    }
  }

  private void days(int count) {
    set(instant().atZone(zone).plusDays(count).toInstant());
  }

  private void workingDays(int count) {
    for (int left = count; left > 0; ) {
      days(1);
      DayOfWeek day = instant().atZone(zone).getDayOfWeek();
      if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
        left--;
      }
    }
  }
}
