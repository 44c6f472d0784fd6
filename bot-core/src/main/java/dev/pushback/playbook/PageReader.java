package dev.pushback.playbook;

import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the pages of situations and objections, and the phrases on them. */
final class PageReader {
  private static final List<String> KNOWN_FACTS = List.of("budget", "deadline", "quote", "boss");

  private PageReader() {}

  static SituationPage situationPage(Node node) {
    Map<Integer, List<MoveLines>> rounds = new TreeMap<>();
    node.get("rounds")
        .fields()
        .forEach(
            (number, moves) ->
                rounds.put(
                    round(number, moves),
                    moves.items().stream()
                        .map(move -> move.build(PageReader::moveLines))
                        .toList()));
    List<String> facts = node.texts("facts");
    for (String fact : facts) {
      if (!KNOWN_FACTS.contains(fact)) {
        throw node.get("facts").complaint("'" + fact + "' is no fact; use " + KNOWN_FACTS);
      }
    }
    SituationPage page =
        new SituationPage(
            node.text("title"),
            node.texts("cites"),
            node.texts("likely").stream().map(id -> objection(node.get("likely"), id)).toList(),
            facts,
            rounds,
            node.text("stop"),
            node.texts("counsel"),
            isToBoss(node),
            node.flag("person"));
    node.refuseOthers();
    return page;
  }

  private static boolean isToBoss(Node page) {
    return switch (page.text("to", "partner")) {
      case "boss" -> true;
      case "partner" -> false;
      default -> throw page.get("to").complaint("'to' must be partner or boss");
    };
  }

  private static int round(String number, Node node) {
    if (!number.matches("[1-" + SituationPage.MOST_ROUNDS + "]")) {
      throw node.complaint("'" + number + "' is no round; use 1, 2 or 3");
    }
    return Integer.parseInt(number);
  }

  private static Objection objection(Node node, String id) {
    return Objection.byId(id)
        .orElseThrow(
            () ->
                node.complaint(
                    "'"
                        + id
                        + "' is no objection; use one of "
                        + Arrays.stream(Objection.values()).map(Objection::id).toList()));
  }

  private static MoveLines moveLines(Node node) {
    MoveLines move =
        new MoveLines(node.text("move"), node.text("why"), node.texts("cites"), lines(node));
    move.lines()
        .all()
        .flatMap(phrase -> phrase.places().stream())
        .filter(
            place ->
                place.matches(
                    "(?:fact:|detail\\.|limit|what|partner|waiting|usual|target|result).*"))
        .findFirst()
        .ifPresent(
            place -> {
              throw new IllegalArgumentException(
                  "{" + place + "} can't be filled in a situation; see config/playbook/README.md");
            });
    node.refuseOthers();
    return move;
  }

  static Lines lines(Node node) {
    if (node.find("say").isPresent()) {
      return Lines.same(phrases(node, "say"));
    }
    Map<Firmness, Phrases> lines = new EnumMap<>(Firmness.class);
    for (Firmness firmness : Firmness.values()) {
      if (node.find(firmness.id()).isPresent()) {
        lines.put(firmness, phrases(node, firmness.id()));
      }
    }
    return new Lines(lines);
  }

  static ObjectionPage objectionPage(Node node) {
    Map<Integer, AnswerMove> rounds = new TreeMap<>();
    node.get("rounds")
        .fields()
        .forEach(
            (number, moves) -> {
              if (moves.items().size() != 1) {
                throw moves.complaint("give one move a round");
              }
              rounds.put(round(number, moves), moves.items().get(0).build(PageReader::answerMove));
            });
    ObjectionPage page =
        new ObjectionPage(
            node.text("title"),
            node.text("why"),
            node.texts("cites"),
            node.flag("stop"),
            lead(node, "ends"),
            phrases(node, "grant"),
            rounds);
    node.refuseOthers();
    return page;
  }

  private static AnswerMove answerMove(Node node) {
    Map<Group, Lines> byGroup = new EnumMap<>(Group.class);
    Optional<Node> topics = node.find("topics");
    Lines lines;
    if (topics.isPresent()) {
      lines = topics.get().get("any").build(PageReader::lines);
      for (Group group : Group.values()) {
        topics
            .get()
            .find(group.id())
            .ifPresent(topic -> byGroup.put(group, topic.build(PageReader::lines)));
      }
      topics.get().refuseOthers();
    } else {
      lines = lines(node);
    }
    AnswerMove move =
        new AnswerMove(node.text("move"), node.texts("cites"), lead(node, "leads"), lines, byGroup);
    node.refuseOthers();
    return move;
  }

  private static Lead lead(Node node, String name) {
    Node lead = node.get(name);
    return Lead.byId(lead.text())
        .orElseThrow(
            () -> lead.complaint("use next, yes, trade, park or boss-report, not " + lead.text()));
  }

  static Phrases phrases(Node node, String name) {
    List<Phrase> phrases = new ArrayList<>();
    for (Node item : node.get(name).items()) {
      phrases.add(item.build(line -> new Phrase(line.text())));
    }
    return new Phrases(phrases);
  }
}
