package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static dev.pushback.teams.door.DoorWorld.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.FakeMicrosoft.Reply;
import dev.pushback.teams.TestToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Neither what people wrote nor a token is in any log, whether we let it in or not. */
class DoorSilenceTest {
  private static final String CANARY = "canary7Qx2";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> all = new ListAppender<>();
  private final Level usual = root.getLevel();
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

  private static ObjectNode saying(ObjectNode activity, String text) {
    activity.put("text", text + CANARY);
    return activity;
  }

  @Test
  void nothingThatComesInIsLogged() throws IOException {
    List<String> tokens = new ArrayList<>();
    try (DoorWorld world = new DoorWorld()) {
      TestToken token = world.token();
      tokens.add(token.text());
      world.post(saying(activity("message"), ""));
      world.post(saying(activity("message"), "fail "));
      world.post(saying(activity(CANARY), ""));
      world.post(saying(invoke("task/fetch", "{\"data\":\"" + CANARY + "\"}"), "fail "));
      world.post(saying(invoke("task/fetch", "\"" + CANARY + "\""), ""));
      world.post(saying(invoke(CANARY, "{}"), ""));
      world.post(activity("message").put("serviceUrl", CANARY));
      world.post(activity("message").put("serviceUrl", "https://" + CANARY + ".example.com/"));
      world.post(activity("message").put("channelId", CANARY));
      world.post(activity("message").put("timestamp", CANARY).put("locale", CANARY));
      world.post(activity("installationUpdate").put("action", CANARY));
      DoorWorld.send(world.request(CANARY).header("Authorization", token.bearer()));
      DoorWorld.send(
          world.request("{\"type\":\"" + CANARY).header("Authorization", token.bearer()));
      for (String header :
          List.of(CANARY, "Bearer " + CANARY, "Bearer a." + CANARY + ".b", "Basic " + CANARY)) {
        DoorWorld.send(
            world.request(activity("message").toString()).header("Authorization", header));
      }
      for (TestToken wrong :
          List.of(
              token.claim("iss", CANARY),
              token.claim("aud", CANARY),
              token.claim("exp", 1),
              token.claim("exp", CANARY),
              token.claim("nbf", CANARY),
              token.claim("serviceurl", CANARY),
              token.header("kid", CANARY),
              token.header("alg", CANARY))) {
        tokens.add(wrong.text());
        world.post(wrong, activity("message"));
      }
      world.pass(Keys.KEPT);
      world.microsoft.answerKeys(Optional.of(Reply.of(200, "{\"keys\":[\"" + CANARY + "\"]")));
      world.post(activity("message"));
      world.pass(Keys.KEPT);
      world.microsoft.answerMetadata(
          Optional.of(Reply.of(200, "{\"jwks_uri\":\"https://" + CANARY + ".example.com\"}")));
      world.post(activity("message"));
      assertThat(world.heard).hasSize(6);
    }
    assertThat(logged())
        .anyMatch(line -> line.contains("request ref-7 failed"))
        .anyMatch(line -> line.contains("refused because of wrong-issuer"))
        .anyMatch(line -> line.contains("name a foreign host"))
        .noneMatch(line -> line.contains(CANARY));
    assertThat(tokens)
        .allSatisfy(
            token ->
                assertThat(logged())
                    .noneMatch(line -> line.contains(token.substring(token.lastIndexOf('.') + 1))));
  }
}
