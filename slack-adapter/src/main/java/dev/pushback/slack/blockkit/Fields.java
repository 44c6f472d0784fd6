package dev.pushback.slack.blockkit;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import java.util.List;
import java.util.Set;

/** What there is to fill in, as inputs of a modal. */
final class Fields {
  /** Begins the id of each input's block; the name of the field follows. */
  static final String BLOCK = "field:";

  /** The id of each input. */
  static final String ACTION = "field";

  private static final int LETTERS_TO_SEARCH = 2;
  private static final int LONGEST_OPTION_VALUE = 150;
  private static final int LONGEST_HINT = 2000;

  private Fields() {}

  static LayoutBlock input(Block.Field field) {
    InputBlock.InputBlockBuilder input =
        InputBlock.builder()
            .blockId(BLOCK + field.name())
            .label(Plain.text(field.label(), LONGEST_HINT))
            .element(element(field))
            .optional(!field.required());
    if (!CleanText.clean(field.hint()).isBlank()) {
      input.hint(Plain.text(field.hint(), LONGEST_HINT));
    }
    return input.build();
  }

  private static BlockElement element(Block.Field field) {
    Block.Kind kind = field.kind();
    if (kind instanceof Block.Kind.OneOf one) {
      return oneOf(one.options(), field.initial());
    }
    if (kind instanceof Block.Kind.AnyOf any) {
      return anyOf(any.options(), Set.of(field.initial().split("\\s+")));
    }
    if (kind instanceof Block.Kind.Teammate) {
      return ExternalSelectElement.builder()
          .actionId(ACTION)
          .minQueryLength(LETTERS_TO_SEARCH)
          .placeholder(Plain.text("Type a name", CardLimits.LABEL))
          .build();
    }
    return words(kind instanceof Block.Kind.Lines, CleanText.clean(field.initial()));
  }

  private static BlockElement words(boolean many, String initial) {
    PlainTextInputElement.PlainTextInputElementBuilder words =
        PlainTextInputElement.builder()
            .actionId(ACTION)
            .multiline(many)
            .maxLength(CardLimits.INPUT);
    if (!initial.isBlank()) {
      words.initialValue(initial);
    }
    return words.build();
  }

  private static BlockElement oneOf(List<Block.Option> options, String initial) {
    StaticSelectElement.StaticSelectElementBuilder select =
        StaticSelectElement.builder()
            .actionId(ACTION)
            .placeholder(Plain.text("Choose", CardLimits.LABEL))
            .options(options.stream().map(Fields::option).toList());
    options.stream()
        .filter(option -> option.value().equals(initial))
        .findFirst()
        .ifPresent(option -> select.initialOption(option(option)));
    return select.build();
  }

  private static BlockElement anyOf(List<Block.Option> options, Set<String> initial) {
    CheckboxesElement.CheckboxesElementBuilder boxes =
        CheckboxesElement.builder()
            .actionId(ACTION)
            .options(options.stream().map(Fields::option).toList());
    List<OptionObject> ticked =
        options.stream()
            .filter(option -> initial.contains(option.value()))
            .map(Fields::option)
            .toList();
    if (!ticked.isEmpty()) {
      boxes.initialOptions(ticked);
    }
    return boxes.build();
  }

  private static OptionObject option(Block.Option option) {
    return OptionObject.builder()
        .text(Plain.text(option.label(), CardLimits.BUTTON))
        .value(CleanText.cut(option.value(), LONGEST_OPTION_VALUE))
        .build();
  }
}
