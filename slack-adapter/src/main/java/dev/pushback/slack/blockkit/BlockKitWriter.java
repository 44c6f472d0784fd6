package dev.pushback.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CardWriter;
import dev.pushback.card.CleanText;
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
  private static final int AROUND = 3;

  /** Characters after which a list is better continued in another block. */
  private static final int LIST = 1500;

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
  private final boolean brief;
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private int buttons;
  private int rows;
  private boolean hasForm;
  private boolean afterWords;
  private boolean afterButtons;
  private boolean afterList;

  /**
   * @param brief whether lists are written with fewer signs around their words
   */
  private BlockKitWriter(Surface surface, Optional<String> about, boolean brief) {
    this.surface = surface;
    this.about = about;
    this.brief = brief;
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
    Fitting fitting = new Fitting(surface.blocks);
    List<LayoutBlock> rich = new BlockKitWriter(surface, about, false).write(card, titled);
    return fitting.fits(rich)
        ? rich
        : fitting.fit(new BlockKitWriter(surface, about, true).write(card, titled));
  }

  private List<LayoutBlock> write(Card card, boolean titled) {
    context(ONLY_YOU);
    if (titled && !CleanText.clean(card.title()).isBlank()) {
      add(HeaderBlock.builder().text(Plain.text(card.title(), CardLimits.LABEL)).build());
    }
    card.write(this);
    return List.copyOf(blocks);
  }

  /** Expanded, or Slack would hide the end of it. */
  @Override
  public void text(Block.Text block) {
    if (afterButtons) {
      divide();
    }
    add(
        SectionBlock.builder()
            .text(Plain.text(block.text(), CardLimits.TEXT))
            .expand(true)
            .build());
  }

  @Override
  public void words(Block.Words block) {
    add(RichText.words(block.label(), block.words().words()));
    afterWords = true;
  }

  @Override
  public void quote(Block.Quote block) {
    add(RichText.quote(block.text()));
  }

  /**
   * A long list becomes several, so that it can be cut between its rows. A list with a label begins
   * something else than the words to send or the buttons before it; written briefly, it needs a
   * line to be found.
   */
  @Override
  public void facts(Block.Facts block) {
    String label = block.label();
    if ((afterWords || afterButtons || (afterList && brief)) && !label.isBlank()) {
      divide();
    }
    afterList = true;
    List<Block.Row> part = new ArrayList<>();
    int signs = 0;
    for (Block.Row row : block.rows()) {
      int more = row.name().length() + row.value().length() + AROUND;
      if (!part.isEmpty() && signs + more > LIST) {
        add(RichText.list(label, part, brief));
        part.clear();
        signs = 0;
        label = "";
      }
      part.add(row);
      signs += more;
    }
    add(RichText.list(label, part, brief));
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
      actions(List.of(new Block.Button("Fill it in" + GOES_ON, block.command())));
    }
  }

  private void actions(List<Block.Button> row) {
    rows++;
    afterButtons = true;
    add(
        ActionsBlock.builder()
            .blockId("buttons-" + rows)
            .elements(row.stream().map(this::button).toList())
            .build());
  }

  private BlockElement button(Block.Button button) {
    buttons++;
    String label = CleanText.cut(button.label(), CardLimits.BUTTON);
    boolean goesOn = button.asksForMore() && label.length() + GOES_ON.length() <= CardLimits.BUTTON;
    return ButtonElement.builder()
        .actionId("say-" + buttons)
        .text(Plain.text(goesOn ? label + GOES_ON : label, CardLimits.BUTTON))
        .value(new Press(about, CleanText.clean(button.command()).strip()).value())
        .build();
  }

  private void divide() {
    add(DividerBlock.builder().build());
    afterWords = false;
    afterButtons = false;
  }

  private void context(String text) {
    add(ContextBlock.builder().elements(List.of(Plain.text(text, CardLimits.TEXT))).build());
  }

  private void add(LayoutBlock block) {
    blocks.add(block);
  }
}
