package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.store.Conversation;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is ever written to a chat of two people, which Teams calls personal as it does ours. */
class RememberedChatTest {

  @ParameterizedTest
  @ValueSource(strings = {"composeExtension/fetchTask", "composeExtension/submitAction"})
  void aChatWithAPartnerIsNotTheChatWithTheCoach(String name) throws IOException {
    try (Scene scene = new Scene()) {
      choose(scene, name);
      assertThat(known(scene)).as("before she wrote to the coach").isEmpty();

      assertThat(scene.said("help").conversation()).isEqualTo(Scene.chat("ada"));
      choose(scene, name);
      assertThat(known(scene)).map(Conversation::conversationId).contains(Scene.chat("ada"));
    }
  }

  private static void choose(Scene scene, String name) throws IOException {
    ObjectNode value = Scene.JSON.createObjectNode().put("commandId", Shortcuts.ID);
    value.put("commandContext", "compose").putObject("data").put("say", "help");
    ObjectNode activity = scene.activity("invoke", "ada", "a:ada-and-rivera", "personal");
    assertThat(scene.invoke(activity, name, value).path("task").path("type").asText())
        .isEqualTo("continue");
  }

  private static Optional<Conversation> known(Scene scene) {
    return scene.store.conversations().find("teams:" + FakeMicrosoft.TENANT, "ada");
  }
}
