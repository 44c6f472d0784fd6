package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.pushback.slack.PretendSlack.Call;
import dev.pushback.testing.TestCoach;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Whatever people type, press or fill in on Slack, no word of it is logged, at no level. */
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
    try (Scene scene = new Scene()) {
      Call script = scene.said("they want " + CANARY + " in February, we need April");
      scene.said("track the " + CANARY + " with Rivera by Friday");
      scene.said(CANARY.repeat(900));
      scene.slack.forget();
      scene.press("C1", script.button("They answered"));
      Call window = scene.slack.await("views.open");
      scene.submit(window, "V1", Map.of("", CANARY + " is our policy"));
      scene.slack.forget();
      HttpResponse<String> shortcut = scene.pushBackOn(CANARY, Optional.of("T9"));
      scene.slack.await("views.open");
      HttpResponse<String> direct = scene.write("Ev1", "reframe they never " + CANARY);
      scene.slack.await("chat.postMessage");
      HttpResponse<String> home = scene.openHome();
      scene.slack.await("views.publish");
      scene.slack.fails("views.open", "internal_error");
      HttpResponse<String> failing = scene.pushBackOn(CANARY, Optional.of("T9"));
      scene.slack.await("chat.postMessage");
      HttpResponse<String> forged = scene.press("C1", "x|" + CANARY);
      scene.bringUp(TestCoach.TUESDAY.plusSeconds(8 * 86_400));

      assertThat(List.of(shortcut, direct, home, failing, forged))
          .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
    }
    assertThat(logged()).hasSizeGreaterThan(5).noneMatch(line -> line.contains(CANARY));
    assertThat(logged()).noneMatch(line -> line.contains(PretendSlack.TOKEN));
  }
}
