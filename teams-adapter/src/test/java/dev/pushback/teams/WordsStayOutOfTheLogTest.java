package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.PretendTeams.Call;
import dev.pushback.teams.Scene.Answer;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Whatever people type, press or fill in on Teams, no word of it is logged, at no level. */
@Isolated("listens to everything that is logged")
class WordsStayOutOfTheLogTest {
  private static final String CANARY = "canary9Zk4";

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
      lines.add(event.getFormattedMessage());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(String.valueOf(cause.getMessage()));
      }
    }
    return lines;
  }

  @Test
  void onNoWayIn() throws IOException {
    String token;
    try (Scene scene = new Scene()) {
      token = scene.microsoft.token(scene.teams.serviceUrl()).text();
      Seen script = scene.said("they want " + CANARY + " in February, we need April").seen();
      scene.said("track the " + CANARY + " with Rivera by Friday");
      scene.said(CANARY.repeat(900));
      ObjectNode answered = script.button("They answered");
      scene.press(answered.deepCopy().put("say", "answered " + CANARY));
      Seen asked = scene.dialog("task/fetch", answered);
      ObjectNode filled =
          Scene.filled(
              (ObjectNode) asked.buttons().values().iterator().next(),
              Map.of("", CANARY + " is our policy"));
      scene.dialog("task/submit", filled);
      Seen opened = scene.pushBackOn(CANARY, "<p>" + CANARY + "</p>");
      scene.goOn(Scene.filled(opened.button("Give me the words"), Map.of("want", CANARY)));
      scene.goOn(Scene.JSON.createObjectNode().put("insert", CANARY));
      List<Answer> taken = new ArrayList<>();
      taken.add(scene.submit(scene.activity("message", "ada"), filled));
      taken.add(scene.inGroup("ada", "groupChat", true, "/pushback " + CANARY));
      taken.add(scene.inGroup("ada", "channel", false, CANARY));
      ObjectNode named = scene.activity("message", "ada").put("text", "name " + CANARY);
      ((ObjectNode) named.path("from")).put("name", CANARY);
      taken.add(scene.send(named.put("localTimezone", CANARY)));
      taken.add(scene.installation(scene.activity("", "ada"), "add"));
      assertThat(taken).allMatch(answer -> answer.statusCode() == 202);
      odd(scene);
      failing(scene);
    }
    assertThat(logged())
        .hasSizeGreaterThan(5)
        .noneMatch(line -> line.contains(CANARY))
        .noneMatch(line -> line.contains(FakeMicrosoft.SECRET))
        .noneMatch(line -> line.contains("token-1"))
        .noneMatch(line -> line.contains(token.substring(token.lastIndexOf('.') + 1)));
  }

  private static void odd(Scene scene) throws IOException {
    JsonNode forged =
        Scene.JSON
            .createObjectNode()
            .put("about", CANARY + "!")
            .put("say", CANARY)
            .put("x", CANARY);
    scene.press(scene.activity("invoke", "ada"), forged);
    ObjectNode unknown = scene.activity("invoke", "ada").put("name", CANARY);
    unknown.putObject("value").put("data", CANARY);
    assertThat(scene.send(unknown).statusCode()).isEqualTo(501);
    ObjectNode broken = scene.activity("invoke", "ada").put("name", "task/fetch");
    assertThat(scene.send(broken.put("value", CANARY)).statusCode()).isEqualTo(400);
  }

  private static void failing(Scene scene) throws IOException {
    scene.teams.refuses(call -> true, 500, CANARY);
    Call lost = scene.said("reframe they never " + CANARY);
    assertThat(lost.seen().text()).contains("Only you can see this");
    scene.teams.mends();
    scene.teams.refuses(call -> true, 403, "BotDisabledByAdmin");
    scene.said("reframe they always " + CANARY);
    scene.bringUp(TestCoach.TUESDAY.plus(Duration.ofDays(8)));
  }
}
