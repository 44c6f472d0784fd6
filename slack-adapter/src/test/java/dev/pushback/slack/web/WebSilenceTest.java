package dev.pushback.slack.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.pushback.slack.web.FakeSlack.NOON;
import static dev.pushback.slack.web.FakeSlack.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.view.View;
import dev.pushback.card.Card;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final String TOKEN = "xoxb-" + CANARY;
  private static final Person ADA = new Person(TENANT, "U1");
  private static final List<String> METHODS =
      List.of(
          "auth.test",
          "chat.postMessage",
          "conversations.history",
          "conversations.info",
          "conversations.open",
          "oauth.v2.access",
          "users.info",
          "users.list",
          "views.open",
          "views.publish",
          "views.push",
          "views.update");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> all = new ListAppender<>();
  private final Map<Logger, Level> usual = new HashMap<>();
  private final Appender<ILoggingEvent> json = Objects.requireNonNull(root.getAppender("json"));
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

  private final FakeSlack slack = new FakeSlack();
  private final SlackClient client =
      new SlackClient(
          WebSettings.at(slack.origin() + "/api/"),
          tenant -> Optional.of(TOKEN),
          slack::now,
          slack::ticks);
  private final List<Object> shown = new ArrayList<>(List.of(client));

  @BeforeEach
  void listen() {
    root.detachAppender(json);
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
    slack.close();
    root.detachAppender(all);
    usual.forEach(Logger::setLevel);
    root.addAppender(json);
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
        {"ok":%s,"error":"%s","ts":"1.5","channel":%s,"user":{"id":"U1","team_id":"T1",
        "real_name":"%s"},"members":[{"id":"U1","team_id":"T1","real_name":"%s"}],
        "messages":[{"text":"%s","ts":"1.5"}],"view":{"id":"V1","hash":"h1"},"access_token":"%s",
        "token_type":"bot","bot_user_id":"U9","team":{"id":"T1"},"team_id":"T1","bot_id":"B1",
        "user_id":"U9"}
        """;
    String channel = "{\"id\":\"C1\",\"is_ext_shared\":false,\"name\":\"%s\"}".formatted(CANARY);
    for (String kind : List.of("true", "false")) {
      for (String where : List.of("\"D7\"", channel)) {
        everywhere(
            okJson(
                everything.formatted(
                    kind, CANARY + " " + TOKEN, where, CANARY, CANARY, CANARY, TOKEN)));
      }
    }
    everywhere(aResponse().withStatus(200).withBody("<html>" + CANARY));
    everywhere(
        aResponse().withStatus(302).withHeader("Location", "https://" + CANARY + ".invalid"));
    everywhere(aResponse().withStatus(500).withBody(CANARY));
    everywhere(aResponse().withFault(Fault.EMPTY_RESPONSE));
    everywhere(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    slack.answers("chat.postMessage", okJson("{\"ok\":true,\"ts\":\"1.5\"}"));
    withSlacksOwnLibrary();
    slack.answers("chat.postMessage", aResponse().withStatus(500).withBody("oops"));
    withSlacksOwnLibrary();
    slack.answers("chat.postMessage", aResponse().withFault(Fault.EMPTY_RESPONSE));
    withSlacksOwnLibrary();

    List<String> logged =
        Stream.concat(all.list.stream().map(ILoggingEvent::getFormattedMessage), lines.stream())
            .toList();
    assertThat(all.list).as("what we logged").hasSizeGreaterThan(50);
    assertThat(lines).as("what the library logged").isNotEmpty();
    assertThat(LoggerFactory.getLogger("com.slack.api.test").isTraceEnabled()).isTrue();
    assertThat(shown).hasSizeGreaterThan(100);
    assertThat(logged).noneMatch(line -> line.contains(CANARY));
    assertThat(shown).noneMatch(one -> one.toString().contains(CANARY));
  }

  private void everywhere(ResponseDefinitionBuilder answer) {
    slack.pass(Duration.ofHours(2));
    METHODS.forEach(method -> slack.answers(method, answer));
    slack.server().stubFor(post(urlPathEqualTo("/" + CANARY)).willReturn(answer));
    View view = View.builder().type("modal").blocks(FakeSlack.blocks(CANARY)).build();
    DmMessage message = DmMessage.answer(FakeSlack.blocks(CANARY));
    PrivateReply reply = new PrivateReply.Fresh(FakeSlack.blocks(CANARY));
    PrivateReply other = new PrivateReply.Instead(FakeSlack.blocks(CANARY));
    ResponseUrl url = client.responseUrl(slack.origin() + "/" + CANARY).orElseThrow();
    SlackMessenger messenger = new SlackMessenger(client, card -> FakeSlack.blocks(CANARY));
    shown.addAll(
        List.of(
            message,
            reply,
            other,
            url,
            messenger,
            client.post(TENANT, "U1", message),
            client.respond(url, reply),
            client.respond(url, other),
            client.openView(TENANT, "1.2", view),
            client.pushView(TENANT, "1.2", view),
            client.updateView(TENANT, "V1", Optional.empty(), view),
            client.publishHome(TENANT, "U1", view),
            client.user(TENANT, "U1"),
            client.colleagues(TENANT, "", 9, "U2"),
            client.channel(TENANT, "C1"),
            client.authTest(TOKEN),
            client.exchange("1.2", CANARY, CANARY, "https://" + CANARY),
            messenger.send(new Nudge("n-1", ADA, Card.of(CANARY, CANARY), false)),
            messenger.find(new Sought("n-1", ADA, NOON))));
  }

  /** As Bolt would. At the finest level it logs what Slack answers to it, but not what it sent. */
  private void withSlacksOwnLibrary() {
    try {
      shown.add(
          client
              .slack()
              .methods(TOKEN)
              .chatPostMessage(request -> request.channel("U1").text(CANARY))
              .isOk());
    } catch (IOException | SlackApiException | RuntimeException e) {
      shown.add(e.getClass());
    }
  }

  @Test
  void thereIsNoWordForPostingWhereOthersRead() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(all).hasSizeGreaterThan(20);
      assertThat(all)
          .noneMatch(
              file ->
                  Stream.of("\"in_channel", "IN_CHANNEL", "ostEphemeral(", "\"chat:write.public")
                      .anyMatch(read(file)::contains));
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
