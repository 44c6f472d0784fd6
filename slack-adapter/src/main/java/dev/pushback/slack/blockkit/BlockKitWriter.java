package dev.pushback.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CardWriter;
import dev.pushback.chat.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes cards as Slack's Block Kit. Everything stands in plain text or in rich text, where markup
 * means nothing: a mention or a link that somebody typed stays what they typed.
 */
public final class BlockKitWriter implements CardWriter {
  /** Stands above everything: people show their screens to others. */
  static final String ONLY_YOU = "Only you can see this";

  private static final String GOES_ON = " …";
  private static final int LIST = 2500;

  /** Where blocks are shown. */
  enum Surface {
    /** A message; has no fields to fill in. */
    MESSAGE(50),
    /** A window with a title of its own. */
    MODAL(100),
    /** The person's own tab. */
    HOME(100);

    private final int blocks;

    Surface(int blocks) {
      this.blocks = blocks;
    }
  }

  private final Surface surface;
  private final Optional<String> about;
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private int buttons;
  private int rows;
  private boolean hasForm;

  private BlockKitWriter(Surface surface, Optional<String> about) {
    this.surface = surface;
    this.about = about;
  }

  /** A message: 50 blocks and about 12,000 characters at most. */
  public static List<LayoutBlock> blocks(Reply reply) {
    return blocks(reply.card(), reply.about());
  }

  /**
   * A message: 50 blocks and about 12,000 characters at most.
   *
   * @param about the id of the case that the buttons are about
   */
  public static List<LayoutBlock> blocks(Card card, Optional<String> about) {
    return write(Surface.MESSAGE, card, about, true);
  }

  static List<LayoutBlock> write(
      Surface surface, Card card, Optional<String> about, boolean titled) {
    BlockKitWriter writer = new BlockKitWriter(surface, about);
    writer.context(ONLY_YOU);
    if (titled && !Plain.clean(card.title()).isBlank()) {
      writer.add(HeaderBlock.builder().text(Plain.text(card.title(), CardLimits.LABEL)).build());
    }
    card.write(writer);
    return new Fitting(surface.blocks).fit(writer.blocks);
  }

  @Override
  public void text(Block.Text block) {
    add(
        SectionBlock.builder()
            .text(Plain.text(block.text(), CardLimits.TEXT))
            .expand(true)
            .build());
  }

  @Override
  public void words(Block.Words block) {
    add(RichText.words(block.label(), block.words().words()));
  }

  @Override
  public void quote(Block.Quote block) {
    add(RichText.quote(block.text()));
  }

  /** A long list becomes several, so that it can be cut between its rows. */
  @Override
  public void facts(Block.Facts block) {
    String label = block.label();
    List<Block.Row> part = new ArrayList<>();
    for (Block.Row row : block.rows()) {
      part.add(row);
      if (part.size() > 1 && Fitting.size(RichText.list(label, part)) > LIST) {
        add(RichText.list(label, part.subList(0, part.size() - 1)));
        part = new ArrayList<>(List.of(row));
        label = "";
      }
    }
    add(RichText.list(label, part));
  }

  @Override
  public void note(Block.Note block) {
    context(block.text());
  }

  @Override
  public void buttons(Block.Buttons block) {
    actions(block.buttons());
  }

  /** Only a modal can be filled in; elsewhere a button says the command, which opens one. */
  @Override
  public void form(Block.Form block) {
    if (surface == Surface.MODAL && !hasForm) {
      hasForm = true;
      block.fields().forEach(field -> add(Fields.input(field)));
    } else {
      actions(List.of(new Block.Button("Fill it in", block.command() + " ")));
    }
  }

  private void actions(List<Block.Button> row) {
    rows++;
    add(
        ActionsBlock.builder()
            .blockId("buttons-" + rows)
            .elements(row.stream().map(this::button).toList())
            .build());
  }

  private BlockElement button(Block.Button button) {
    buttons++;
    String label = Plain.cut(button.label(), CardLimits.BUTTON);
    boolean goesOn = button.asksForMore() && label.length() + GOES_ON.length() <= CardLimits.BUTTON;
    return ButtonElement.builder()
        .actionId("say-" + buttons)
        .text(Plain.text(goesOn ? label + GOES_ON : label, CardLimits.BUTTON))
        .value(new Press(about, Plain.clean(button.command()).strip()).value())
        .build();
  }

  private void context(String text) {
    add(ContextBlock.builder().elements(List.of(Plain.text(text, CardLimits.TEXT))).build());
  }

  private void add(LayoutBlock block) {
    blocks.add(block);
  }
}
