package dev.pushback.slack;

import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.Vault;
import dev.pushback.tracking.TrackModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The real coach for tests: a memory of its own, and a clock that is moved by hand. */
public final class TestCoach {
  /** A Tuesday, ten o'clock. */
  public static final Instant TUESDAY = Instant.parse("2026-03-10T10:00:00Z");

  private TestCoach() {}

  /** What the built-in playbook and reader know; loaded once for all tests. */
  public static Knowledge knowledge() {
    return Holder.KNOWLEDGE;
  }

  /** One that remembers this, and whose people live by Greenwich time. */
  public static Coach coach(Store store) {
    return new Coach(knowledge(), store, ZoneOffset.UTC);
  }

  /** A fresh memory that is gone when it is closed; its ids count up, the same in every run. */
  public static Store store(InstantSource clock) {
    return store(clock, new DatabaseUrl.InMemory());
  }

  /** The same somewhere else. */
  public static Store store(InstantSource clock, DatabaseUrl where) {
    AtomicInteger last = new AtomicInteger();
    return new Store(
        Database.open(where),
        Vault.open(),
        () -> "id-%06d".formatted(last.incrementAndGet()),
        clock);
  }

  /** A clock that stands at {@link #TUESDAY} until it is moved. */
  public static Clock clock() {
    return new Clock();
  }

  /** A clock that is moved by hand. */
  public static final class Clock implements InstantSource {
    private final AtomicLong now = new AtomicLong(TUESDAY.toEpochMilli());

    private Clock() {}

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
  }

  private static TrackModel trackModel() {
    try {
      return TrackModel.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final Knowledge KNOWLEDGE = load();

    private static Knowledge load() {
      try (InputStream model =
          new BufferedInputStream(
              Objects.requireNonNull(
                  ReaderModel.class.getResourceAsStream("/" + ReaderModel.FILE)))) {
        PlaybookReader words = Playbooks.builtIn();
        return Knowledge.of(words.read(), ReaderModel.read(model), words, TestCoach::trackModel);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
