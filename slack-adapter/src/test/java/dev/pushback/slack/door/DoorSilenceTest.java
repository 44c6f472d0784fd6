package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.pushback.store.Store;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What people wrote is in no log, whether we understood it or not. */
@Isolated("listens to the log")
class DoorSilenceTest {
  private static final String CANARY = "canary7Qx2";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger slackApi = (Logger) LoggerFactory.getLogger("com.slack.api");
  private final ListAppender<ILoggingEvent> all = new ListAppender<>();
  private final Level usual = root.getLevel();
  private final Level usualOfSlack = slackApi.getLevel();
  private final Appender<ILoggingEvent> json = Objects.requireNonNull(root.getAppender("json"));

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
    slackApi.setLevel(usualOfSlack);
    root.addAppender(json);
  }

  private List<String> logged() {
    List<String> lines = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(all.list)) {
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(event.getLoggerName() + " " + cause.getMessage());
      }
    }
    return lines;
  }

  /** As the program is delivered, and as an operator may set it to see more. */
  @ParameterizedTest
  @ValueSource(strings = {"OFF", "INFO"})
  void nothingThatComesInIsLogged(String level) throws IOException {
    slackApi.setLevel(Level.toLevel(level));
    try (DoorWorld world = new DoorWorld()) {
      Signed slack = world.slack;
      slack.event("{\"type\":\"event_callback\",\"" + CANARY + "\":1}");
      slack.event("{\"type\":\"" + CANARY + "\"}");
      slack.event("{\"type\":\"event_callback\",\"event\":{\"type\":\"" + CANARY + "\"}}");
      slack.event(
          "{\"type\":\"event_callback\",\"authorizations\":\""
              + CANARY
              + "\",\"event\":{\"type\":\"x\"}}");
      slack.event(DoorWorld.home("T1", CANARY));
      slack.event(DoorWorld.home(CANARY, "U1"));
      slack.post(Signed.FORM, CANARY);
      slack.post(Signed.FORM, "text=" + CANARY);
      slack.post(Signed.FORM, "payload=" + CANARY);
      slack.interaction("{\"type\":\"" + CANARY + "\"}");
      slack.interaction("{\"type\":\"block_actions\",\"user\":\"" + CANARY + "\"}");
      slack.interaction(
          "{\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"},\"team\":{\"id\":\"T1\"},"
              + "\"view\":{\"type\":\"modal\",\"state\":\""
              + CANARY
              + "\"}}");
      slack.form(DoorWorld.command("T1", CANARY));
      slack.form(DoorWorld.command("T2", CANARY));
      slack.form(DoorWorld.command("T1", "fail " + CANARY));
      Signed.send(
          HttpRequest.newBuilder(slack.uri())
              .header("Content-Type", Signed.JSON)
              .header(Signature.HEADER, CANARY)
              .header("X-Other", CANARY)
              .POST(HttpRequest.BodyPublishers.ofString(CANARY))
              .build());
      assertThat(world.heard).hasSize(3);
    }
    assertThat(logged()).anyMatch(line -> line.contains("request ref-7 failed"));
    assertThat(logged()).noneMatch(line -> line.contains(CANARY));
  }

  @Test
  void whereBoltWouldWriteDownWholeRequestsItIsNotMade() {
    slackApi.setLevel(Level.DEBUG);

    try (Store store = TestCoach.store(TestCoach.clock())) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  BoltApp.make(
                      Optional.empty(),
                      TestCoach.clock(),
                      DoorWorld.slack(),
                      store.installations()))
          .withMessageContaining("com.slack.api");
    }
  }
}
