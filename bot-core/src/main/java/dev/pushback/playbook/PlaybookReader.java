package dev.pushback.playbook;

import dev.pushback.dates.DateWords;
import dev.pushback.learning.Lexicon;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Situation;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a {@link Playbook} from its files, and complains with file, line and what to do. */
public final class PlaybookReader {
  private static final List<String> FACTS =
      List.of("budget", "deadline", "quote", "boss", "threat");
  private static final List<String> PROBLEMS =
      Arrays.stream(Screening.Problem.values()).map(Screening.Problem::id).toList();
  private static final List<String> KINDS =
      List.of(
          "emergency",
          "medical",
          "distress",
          "legal",
          "colleague",
          "private",
          "greeting",
          "thanks",
          "fact-question",
          "task",
          "off-topic");
  private static final List<String> GRIEVANCES =
      List.of(
          "dont-get-it",
          "dont-listen",
          "too-slow",
          "ask-too-much",
          "exploit-us",
          "incompetent",
          "no-respect",
          "dishonest",
          "win-lose",
          "unreliable",
          "dont-care");
  private static final List<String> REPORT =
      List.of(
          "head",
          "head_unnamed",
          "asked",
          "asked_rounds",
          "raised",
          "raised_unknown",
          "answered",
          "answered_unknown",
          "got",
          "gave",
          "exchanged_unknown",
          "chosen",
          "offered",
          "options",
          "needed",
          "need");
  private static final List<String> DEBRIEF =
      List.of(
          "aims", "limit", "target", "no_aims", "result", "within", "beyond", "open", "won",
          "lost");

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
    keeps.build(node -> Checks.cites(node.texts("cites")));
    Map<String, PartnerKind> partnerKinds = partnerKinds(file("partner-kinds.yaml"));
    return new Playbook(
        situations(),
        objections(),
        endings(),
        each(file("facts.yaml"), FACTS, PlaybookReader::factPage),
        reframePages(reframes),
        keeps.build(node -> PageReader.phrases(node, "with")),
        keeps.build(node -> PageReader.phrases(node, "without")),
        keeps.build(node -> LadderReader.phrases(node, "pass-on", Set.of())),
        endgame(file("endgame.yaml")),
        partnerKinds,
        notices(),
        guard(file("guards.yaml")),
        texts(file("shorthand.yaml")),
        lexicon(),
        LadderReader.ladder(file("follow-ups.yaml")),
        NudgesReader.nudges(file("nudges.yaml")),
        NudgesReader.emptyBumps(file("empty-bumps.yaml")),
        LedgerReader.rules(file("ledger.yaml")),
        WaitingReader.rules(file("waits.yaml"), partnerKinds.keySet()),
        DraftRulesReader.rules(file("drafts.yaml")));
  }

  /** Reads the groups of words alone, which is all that learning needs. */
  public Lexicon lexicon() {
    return Lexicon.of(groups("cues.yaml"));
  }

  /** Reads the groups of words for requests to track: the cues, and those of tracking.yaml. */
  public Lexicon trackingLexicon() {
    Map<String, List<String>> groups = groups("cues.yaml");
    groups.putAll(groups("tracking.yaml"));
    return Lexicon.of(groups);
  }

  /** Reads how people write dates. */
  public DateWords dateWords() {
    Node file = file("dates.yaml");
    return file.build(
        node -> {
          Map<String, String> plain = new TreeMap<>();
          node.get("plain").fields().forEach((said, meant) -> plain.put(said, meant.text()));
          DateWords words = new DateWords(plain, node.texts("vague"), node.texts("never"));
          node.refuseOthers();
          return words;
        });
  }

  private Map<String, List<String>> groups(String name) {
    Map<String, List<String>> groups = new TreeMap<>();
    file(name)
        .fields()
        .forEach(
            (group, words) -> groups.put(group, words.items().stream().map(Node::text).toList()));
    return groups;
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
        pages.put(situation, node.build(PageReader::situationPage));
      }
    }
    return pages;
  }

  private Map<Objection, ObjectionPage> objections() {
    Node file = file("objections.yaml");
    Map<Objection, ObjectionPage> pages = new EnumMap<>(Objection.class);
    for (Objection objection : Objection.values()) {
      pages.put(objection, file.get(objection.id()).build(PageReader::objectionPage));
    }
    file.refuseOthers();
    return pages;
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
    Ending ending =
        new Ending(
            node.text("title"),
            node.text("why"),
            node.texts("cites"),
            PageReader.phrases(node, "say"));
    node.refuseOthers();
    return ending;
  }

  private static FactPage factPage(Node node) {
    Map<String, String> refusals = new LinkedHashMap<>();
    for (String name : List.of("left_out", "too_early", "no_consent", "used_up", "no_fact")) {
      node.find(name).ifPresent(refusal -> refusals.put(name, refusal.text()));
    }
    FactPage page =
        new FactPage(
            node.text("title"),
            node.text("why"),
            node.texts("cites"),
            PageReader.lines(node),
            refusals,
            node.number("fresh_days"));
    node.refuseOthers();
    return page;
  }

  private static Map<String, ReframePage> reframePages(Node file) {
    return each(file, GRIEVANCES, PlaybookReader::reframePage);
  }

  private static ReframePage reframePage(Node node) {
    ReframePage page =
        new ReframePage(
            node.text("title"),
            node.texts("cites"),
            PageReader.phrases(node, "feeling"),
            PageReader.phrases(node, "other"),
            PageReader.phrases(node, "question"));
    node.refuseOthers();
    return page;
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
    Endgame endgame =
        new Endgame(
            file.get("thanks").build(PlaybookReader::ending),
            file.get("praise").build(PlaybookReader::ending),
            names,
            report.text("why"),
            file.get("lost").texts("counsel"),
            file.get("debrief").build(PlaybookReader::debrief));
    file.refuseOthers();
    return endgame;
  }

  private static Endgame.Debrief debrief(Node node) {
    Node lines = node.get("lines");
    Map<String, Phrase> said = new LinkedHashMap<>();
    for (String name : DEBRIEF) {
      said.put(name, lines.get(name).build(line -> new Phrase(line.text())));
    }
    lines.refuseOthers();
    Node asked = node.get("questions");
    Map<String, List<String>> questions = new LinkedHashMap<>();
    for (String end : List.of("won", "lost", "both")) {
      questions.put(end, asked.get(end).items().stream().map(Node::text).toList());
    }
    asked.refuseOthers();
    Endgame.Debrief debrief =
        new Endgame.Debrief(node.text("title"), node.texts("cites"), said, questions);
    node.refuseOthers();
    return debrief;
  }

  private static Map<String, PartnerKind> partnerKinds(Node file) {
    Map<String, PartnerKind> kinds = new LinkedHashMap<>();
    file.fields().forEach((id, node) -> kinds.put(id, node.build(kind -> partnerKind(id, kind))));
    return kinds;
  }

  private static PartnerKind partnerKind(String id, Node node) {
    PartnerKind kind =
        new PartnerKind(
            id,
            node.text("title"),
            node.texts("cites"),
            node.texts("words"),
            node.text("favour", ""),
            node.text("note"),
            node.text("odds", ""));
    node.refuseOthers();
    return kind;
  }

  private Map<String, Notice> notices() {
    Map<String, Notice> notices =
        new LinkedHashMap<>(each(file("bad-input.yaml"), PROBLEMS, PlaybookReader::notice));
    notices.putAll(each(file("needs-a-person.yaml"), KINDS, PlaybookReader::notice));
    return notices;
  }

  private static Notice notice(Node node) {
    Notice notice = new Notice(node.text("title"), node.texts("cites"), node.text("say"));
    node.refuseOthers();
    return notice;
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

  private static <T> Map<String, T> each(Node file, List<String> names, Function<Node, T> builder) {
    Map<String, T> values = new LinkedHashMap<>();
    for (String name : names) {
      values.put(name, file.get(name).build(builder));
    }
    file.refuseOthers();
    return values;
  }
}
