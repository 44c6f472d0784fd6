package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.people.Teammate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is shown before and after something is shared. */
final class ShareCards {
  private static final String LISTED = "names, amounts and your limit";

  private final Session session;
  private final ShareDraft draft;

  ShareCards(Session session, ShareDraft draft) {
    this.session = session;
    this.draft = draft;
  }

  /** With whom, and what stays in. */
  Card form(boolean linked) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "You'll see what they would see before anything is sent. "
                + Character.toUpperCase(LISTED.charAt(0))
                + LISTED.substring(1)
                + " stay out, unless you keep them. You can also say it: share Sam, or share Sam"
                + " keep limit."
                + (linked ? " By name I also find colleagues on another platform." : "")));
    blocks.addAll(ShareNews.of(session));
    blocks.add(
        new Block.Form(
            "share",
            "Show me first",
            List.of(
                Block.Field.teammate("", "A teammate"),
                Block.Field.anyOf(
                    "keep",
                    "What may stay in?",
                    Arrays.stream(Keep.values())
                        .map(one -> new Block.Option(one.listed(), one.id()))
                        .toList()))));
    return new Card("Share it with whom?", blocks);
  }

  /** Exactly what they would see, and who they are. */
  Card preview(ShareRequest request, Teammate with) {
    Set<Keep> keep = request.keep();
    SharedThought shown = draft.shared(keep);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            keep.isEmpty()
                ? "This is all they will see; your words, names and amounts are not in it:"
                : "This is all they will see. You keep in: " + titles(keep) + "."));
    blocks.addAll(shown.blocks());
    blocks.addAll(useless(keep));
    String name = session.memory().people().profile().name();
    blocks.add(
        new Block.Note(
            (name.isBlank()
                    ? "They see it as from a teammate, since I don't know your name; say, for"
                        + " example: name Ada."
                    : "They see that it's from " + Shown.shortened(name, Shown.BUTTON) + ".")
                + elsewhere(with)));
    List<Block.Button> buttons = new ArrayList<>();
    ShareRequest known = request.to(with.id());
    buttons.add(new Block.Button("Send it like this", known.command(keep, shown.mark())));
    buttons.addAll(switches(known));
    blocks.add(new Block.Buttons(buttons));
    return new Card("To " + named(with) + ", and nobody else", blocks);
  }

  private static String titles(Set<Keep> keep) {
    String all =
        Arrays.stream(Keep.values())
            .filter(keep::contains)
            .map(Keep::title)
            .collect(Collectors.joining(", "));
    return all.replaceFirst(", ([^,]*)$", " and $1");
  }

  /** A switch that changes nothing says why. */
  private List<Block> useless(Set<Keep> keep) {
    List<Block.Row> rows =
        keep.stream()
            .filter(one -> draft.shared(keep).equals(draft.shared(toggled(keep, one))))
            .map(one -> new Block.Row("", draft.why(one, keep)))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(new Block.Facts("What makes no difference", rows));
  }

  private static Set<Keep> toggled(Set<Keep> keep, Keep one) {
    Set<Keep> other = EnumSet.noneOf(Keep.class);
    other.addAll(keep);
    if (!other.remove(one)) {
      other.add(one);
    }
    return other;
  }

  /** Only those that would change what is seen. */
  private List<Block.Button> switches(ShareRequest request) {
    Set<Keep> keep = request.keep();
    return Arrays.stream(Keep.values())
        .filter(one -> !draft.shared(keep).equals(draft.shared(toggled(keep, one))))
        .map(
            one ->
                new Block.Button(
                    one.button(!keep.contains(one)), request.command(toggled(keep, one), "")))
        .toList();
  }

  private String elsewhere(Teammate with) {
    return with.platform().equals(session.memory().person().platform())
        ? ""
        : " They talk with me " + on(with.platform()) + ", so it arrives there.";
  }

  private static String on(String platform) {
    return switch (platform) {
      case "slack" -> "in Slack";
      case "teams" -> "in Microsoft Teams";
      case "console" -> "in a terminal";
      default -> "on " + platform;
    };
  }

  /** It is kept, and will be sent. */
  Card sent(Teammate with) {
    return Card.of(
        "On its way to " + named(with),
        "They get it from me, privately, when they may be disturbed. If it can't be delivered, I"
            + " tell you with what you wait for."
            + elsewhere(with));
  }

  /** Nothing is sent, and no more is said of them than that. */
  Card refused(Teammate with) {
    return Card.of(
        "It wasn't sent",
        (with.name().isBlank() ? "They" : named(with))
            + " can't be sent anything at the moment: shared thoughts aren't wanted any more, or too"
            + " many are waiting.");
  }

  /**
   * Nothing can be sent to whom was picked: they never talked with the coach, or don't want it. It
   * is the same card, so that nobody learns which.
   */
  Card unreachable(ShareRequest request, boolean linked) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "I only bring thoughts to people who have talked with me and want them, and I don't"
                + " tell who does. Nothing was sent. If you like, send this yourself:"));
    blocks.addAll(toSend(request));
    blocks.addAll(useless(request.keep()));
    if (linked) {
      blocks.add(
          new Block.Note(
              "If they talk with me on another platform, say their name, for example: share"
                  + " Sam."));
    }
    List<Block.Button> buttons = new ArrayList<>(switches(request));
    buttons.add(new Block.Button("Somebody else", "share "));
    blocks.add(new Block.Buttons(buttons));
    return new Card("I can't bring it to them", blocks);
  }

  /** Nobody goes by the name that was typed; the thought can be sent without us. */
  Card unknown(ShareRequest request) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            "Nobody here goes by \""
                + Shown.shortened(request.who(), Shown.BUTTON)
                + "\", or they don't want shared thoughts. They have to have spoken with me once. If"
                + " you like, send this yourself:"));
    blocks.addAll(toSend(request));
    blocks.add(new Block.Buttons(List.of(new Block.Button("Somebody else", "share "))));
    return new Card("I don't know that teammate", blocks);
  }

  private List<Block> toSend(ShareRequest request) {
    SharedThought thought = draft.shared(request.keep());
    return Pieces.words(
        "To your colleague"
            + (thought.whom().isEmpty()
                ? ":"
                : ", about " + Shown.shortened(thought.whom(), Shown.BUTTON) + ":"),
        draft.toSend(request.keep()));
  }

  private static String named(Teammate with) {
    return with.name().isBlank()
        ? "the colleague you picked"
        : Shown.shortened(with.name(), Shown.BUTTON);
  }
}
