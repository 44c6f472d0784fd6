package dev.pushback.playbook;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the coach brings up by itself, and how an empty bump is recognised. */
final class NudgesReader {
  private static final Set<String> PLACES =
      Set.of("what", "partner", "waiting", "usual", "promised.when");
  private static final List<String> DIGEST = List.of("none", "one", "many");
  private static final List<String> BUTTONS =
      List.of("ask", "answered", "came", "done", "drop", "later", "park", "call", "send", "why");

  private NudgesReader() {}

  static Nudges nudges(Node file) {
    Node each = file.get("kinds");
    Map<Nudges.Kind, Nudges.Lines> kinds = new EnumMap<>(Nudges.Kind.class);
    for (Nudges.Kind kind : Nudges.Kind.values()) {
      kinds.put(kind, each.get(kind.id()).build(NudgesReader::lines));
    }
    each.refuseOthers();
    Nudges nudges =
        new Nudges(kinds, texts(file.get("digest"), DIGEST), texts(file.get("buttons"), BUTTONS));
    file.refuseOthers();
    return nudges;
  }

  private static Nudges.Lines lines(Node node) {
    Nudges.Lines lines =
        new Nudges.Lines(
            node.texts("cites"),
            LadderReader.phrases(node, "single", PLACES),
            LadderReader.phrases(node, "digest", PLACES));
    node.refuseOthers();
    return lines;
  }

  private static Map<String, String> texts(Node node, List<String> names) {
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> texts.put(name, node.text(name)));
    node.refuseOthers();
    return texts;
  }

  static EmptyBumps emptyBumps(Node file) {
    EmptyBumps bumps =
        file.build(
            node ->
                new EmptyBumps(
                    node.texts("cites"),
                    node.text("why"),
                    node.text("hint"),
                    LadderReader.phrases(node, "say", Set.of("item")),
                    node.texts("bumps"),
                    node.texts("adds")));
    file.refuseOthers();
    return bumps;
  }
}
