package dev.pushback.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.slack.PretendSlack.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a partner's message to a thank-you, over signed HTTP, as somebody at work would go. */
class FullPathTest {

  @Test
  void fromTheFirstCommandToTheThankYou() throws IOException {
    try (Scene scene = new Scene()) {
      Call script = scene.said("the venue wants the kick-off in February, we need April");
      assertThat(script.shown()).contains("Only you can see this", "Send:", "April", "round 1");

      // The facts, in a window.
      scene.slack.forget();
      scene.press("C1", script.button("Add the facts"));
      Call facts = scene.slack.await("views.open");
      Call withFacts =
          scene.submit(
              facts,
              "V1",
              Map.of(
                  "partner", "Grand Hotel",
                  "why", "our speakers are free from 6 April on",
                  "deadline", "6 April"));
      assertThat(withFacts.shown()).contains("Send:", "6 April");

      // The next round: what they said.
      scene.slack.forget();
      scene.pressInView("modal", "V1", withFacts.button("They answered"));
      Call theirs = scene.slack.await("views.push");
      Call second = scene.submit(theirs, "V2", Map.of("", "Our policy says February, I'm afraid."));
      assertThat(second.shown()).contains("Send:", "policy");

      // They will send the new contract; that is tracked.
      Call tracked = scene.said("track the new contract with the Grand Hotel by Friday");
      assertThat(tracked.shown()).contains("new contract");

      // A week later it is overdue.
      scene.slack.forget();
      scene.clock.pass(Duration.ofDays(7));
      scene.adapter.tick();
      Call nudge = scene.slack.await("chat.postMessage");
      assertThat(nudge.body().path("channel").asText()).isEqualTo("U1");
      assertThat(nudge.shown()).contains("Only you can see this", "new contract");
      assertThat(nudge.buttons())
          .containsKeys("I've sent it", "They answered", "Why now?", "Let it go");

      // They answered; a thank-you is offered.
      scene.slack.forget();
      scene.pressInMessage(nudge.button("They answered"));
      Call done = scene.slack.await("respond");
      assertThat(done.body().path("replace_original").asBoolean()).isTrue();

      String thank =
          done.buttons().entrySet().stream()
              .filter(button -> button.getValue().contains("|thanks"))
              .findFirst()
              .orElseThrow()
              .getValue();
      scene.slack.forget();
      scene.pressInMessage(thank);
      Call asked = scene.slack.await("views.open");
      Call thanks = scene.submit(asked, "V3", Map.of("", "you sent the contract within a day"));
      assertThat(thanks.shown()).contains("contract within a day");
    }
  }
}
