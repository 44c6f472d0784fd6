package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.operating.Metrics;
import dev.pushback.partner.Partner;
import dev.pushback.people.Person;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.store.Database;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import dev.pushback.store.Vault;
import dev.pushback.tone.DraftModel;
import dev.pushback.tracking.TrackModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What people wrote is in no log, no exception, no measurement and no toString(). */
@Isolated("listens to the log")
class SilenceTest {
  private static final String CANARY = "canary7Qx2";
  private static final String KEY =
      Base64.getEncoder()
          .encodeToString("canary7Qx2 as a key, 32 bytes...".getBytes(StandardCharsets.US_ASCII));
  private static final Person ADA = new Person("slack:T1", "U1");
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  /** What can be done with something that is waited for. */
  private static final List<String> FOLLOWING_UP =
      List.of(
          "show f1",
          "when f1",
          "chase f1",
          "asked f1",
          "promised f1 by Friday",
          "needed f1 by Friday",
          "since f1 on 3 March",
          "snooze f1 3 days",
          "waiting",
          "done f1",
          "reopen f1",
          "letgo f1");

  /** What can be done with a draft. */
  private static final List<String> DRAFTS =
      List.of(
          "check: you people never answer, " + CANARY + ", could you send it by Friday?",
          "check again",
          "skip blame",
          "mute blame",
          "unmute");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> all = new ListAppender<>();
  private final Level usual = root.getLevel();
  private final Appender<ILoggingEvent> json = Objects.requireNonNull(root.getAppender("json"));

  @TempDir Path folder = Path.of("");

  /** Everything that any library would ever log; the build needn't show it. */
  @BeforeEach
  void listen() {
    root.detachAppender(json);
    root.setLevel(Level.TRACE);
    all.start();
    root.addAppender(all);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(all);
    root.setLevel(usual);
    root.addAppender(json);
  }

  private List<String> logged() {
    List<String> lines = new ArrayList<>();
    for (ILoggingEvent event : all.list) {
      lines.add(event.getFormattedMessage());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(String.valueOf(cause.getMessage()));
      }
    }
    return lines;
  }

  private static Coach coach(Store store) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReaderModel.class.getResourceAsStream("/" + ReaderModel.FILE))) {
      PlaybookReader words = Playbooks.builtIn();
      Knowledge knowledge =
          Knowledge.of(
              words.read(),
              ReaderModel.read(in),
              words,
              SilenceTest::tracking,
              SilenceTest::drafts);
      return new Coach(knowledge, store, ZoneOffset.UTC);
    }
  }

  private static DraftModel drafts() {
    try {
      return DraftModel.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrackModel tracking() {
    try {
      return TrackModel.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Store store() {
    AtomicInteger ids = new AtomicInteger();
    return new Store(
        Database.open(new DatabaseUrl.File(folder.resolve("pushback.db"))),
        Vault.withKeys(KEY, () -> new byte[12]),
        () -> "id-" + ids.incrementAndGet(),
        InstantSource.fixed(NOON));
  }

  private static FollowUp followUp() {
    return FollowUp.fresh("f1", "p1", Direction.THEY_OWE, CANARY, "legal-nda", NOON);
  }

  @Test
  void whatPeopleWroteIsInNoLog() throws IOException {
    Metrics metrics = new Metrics();
    List<String> shown = new ArrayList<>();
    try (Store store = store()) {
      store.with(
          ADA,
          memory -> {
            memory.partners().keep(Partner.named("p1", CANARY, "vendor"));
            memory.followUps().keep(followUp());
            shown.add(memory.toString());
            shown.add(memory.followUps().open(9) + " of " + memory.partners().all());
            return true;
          });
      Coach coach = coach(store);
      for (String said : FOLLOWING_UP) {
        assertThat(coach.reply(new Utterance(ADA, said)).helped()).as(said).isTrue();
      }
      for (String said : DRAFTS) {
        assertThat(coach.reply(new Utterance(ADA, said)).helped()).as(said).isTrue();
      }
      assertThat(coach.reply(new Utterance(ADA, "check > " + CANARY)).helped()).isFalse();
      for (String example : coach.examples()) {
        assertThat(coach.reply(new Utterance(ADA, example + " " + CANARY)).card()).isNotNull();
        assertThat(coach.reply(new Utterance(ADA, example)).card()).isNotNull();
      }
      // One that fails in the middle, and one that can't be read.
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () ->
                  store.with(
                      ADA,
                      memory -> {
                        memory.followUps().keep(elsewhere());
                        return true;
                      }))
          .satisfies(
              refusal -> {
                for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
                  shown.add(cause.toString());
                }
              });
      shown.add(store.toString());
      shown.add(store.database().toString());
      assertThat(store.export(ADA)).contains(CANARY);
      assertThat(store.forget(ADA).isComplete()).isTrue();
    }
    metrics.nudgeSent(CANARY);
    shown.add(metrics.scrape());
    shown.add(Vault.withKeys(KEY, () -> new byte[12]).toString());
    shown.add(DatabaseUrl.of("jdbc:postgresql://db/x?password=" + CANARY).toString());

    assertThat(logged()).as("what was logged").isNotEmpty();
    assertThat(shown).hasSizeGreaterThan(6);
    assertThat(logged()).noneMatch(line -> line.contains(CANARY) || line.contains(KEY));
    assertThat(shown).noneMatch(line -> line.contains(CANARY) || line.contains(KEY));
  }

  /** Of a partner that there isn't. */
  private static FollowUp elsewhere() {
    FollowUp one = followUp();
    return new FollowUp(
        CANARY,
        "nobody",
        one.caseId(),
        one.direction(),
        one.what(),
        one.item(),
        one.channel(),
        one.askedAt(),
        one.promised(),
        one.deadline(),
        one.state(),
        one.endedAt(),
        one.nextNudgeAt(),
        one.snoozedUntil(),
        one.nudges(),
        one.rung(),
        one.whyParked(),
        one.version(),
        one.contacts());
  }

  @Test
  void linesAreJsonWithoutTheWordsOfExceptions() {
    LoggerFactory.getLogger("dev.pushback.test")
        .warn("follow-up {} was parked", "f1", new IllegalStateException(CANARY));

    Encoder<ILoggingEvent> encoder = ((OutputStreamAppender<ILoggingEvent>) json).getEncoder();
    ILoggingEvent last = all.list.get(all.list.size() - 1);
    assertThat(new String(encoder.encode(last), StandardCharsets.UTF_8))
        .matches("(?s)\\{.*\\}\\n")
        .contains("\"formattedMessage\":\"follow-up f1 was parked\"", "\"level\":\"WARN\"")
        .doesNotContain(CANARY);
  }
}
