package dev.pushback.teams.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.pushback.teams.FakeConnector.ADA;
import static dev.pushback.teams.FakeConnector.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.pushback.card.Card;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Sought;
import dev.pushback.store.Conversation;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import dev.pushback.teams.FakeConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Neither what people read nor a token is in a log, even at the finest level, or a toString(). */
@Isolated
class WebSilenceTest {
  private static final String CANARY = "canary7Qx2";
  private static final Credentials CREDENTIALS =
      new Credentials("app-1", Optional.of(CANARY + "-secret"), Optional.of("t-1"));

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> all = new ListAppender<>();
  private final Map<Logger, Level> usual = new HashMap<>();
  private final Map<String, Appender<ILoggingEvent>> usualAppenders = new HashMap<>();
  private final java.util.logging.Logger old = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level oldUsual = old.getLevel();
  private final Handler[] oldHandlers = old.getHandlers();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final FakeConnector teams = new FakeConnector();
  private final Store store = TestStores.inMemory(teams::now);
  private final TeamsClient client = teams.client(CREDENTIALS, Duration.ofSeconds(20));
  private final List<Object> shown = new ArrayList<>(List.of(client, CREDENTIALS));

  @BeforeEach
  void listen() {
    root.iteratorForAppenders().forEachRemaining(one -> usualAppenders.put(one.getName(), one));
    usualAppenders.values().forEach(root::detachAppender);
    for (Logger one : root.getLoggerContext().getLoggerList()) {
      Optional.ofNullable(one.getLevel()).ifPresent(level -> usual.put(one, level));
    }
    usual.keySet().forEach(one -> one.setLevel(Level.TRACE));
    all.start();
    root.addAppender(all);
    for (Handler one : oldHandlers) {
      old.removeHandler(one);
    }
    old.setLevel(java.util.logging.Level.ALL);
    listener.setLevel(java.util.logging.Level.ALL);
    old.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    client.close();
    store.close();
    teams.close();
    root.detachAppender(all);
    usual.forEach(Logger::setLevel);
    usualAppenders.values().forEach(root::addAppender);
    old.removeHandler(listener);
    old.setLevel(oldUsual);
    for (Handler one : oldHandlers) {
      old.addHandler(one);
    }
  }

  @Test
  void whatGoesOutAndComesBackIsInNoLogAndNoWord() {
    String everything =
        """
        {"id":"29:1","name":"%1$s","aadObjectId":"%1$s","tenantId":"t-1","members":[{"id":"29:2",
        "name":"%1$s"}],"continuationToken":"%1$s","expires_in":3600,"access_token":"%1$s",
        "error":{"code":"%1$s of","message":"%1$s"},"error_description":"%1$s"}
        """
            .formatted(CANARY);
    everywhere(okJson(everything));
    for (int status : List.of(400, 401, 403, 404, 412, 413, 429, 500, 502, 503, 504)) {
      everywhere(FakeConnector.status(status, everything));
    }
    everywhere(aResponse().withStatus(200).withBody("<html>" + CANARY));
    everywhere(
        aResponse().withStatus(302).withHeader("Location", "https://" + CANARY + ".invalid"));
    everywhere(aResponse().withFault(Fault.EMPTY_RESPONSE));
    everywhere(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    teams.answersTokens(okJson(everything));
    everybody();
    for (int status : List.of(400, 401, 503)) {
      teams.pass(Duration.ofHours(2));
      teams.answersTokens(FakeConnector.status(status, everything));
      everybody();
    }

    List<String> logged =
        Stream.concat(all.list.stream().map(ILoggingEvent::getFormattedMessage), lines.stream())
            .toList();
    assertThat(all.list).as("what we logged").hasSizeGreaterThan(50);
    assertThat(LoggerFactory.getLogger("okhttp3.test").isTraceEnabled()).isTrue();
    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(logged).noneMatch(line -> line.contains(CANARY));
    assertThat(shown).noneMatch(one -> one.toString().contains(CANARY));
  }

  private void everywhere(ResponseDefinitionBuilder answer) {
    teams.pass(Duration.ofHours(2));
    teams.answers("POST", "/emea/.*", answer);
    teams.answers("PUT", "/emea/.*", answer);
    teams.answers("GET", "/emea/.*", answer);
    teams.answersTokens(FakeConnector.granted(CANARY + "-token"));
    everybody();
  }

  private void everybody() {
    Conversation ada =
        Conversation.personal(
            ADA, "a:" + CANARY, teams.serviceUrl(), "28:app-1", "29:" + CANARY, teams.now());
    store.conversations().save(ada);
    Aside aside = new Aside(ADA, CANARY, "28:app-1", "19:" + CANARY, "channel", teams.serviceUrl());
    ObjectNode message = Json.object().put("type", "message").put("text", CANARY);
    TeamsMessenger messenger =
        new TeamsMessenger(client, store.conversations(), card -> message.deepCopy());
    shown.addAll(
        List.of(
            ada,
            aside,
            store.conversations(),
            messenger,
            client.warmUp(),
            client.post(ada, message),
            client.postPrivately(aside, message),
            client.update(ada, "5", message),
            client.open(TENANT, "ada", teams.serviceUrl()),
            client.members(TENANT, teams.serviceUrl(), CANARY, Optional.empty()),
            client.member(TENANT, teams.serviceUrl(), CANARY, CANARY),
            messenger.send(new Nudge("n-1", ADA, Card.of(CANARY, CANARY), false)),
            messenger.send(new Nudge("n-1", ADA, Card.of(CANARY, CANARY), true)),
            messenger.find(new Sought("n-1", ADA, teams.now()))));
  }

  /**
   * An answer, what is written over one, what is said aside, and the fixed sentences for all: no
   * other place makes an address to post to.
   */
  @Test
  void onlyFourPlacesMakeAnAddressToPostTo() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> all =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(WebSilenceTest::read)
              .filter(text -> text.contains("\"activities\""))
              .toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).split("\"activities\"", -1)).hasSize(5);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
