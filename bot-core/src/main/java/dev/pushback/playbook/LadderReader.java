package dev.pushback.playbook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the follow-up ladder. */
final class LadderReader {
  private static final Set<String> TO_PARTNER =
      Set.of("item", "waited", "promised.when", "fact:when", "fact:noun", "fact:clause");
  private static final Set<String> TO_BOSS = Set.of("what", "partner");

  private LadderReader() {}

  static Ladder ladder(Node file) {
    Map<Rung, Ladder.Line> rungs = new EnumMap<>(Rung.class);
    for (Node node : file.get("ladder").items()) {
      Rung rung = rung(node.get("move"));
      if (rungs.put(rung, node.build(line -> line(line, rung))) != null) {
        throw node.complaint("'" + rung.id() + "' stands here twice");
      }
    }
    Node deadline = file.get("deadline");
    deadline.build(node -> Checks.cites(node.texts("cites")));
    Map<String, Ladder.Note> notes = new LinkedHashMap<>();
    file.get("notes")
        .fields()
        .forEach(
            (name, node) -> {
              if (!name.equals("deadline") && Occasion.byId(name).isEmpty()) {
                throw node.complaint("'" + name + "' is no occasion; use deadline or " + ids());
              }
              notes.put(name, node.build(LadderReader::note));
            });
    Ladder ladder =
        file.build(
            node ->
                new Ladder(
                    rungs,
                    phrases(deadline, "say", TO_PARTNER),
                    notes,
                    items(node.get("items")),
                    deeds(node.get("deeds"))));
    deadline.refuseOthers();
    file.refuseOthers();
    return ladder;
  }

  private static Rung rung(Node node) {
    return Rung.byId(node.text())
        .orElseThrow(
            () ->
                node.complaint(
                    "'"
                        + node.text()
                        + "' is no rung; use one of "
                        + Arrays.stream(Rung.values()).map(Rung::id).toList()));
  }

  private static Ladder.Line line(Node node, Rung rung) {
    String to = node.text("to", "partner");
    if (!to.equals(rung.toPartner() ? "partner" : "boss")) {
      throw node.get("to").complaint("the words of '" + rung.id() + "' don't go to: " + to);
    }
    Set<String> places = rung.toPartner() ? TO_PARTNER : TO_BOSS;
    Map<Occasion, Phrases> special = new EnumMap<>(Occasion.class);
    Optional<Node> occasions = node.find("for");
    if (occasions.isPresent()) {
      for (Map.Entry<String, Node> field : occasions.get().fields().entrySet()) {
        Occasion occasion =
            Occasion.byId(field.getKey())
                .orElseThrow(
                    () ->
                        field
                            .getValue()
                            .complaint("'" + field.getKey() + "' is no occasion; use " + ids()));
        special.put(occasion, phrases(occasions.get(), field.getKey(), places));
      }
    }
    Ladder.Line line =
        new Ladder.Line(
            node.text("why"), node.texts("cites"), phrases(node, "say", places), special);
    node.refuseOthers();
    return line;
  }

  private static List<String> ids() {
    return Arrays.stream(Occasion.values()).map(Occasion::id).toList();
  }

  /** The phrases, each with no place but these. */
  static Phrases phrases(Node node, String name, Set<String> places) {
    Phrases phrases = PageReader.phrases(node, name);
    phrases.phrases().stream()
        .flatMap(phrase -> phrase.places().stream())
        .filter(place -> !places.contains(place))
        .findFirst()
        .ifPresent(
            place -> {
              throw node.get(name).complaint("{" + place + "} can't be filled here");
            });
    return phrases;
  }

  private static Ladder.Note note(Node node) {
    Ladder.Note note = new Ladder.Note(node.texts("cites"), node.text("note"));
    node.refuseOthers();
    return note;
  }

  private static Map<String, List<String>> items(Node node) {
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (String kind : node.fields().keySet()) {
      if (!kind.equals(Ladder.PAYMENT) && Occasion.byId(kind).isEmpty()) {
        throw node.get(kind)
            .complaint("'" + kind + "' is no kind of thing; use payment or " + ids());
      }
      items.put(kind, node.texts(kind));
    }
    return items;
  }

  private static Map<String, String> deeds(Node node) {
    Map<String, String> deeds = new LinkedHashMap<>();
    node.fields().forEach((verb, thing) -> deeds.put(verb, thing.text()));
    return deeds;
  }
}
