package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.teams.PretendTeams.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a partner's message to the thank-you, over HTTP, with every token verified. */
class FullPathTest {

  @Test
  void fromAPartnersMessageToTheThankYou() throws IOException {
    try (Scene scene = new Scene()) {
      assertThat(scene.said("help").seen().text()).contains("Only you can see this");

      // The partner writes, somewhere the coach is no member; Ada chooses the action there.
      scene.teams.forget();
      Seen opened =
          scene.pushBackOn(
              "rivera", "<p>Hi Ada, we&nbsp;need the <b>kick-off</b> in February.</p>");
      assertThat(opened.text()).contains("Only you can see this", "kick-off in February");

      // The facts, in the same dialog.
      Seen script =
          new Seen(
              scene
                  .goOn(
                      Scene.filled(
                          opened.button("Give me the words"),
                          Map.of(
                              "want", "the kick-off in April",
                              "partner", "Grand Hotel",
                              "why", "our speakers are free from 6 April on",
                              "deadline", "6 April")))
                  .path("task"));
      assertThat(script.text()).contains("Send:", "6 April");

      // The words go into the compose box, and nowhere else.
      JsonNode inserted =
          scene.goOn(
              script.button("Put it into my message").put("words-1", "Could we start on 6 April?"));
      assertThat(inserted.path("composeExtension").path("type").asText())
          .as(inserted.toString() + script.buttons())
          .isEqualTo("result");
      assertThat(inserted.findValuesAsText("text")).containsExactly("Could we start on 6 April?");
      assertThat(scene.teams.calls()).isEmpty();

      // They will send the new contract; that is tracked.
      Call tracked = scene.said("track the new contract with the Grand Hotel by Friday");
      assertThat(tracked.seen().text()).contains("new contract");

      // A week later it is overdue.
      scene.teams.forget();
      scene.clock.pass(Duration.ofDays(7));
      scene.adapter.tick();
      Call nudge = scene.teams.await();
      assertThat(nudge.conversation()).isEqualTo(Scene.chat("ada"));
      assertThat(nudge.authorization()).startsWith("Bearer ");
      assertThat(nudge.seen().text()).contains("Only you can see this", "new contract");
      assertThat(nudge.seen().buttons())
          .containsKeys("I've sent it", "They answered", "Why now?", "Let it go");

      // They answered; a thank-you is offered, and asks for a true detail in a dialog.
      Seen done = scene.press(nudge.seen().button("They answered"));
      JsonNode thank =
          done.buttons().values().stream()
              .filter(data -> data.path("say").asText().startsWith("thanks"))
              .findFirst()
              .orElseThrow();
      Seen asked = scene.dialog("task/fetch", thank);
      Seen thanks =
          scene.dialog(
              "task/submit",
              Scene.filled(
                  asked.button("Put it in"), Map.of("", "you sent the contract within a day")));
      assertThat(thanks.text()).contains("contract within a day");
    }
  }
}
