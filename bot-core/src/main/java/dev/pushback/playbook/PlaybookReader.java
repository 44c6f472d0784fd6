package dev.pushback.playbook;

import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.Playbook.FollowUpLine;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Situation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a {@link Playbook} from its files, and complains with file, line and what to do. */
public final class PlaybookReader {
  private static final List<String> FACTS =
      List.of("budget", "deadline", "quote", "boss", "threat");
  private static final List<String> KNOWN_FACTS = List.of("budget", "deadline", "quote", "boss");
  private static final List<String> REPORT =
      List.of(
          "head",
          "head_unnamed",
          "asked",
          "raised",
          "raised_unknown",
          "answered",
          "answered_unknown",
          "options",
          "need");

  private final Function<String, Optional<InputStream>> open;

  /**
   * @param open opens a file of the playbook by its name, such as {@code situations/terms.yaml}
   */
  public PlaybookReader(Function<String, Optional<InputStream>> open) {
    this.open = open;
  }

  /**
   * Reads everything.
   *
   * @throws PlaybookException when something is missing or wrong
   */
  public Playbook read() {
    Node reframes = file("reframes.yaml");
    Node keeps = reframes.get("keeps");
    return new Playbook(
        situations(),
        objections(),
        endings(),
        each(file("facts.yaml"), FACTS, PlaybookReader::factPage),
        reframePages(reframes),
        keeps.build(node -> phrases(node, "with")),
        keeps.build(node -> phrases(node, "without")),
        endgame(file("endgame.yaml")),
        partnerKinds(file("partner-kinds.yaml")),
        notices(),
        guard(file("guards.yaml")),
        texts(file("shorthand.yaml")),
        lexicon(),
        followUps(file("follow-ups.yaml")));
  }

  /** Reads the groups of words alone, which is all that learning needs. */
  public Lexicon lexicon() {
    Map<String, List<String>> groups = new TreeMap<>();
    file("cues.yaml")
        .fields()
        .forEach(
            (group, words) -> groups.put(group, words.items().stream().map(Node::text).toList()));
    return Lexicon.of(groups);
  }

  private Node file(String name) {
    InputStream stream =
        open.apply(name)
            .orElseThrow(
                () ->
                    new PlaybookException(
                        name, 0, "the file is missing; copy it from config/playbook"));
    return Node.read(name, stream);
  }

  private Map<Situation, SituationPage> situations() {
    Map<Situation, SituationPage> pages = new EnumMap<>(Situation.class);
    for (Situation situation : Situation.values()) {
      if (situation != Situation.NOT_PUSHBACK) {
        Node node = file("situations/" + situation.id() + ".yaml");
        pages.put(situation, node.build(PlaybookReader::situationPage));
      }
    }
    return pages;
  }

  private static SituationPage situationPage(Node node) {
    Map<Integer, List<MoveLines>> rounds = new TreeMap<>();
    node.get("rounds")
        .fields()
        .forEach(
            (number, moves) ->
                rounds.put(
                    round(number, moves),
                    moves.items().stream()
                        .map(move -> move.build(PlaybookReader::moveLines))
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
            node.text("to", "partner").equals("boss"),
            node.flag("person"));
    node.refuseOthers();
    return page;
  }

  private static int round(String number, Node node) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw node.complaint("'" + number + "' is no round; use 1, 2 or 3");
    }
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
    node.refuseOthers();
    return move;
  }

  private static Lines lines(Node node) {
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

  private static Phrases phrases(Node node, String name) {
    List<Phrase> phrases = new ArrayList<>();
    for (Node item : node.get(name).items()) {
      phrases.add(item.build(line -> new Phrase(line.text())));
    }
    return new Phrases(phrases);
  }

  private Map<Objection, ObjectionPage> objections() {
    Node file = file("objections.yaml");
    Map<Objection, ObjectionPage> pages = new EnumMap<>(Objection.class);
    for (Objection objection : Objection.values()) {
      pages.put(objection, file.get(objection.id()).build(PlaybookReader::objectionPage));
    }
    file.refuseOthers();
    return pages;
  }

  private static ObjectionPage objectionPage(Node node) {
    Map<Integer, AnswerMove> rounds = new TreeMap<>();
    node.get("rounds")
        .fields()
        .forEach(
            (number, moves) -> {
              if (moves.items().size() != 1) {
                throw moves.complaint("give one move a round");
              }
              rounds.put(
                  round(number, moves), moves.items().get(0).build(PlaybookReader::answerMove));
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
      lines = topics.get().get("any").build(PlaybookReader::lines);
      for (Group group : Group.values()) {
        topics
            .get()
            .find(group.id())
            .ifPresent(topic -> byGroup.put(group, topic.build(PlaybookReader::lines)));
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

  private Map<Lead, Ending> endings() {
    Node file = file("endings.yaml");
    Map<Lead, Ending> endings = new EnumMap<>(Lead.class);
    for (Lead lead : Lead.values()) {
      if (lead.isEnd()) {
        endings.put(lead, file.get(lead.id()).build(PlaybookReader::ending));
      }
    }
    file.refuseOthers();
    return endings;
  }

  private static Ending ending(Node node) {
    return new Ending(
        node.text("title"), node.text("why"), node.texts("cites"), phrases(node, "say"));
  }

  private static FactPage factPage(Node node) {
    Map<String, String> refusals = new LinkedHashMap<>();
    for (String name : List.of("left_out", "too_early", "no_consent", "used_up", "no_fact")) {
      node.find(name).ifPresent(refusal -> refusals.put(name, refusal.text()));
    }
    FactPage page =
        new FactPage(
            node.text("title"), node.text("why"), node.texts("cites"), lines(node), refusals);
    node.refuseOthers();
    return page;
  }

  private static Map<String, ReframePage> reframePages(Node file) {
    Map<String, ReframePage> pages = new LinkedHashMap<>();
    file.fields()
        .forEach(
            (name, node) -> {
              if (!name.equals("keeps")) {
                pages.put(
                    name,
                    node.build(
                        page ->
                            new ReframePage(
                                page.text("title"),
                                page.texts("cites"),
                                phrases(page, "feeling"),
                                phrases(page, "other"),
                                phrases(page, "question"))));
              }
            });
    return pages;
  }

  private static Endgame endgame(Node file) {
    Node report = file.get("report");
    Node lines = report.get("lines");
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : REPORT) {
      names.put(name, lines.text(name));
    }
    report.build(node -> Checks.cites(node.texts("cites")));
    file.get("lost").build(node -> Checks.cites(node.texts("cites")));
    return new Endgame(
        file.get("thanks").build(PlaybookReader::ending),
        file.get("praise").build(PlaybookReader::ending),
        names,
        report.text("why"),
        file.get("lost").texts("counsel"));
  }

  private static Map<String, PartnerKind> partnerKinds(Node file) {
    Map<String, PartnerKind> kinds = new LinkedHashMap<>();
    file.fields()
        .forEach(
            (id, node) ->
                kinds.put(
                    id,
                    node.build(
                        kind ->
                            new PartnerKind(
                                id,
                                kind.text("title"),
                                kind.texts("cites"),
                                kind.texts("words"),
                                kind.text("favour", ""),
                                kind.text("note"),
                                kind.text("odds", "")))));
    return kinds;
  }

  private Map<String, Notice> notices() {
    Map<String, Notice> notices =
        new LinkedHashMap<>(all(file("bad-input.yaml"), PlaybookReader::notice));
    notices.putAll(all(file("needs-a-person.yaml"), PlaybookReader::notice));
    return notices;
  }

  private static Notice notice(Node node) {
    return new Notice(node.text("title"), node.texts("cites"), node.text("say"));
  }

  private static Guard guard(Node file) {
    Map<Guard.Claim, List<String>> words = new EnumMap<>(Guard.Claim.class);
    for (Guard.Claim claim : Guard.Claim.values()) {
      words.put(claim, file.texts(claim.id()));
    }
    file.refuseOthers();
    return file.build(node -> new Guard(words));
  }

  private static Map<String, String> texts(Node file) {
    Map<String, String> texts = new LinkedHashMap<>();
    file.fields().forEach((name, node) -> texts.put(name, node.text()));
    return texts;
  }

  private static List<FollowUpLine> followUps(Node file) {
    return file.get("ladder").items().stream()
        .map(
            item ->
                item.build(
                    node ->
                        new FollowUpLine(
                            node.text("move"), node.texts("cites"), phrases(node, "say"))))
        .toList();
  }

  private static <T> Map<String, T> each(Node file, List<String> names, Function<Node, T> builder) {
    Map<String, T> values = new LinkedHashMap<>();
    for (String name : names) {
      values.put(name, file.get(name).build(builder));
    }
    file.refuseOthers();
    return values;
  }

  private static <T> Map<String, T> all(Node file, Function<Node, T> builder) {
    Map<String, T> values = new LinkedHashMap<>();
    file.fields().forEach((name, node) -> values.put(name, node.build(builder)));
    return values;
  }
}
