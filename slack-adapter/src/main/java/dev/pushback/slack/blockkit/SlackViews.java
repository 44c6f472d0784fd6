package dev.pushback.slack.blockkit;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CleanText;
import dev.pushback.chat.Reply;
import dev.pushback.slack.blockkit.BlockKitWriter.Surface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Windows and the Home tab, and what was filled in there. */
public final class SlackViews {
  /** The callback id of each window: what was filled in is to be said. */
  public static final String SAY = "say";

  /** The action id of each field. */
  public static final String FIELD = Fields.ACTION;

  private static final String NAME = "pushback";
  private static final int TITLE = 24;

  private SlackViews() {}

  /**
   * A window. If the card holds a form, it can be submitted, and its private metadata is the {@link
   * Press} that the form says; else the press says nothing.
   */
  public static View modal(Reply reply) {
    Card card = reply.card();
    Optional<Block.Form> form =
        card.blocks().stream()
            .filter(Block.Form.class::isInstance)
            .map(Block.Form.class::cast)
            .findFirst();
    String title = CleanText.clean(card.title()).strip();
    boolean fits = !title.isEmpty() && title.length() <= TITLE;
    View.ViewBuilder view =
        modal(fits ? title : NAME, BlockKitWriter.write(Surface.MODAL, card, reply.about(), !fits));
    view.privateMetadata(
        new Press(reply.about(), form.map(Block.Form::command).orElse("")).value());
    form.ifPresent(
        one ->
            view.submit(
                ViewSubmit.builder()
                    .type("plain_text")
                    .text(CleanText.cut(one.submit(), TITLE))
                    .emoji(false)
                    .build()));
    return view.build();
  }

  /** Shown while the coach thinks. */
  public static View loading() {
    return notice("One moment", "I'm thinking about it.");
  }

  /**
   * A window with a sentence or two.
   *
   * @param text not blank, at most 3000 characters
   */
  public static View notice(String title, String text) {
    return modal(new Reply(Card.of(title, text), true));
  }

  /** The Home tab. */
  public static View home(Card card) {
    return View.builder()
        .type("home")
        .callbackId(SAY)
        .privateMetadata(new Press(Optional.empty(), "").value())
        .blocks(BlockKitWriter.write(Surface.HOME, card, Optional.empty(), true))
        .build();
  }

  /**
   * What stands in the fields of a submitted window, in their order; empty where nothing does.
   *
   * @return by the names of the fields, as {@link dev.pushback.card.Answers#say} takes it
   */
  public static Map<String, String> values(ViewState state) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional.ofNullable(state.getValues())
        .orElseGet(Map::of)
        .forEach(
            (block, actions) -> {
              if (block.startsWith(Fields.BLOCK)) {
                values.put(
                    block.substring(Fields.BLOCK.length()),
                    Optional.ofNullable(actions.get(Fields.ACTION))
                        .map(SlackViews::value)
                        .orElse(""));
              }
            });
    return values;
  }

  /** The people that were picked in a submitted window: their ids, by the names of the fields. */
  public static Map<String, String> people(ViewState state) {
    Map<String, String> people = new LinkedHashMap<>();
    Optional.ofNullable(state.getValues())
        .orElseGet(Map::of)
        .forEach(
            (block, actions) ->
                Optional.ofNullable(actions.get(FIELD))
                    .filter(value -> "external_select".equals(value.getType()))
                    .map(SlackViews::selected)
                    .filter(id -> !id.isEmpty())
                    .ifPresent(id -> people.put(block.replace(Fields.BLOCK, ""), id)));
    return people;
  }

  /** The names of the fields for words in which something stood when the window was opened. */
  public static Set<String> prefilled(View view) {
    return Optional.ofNullable(view.getBlocks()).orElseGet(List::of).stream()
        .filter(InputBlock.class::isInstance)
        .map(InputBlock.class::cast)
        .filter(
            block ->
                block.getElement() instanceof PlainTextInputElement words
                    && !Optional.ofNullable(words.getInitialValue()).orElse("").isBlank())
        .map(block -> Optional.ofNullable(block.getBlockId()).orElse(""))
        .filter(block -> block.startsWith(Fields.BLOCK) && block.length() > Fields.BLOCK.length())
        .map(block -> block.substring(Fields.BLOCK.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String value(ViewState.Value value) {
    return switch (Optional.ofNullable(value.getType()).orElse("")) {
      case "static_select" -> selected(value);
      case "external_select" -> selected(value).isEmpty() ? "" : "@" + selected(value);
      case "checkboxes" ->
          Optional.ofNullable(value.getSelectedOptions()).orElseGet(List::of).stream()
              .map(ViewState.SelectedOption::getValue)
              .collect(Collectors.joining(" "));
      default -> Optional.ofNullable(value.getValue()).orElse("");
    };
  }

  private static String selected(ViewState.Value value) {
    return Optional.ofNullable(value.getSelectedOption())
        .map(ViewState.SelectedOption::getValue)
        .orElse("");
  }

  /** What a submission is answered with to have this stand beside a field. */
  public static Map<String, String> errors(String fieldName, String text) {
    return Map.of(Fields.BLOCK + fieldName, CleanText.cut(text, 150));
  }

  private static View.ViewBuilder modal(String title, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(SAY)
        .title(ViewTitle.builder().type("plain_text").text(title).emoji(false).build())
        .close(ViewClose.builder().type("plain_text").text("Close").emoji(false).build())
        .blocks(blocks);
  }
}
