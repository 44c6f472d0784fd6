package dev.pushback.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pushback.slack.PretendSlack.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The adapter before a pretended Slack, to be tried by hand in a terminal: what is typed goes
 * through the same signed requests as Slack's, and what Slack would show is printed. Not for people
 * who look for a coach; those find the console nicer.
 *
 * <pre>
 * they want …         as typed behind /pushback
 * 3                   presses the third button
 * > their words       "Push back on this" on a message of a partner
 * = words             writes to the coach itself
 * home                opens the Home tab
 * ~ 5                 five days pass, and what is due comes up
 * quit                ends it
 * </pre>
 */
public final class PretendSlackMain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene;
  private final BufferedReader in;
  private final PrintStream out;
  private List<String> buttons = List.of();
  private String view = "";

  private PretendSlackMain(Scene scene, BufferedReader in, PrintStream out) {
    this.scene = scene;
    this.in = in;
    this.out = out;
  }

  /** Reads until there is nothing more. */
  public static void main(String[] args) throws IOException {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Scene scene = new Scene()) {
      out.println(
          "A pretended Slack. You are Ada; type what you'd type behind /pushback. Or: help,");
      out.println("a number (press), > their message, = a direct message, home, ~ 5 (days), quit.");
      new PretendSlackMain(
              scene,
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
              out)
          .run();
    }
  }

  private Optional<String> line(String prompt) throws IOException {
    out.print(prompt);
    out.flush();
    return Optional.ofNullable(in.readLine()).filter(line -> !line.equals("quit"));
  }

  private void run() throws IOException {
    Optional<String> line = line("\n/pushback ");
    while (line.isPresent()) {
      scene.slack.forget();
      scene.clock.pass(Duration.ofSeconds(10)); // typing takes time
      said(line.get());
      line = line("\n/pushback ");
    }
  }

  private void said(String line) throws IOException {
    if (line.matches("\\d{1,2}")) {
      press(Integer.parseInt(line));
    } else if (line.startsWith(">")) {
      HttpResponse<String> unused = scene.pushBackOn(line.substring(1).strip(), Optional.of("T9"));
      show(shown());
    } else if (line.startsWith("=")) {
      HttpResponse<String> unused =
          scene.write("Ev" + System.nanoTime(), line.substring(1).strip());
      show(shown());
    } else if (line.equals("home")) {
      HttpResponse<String> unused = scene.openHome();
      show(scene.slack.await("views.publish"));
    } else if (line.matches("~ ?\\d{1,3}")) {
      scene.clock.pass(Duration.ofDays(Long.parseLong(line.replaceAll("\\D", ""))));
      int rung = scene.adapter.tick();
      scene.slack.calls().stream().findFirst().ifPresent(this::show);
      out.println(rung == 0 ? "Nothing is due." : "");
    } else {
      show(scene.said(line));
    }
  }

  private Call shown() {
    return scene.slack.await(
        call ->
            List.of("views.open", "views.push", "views.update", "respond", "chat.postMessage")
                    .contains(call.method())
                && !call.body().path("delete_original").asBoolean(),
        "an answer");
  }

  private void press(int number) throws IOException {
    if (number < 1 || number > buttons.size()) {
      out.println("There is no button " + number + " here.");
      return;
    }
    String value = buttons.get(number - 1);
    HttpResponse<String> unused =
        switch (view) {
          case "home", "modal" -> scene.pressInView(view, "V1", value);
          case "message" -> scene.pressInMessage(value);
          default -> scene.press("C1", value);
        };
    show(shown());
  }

  private void show(Call call) {
    view =
        switch (call.method()) {
          case "views.publish" -> "home";
          case "ack" -> call.body().has("view") ? "modal" : "";
          case "chat.postMessage" -> "message";
          case "respond" -> "";
          default -> "modal";
        };
    out.println("--- " + (view.isEmpty() ? "only for you, in the channel" : view));
    out.println(call.shown());
    buttons = new ArrayList<>(call.buttons().values());
    int number = 0;
    for (String label : call.buttons().keySet()) {
      number++;
      out.print("[" + number + "] " + label + "  ");
    }
    out.println();
    JsonNode submit = call.body().path("view").path("submit").path("text");
    if (submit.isTextual()) {
      fill(call, submit.asText());
    }
  }

  private void fill(Call window, String submit) {
    Map<String, String> filled = new LinkedHashMap<>();
    try {
      for (JsonNode block : window.body().path("view").path("blocks")) {
        if (block.path("type").asText().equals("input")) {
          String name = block.path("block_id").asText().replaceFirst("field:", "");
          String options =
              String.join(" ", block.path("element").path("options").findValuesAsText("value"));
          String hint = options.isEmpty() ? "" : " (" + options + ")";
          line(block.path("label").path("text").asText() + hint + ": ")
              .ifPresent(said -> filled.put(name, said));
        }
      }
      out.println("[" + submit + "]");
      HttpResponse<String> response =
          scene.submit("U1", window, "V1", "h" + System.nanoTime(), filled);
      show(new Call("ack", JSON.readTree(response.body())));
    } catch (IOException e) {
      out.println("That didn't work: " + e.getMessage());
    }
  }
}
