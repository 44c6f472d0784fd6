package dev.pushback.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.pushback.card.Answers;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackViewsTest {

  @ParameterizedTest
  @CsvSource({
    "Share the question,        Share the question,       false",
    "just twenty-four letters, just twenty-four letters, false",
    "What I should know about it, pushback,                true",
  })
  void aTitleThatDoesNotFitStandsInTheWindow(String title, String shown, boolean within) {
    View view = SlackViews.modal(new Reply(Card.of(title, "Text."), true));

    assertThat(view.getTitle().getText()).isEqualTo(shown);
    assertThat(view.getBlocks()).hasSize(within ? 3 : 2);
    assertThat(view.getCallbackId()).isEqualTo(SlackViews.SAY);
    assertThat(view.getSubmit()).isNull();
    assertThat(Press.parse(view.getPrivateMetadata())).isEqualTo(new Press(Optional.empty(), ""));
  }

  @Test
  void whatIsShownWhileTheCoachThinksFits() {
    for (View view :
        List.of(SlackViews.loading(), SlackViews.notice("Too late", "Say it again."))) {
      assertThat(BlockKitLimits.complaints(view)).isEmpty();
    }
  }

  @Test
  void whatStoodInAWindowAtFirstIsToldByItsFields() {
    View view =
        GsonFactory.createSnakeCase()
            .fromJson(
                """
                {"type": "modal", "blocks": [
                  {"type": "input", "block_id": "field:want",
                   "element": {"type": "plain_text_input", "initial_value": "April"}},
                  {"type": "input", "block_id": "field:why",
                   "element": {"type": "plain_text_input"}},
                  {"type": "input", "block_id": "field:",
                   "element": {"type": "plain_text_input", "initial_value": "x"}},
                  {"type": "divider"}]}
                """,
                View.class);

    assertThat(SlackViews.prefilled(view)).containsExactly("want");
  }

  @Test
  void whatWasFilledInIsReadInItsOrder() {
    ViewState state =
        GsonFactory.createSnakeCase()
            .fromJson(
                """
                {"values": {
                  "field:want": {"field": {"type": "plain_text_input", "value": "April"}},
                  "field:said": {"field": {"type": "plain_text_input", "value": null}},
                  "field:boss": {"field": {"type": "static_select",
                      "selected_option": {"value": "yes"}}},
                  "field:kind": {"field": {"type": "static_select", "selected_option": null}},
                  "field:show": {"field": {"type": "checkboxes",
                      "selected_options": [{"value": "partner"}, {"value": "amount"}]}},
                  "field:none": {"field": {"type": "checkboxes", "selected_options": []}},
                  "field:with": {"field": {"type": "external_select",
                      "selected_option": {"value": "U123"}}},
                  "field:": {"field": {"type": "external_select", "selected_option": null}},
                  "buttons-1": {"other": {"type": "static_select"}},
                  "field:odd": {}}}
                """,
                ViewState.class);

    assertThat(SlackViews.values(state))
        .containsExactly(
            Map.entry("want", "April"),
            Map.entry("said", ""),
            Map.entry("boss", "yes"),
            Map.entry("kind", ""),
            Map.entry("show", "partner amount"),
            Map.entry("none", ""),
            Map.entry("with", "@U123"),
            Map.entry("", ""),
            Map.entry("odd", ""));
    assertThat(Answers.say("facts", SlackViews.values(state)))
        .isEqualTo("facts\nwant: April\nboss: yes\nshow: partner amount\nwith: @U123");
    assertThat(SlackViews.values(ViewState.builder().build())).isEmpty();
  }

  @Test
  void anErrorStandsBesideItsField() {
    assertThat(SlackViews.errors("want", "Say what you want."))
        .containsExactly(Map.entry("field:want", "Say what you want."));
  }
}
