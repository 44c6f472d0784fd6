package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CardWriter;
import dev.pushback.card.CleanText;
import dev.pushback.chat.Reply;
import dev.pushback.teams.adaptivecard.Fitting.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes cards as Adaptive Cards 1.5. What people wrote stands in rich text, where markup means
 * nothing: a mention or a link that somebody typed stays what they typed. No card is larger than
 * 25,000 bytes, unless what is to be filled in alone is.
 */
public final class AdaptiveCardWriter implements CardWriter {
  /** Stands above everything: people show their screens to others. */
  static final String ONLY_YOU = "Only you can see this";

  /** Under each of the words to send in a dialog beside the compose box. */
  static final String INSERT = "Put it into my message";

  /** Nothing of the card: it may be read by more than the card. */
  private static final String TOO_OLD =
      "This Teams is too old to show what I have to say. A newer one, or Teams in a browser, can.";

  /** Characters that fit into the title of a dialog. */
  private static final int TITLE = 60;

  private static final int ONE_ROW = 1;

  /** Where a card is shown. */
  public enum Surface {
    /** A message: in the person's own chat with the coach, or one that only they can see. */
    CHAT,
    /** A dialog that was opened from the person's own chat. */
    DIALOG,
    /** A dialog of the message extension, which can put words into the compose box. */
    COMPOSE
  }

  private final Surface surface;
  private final Optional<String> about;
  private final Predicate<String> opensForm;
  private final List<Block.Option> colleagues;
  private final List<Part> parts = new ArrayList<>();
  private int words;
  private boolean hasForm;
  private boolean afterSome;

  private AdaptiveCardWriter(
      Surface surface,
      Optional<String> about,
      Predicate<String> opensForm,
      List<Block.Option> colleagues) {
    this.surface = surface;
    this.about = about;
    this.opensForm = opensForm;
    this.colleagues = colleagues;
  }

  /**
   * A card.
   *
   * @param opensForm whether a command is answered with a form, for which a chat opens a dialog
   * @param colleagues whom a field for a teammate offers: their names, and as values their ids;
   *     only the first fifty
   */
  public static ObjectNode write(
      Surface surface, Reply reply, Predicate<String> opensForm, List<Block.Option> colleagues) {
    return new AdaptiveCardWriter(surface, reply.about(), opensForm, colleagues)
        .write(reply.card());
  }

  /** What stands over a dialog. */
  public static String title(Card card) {
    return CleanText.cut(card.title(), TITLE);
  }

  private ObjectNode write(Card card) {
    String title = CleanText.clean(card.title()).strip();
    add(Elements.note(ONLY_YOU));
    if (!title.isEmpty() && (surface == Surface.CHAT || title.length() > TITLE)) {
      add(Elements.heading(title).put("spacing", "small"));
    }
    card.write(this);
    ObjectNode written =
        Elements.object()
            .put("type", "AdaptiveCard")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("version", "1.5")
            .put("fallbackText", TOO_OLD);
    written.putObject("msteams").put("width", "Full");
    written.set("body", Elements.list(Fitting.fit(parts)));
    return written;
  }

  @Override
  public void text(Block.Text block) {
    add(Elements.text(block.text()));
  }

  /** Beside the compose box they can be changed: once they are in it, they can't be. */
  @Override
  public void words(Block.Words block) {
    String sendable = block.words().words();
    if (surface == Surface.COMPOSE) {
      words++;
      String id = Said.WORDS + words;
      ObjectNode data = new Said(about, "", Optional.of(id)).data();
      List<ObjectNode> items = new ArrayList<>();
      items.add(Inputs.words(id, block.label(), sendable));
      items.addAll(Actions.rows(List.of(Actions.insert(INSERT, data))));
      add(Elements.box(items));
    } else {
      boolean labelled = !CleanText.clean(block.label()).isBlank();
      if (labelled) {
        add(Elements.label(block.label()).put("spacing", "medium"));
      }
      ObjectNode box = Elements.box(List.of(Elements.text(sendable)));
      add(labelled ? box.put("spacing", "small") : box);
    }
    afterSome = true;
  }

  @Override
  public void quote(Block.Quote block) {
    add(Elements.quote(block.text()));
  }

  /** A list with a label begins something else than the words or the buttons before it. */
  @Override
  public void facts(Block.Facts block) {
    if (!CleanText.clean(block.label()).isBlank()) {
      ObjectNode label = Elements.label(block.label());
      add(afterSome ? label.put("spacing", "medium").put("separator", true) : label);
      afterSome = false;
    }
    boolean pointed = block.rows().size() > ONE_ROW;
    block.rows().forEach(row -> add(Elements.row(row, pointed)));
  }

  @Override
  public void note(Block.Note block) {
    add(Elements.note(block.text()));
  }

  @Override
  public void buttons(Block.Buttons block) {
    Actions.rows(block.buttons().stream().map(this::button).toList()).forEach(this::add);
    afterSome = true;
  }

  /** Two forms in a card could not be told apart; the second is a button that opens it. */
  @Override
  public void form(Block.Form block) {
    if (hasForm) {
      buttons(new Block.Buttons(List.of(new Block.Button("Fill it in", block.command() + " "))));
      return;
    }
    hasForm = true;
    for (Block.Field field : block.fields()) {
      Inputs.inputs(field, colleagues).forEach(input -> parts.add(new Part(input, true)));
    }
    ObjectNode data = said(block.command()).data();
    Filled.describe(data, block);
    String title = CleanText.cut(block.submit(), CardLimits.BUTTON);
    ObjectNode submit =
        surface == Surface.CHAT
            ? Actions.executeFilled(title, data)
            : Actions.submitFilled(title, data);
    Actions.rows(List.of(submit)).forEach(row -> parts.add(new Part(row, true)));
    afterSome = true;
  }

  private ObjectNode button(Block.Button button) {
    Said said = said(button.command());
    String title = Actions.title(button);
    if (surface != Surface.CHAT) {
      return Actions.submit(title, said.data());
    }
    return button.asksForMore() || opensForm.test(said.command())
        ? Actions.open(title, said.data())
        : Actions.execute(title, said.data());
  }

  private Said said(String command) {
    return new Said(about, CleanText.clean(command).strip());
  }

  private void add(ObjectNode node) {
    parts.add(new Part(node, false));
  }
}
