package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftPage;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import dev.pushback.playbook.DraftSpeech;
import dev.pushback.playbook.Playbook;
import dev.pushback.script.Channel;
import dev.pushback.script.CoachText;
import dev.pushback.script.EmptyBump;
import dev.pushback.script.Facts;
import dev.pushback.script.Redraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a message before it is sent: how it will land, and whether the ask is in it. Few findings,
 * and better none than a wrong one. Safe for use by many threads.
 */
public final class DraftCheck {
  private static final int MANY_ASKS = 4;
  private static final double LIKELY = 0.5;

  /** So many words are too many: about a screen of mail, half of it in a chat (T-080). */
  private static final int LONG = 175;

  private static final int LONG_CHAT = 120;
  private static final Set<String> THEIRS = Set.of("your", "yours", "their", "his", "her");

  private final DraftRules rules;
  private final LineReader reader;
  private final ToneModel tone;
  private final EmptyBump bumps;

  /**
   * @param playbook the words
   * @param model what was learned from labelled drafts
   * @param tone what was learned from what people find rude or kind
   */
  public DraftCheck(Playbook playbook, DraftModel model, ToneModel tone) {
    this.rules = playbook.drafts();
    this.reader = new LineReader(rules, playbook.lexicon(), model);
    this.tone = tone;
    this.bumps = new EmptyBump(playbook);
  }

  /** Checks a draft. */
  public DraftReport check(DraftRequest request) {
    Draft draft = Draft.of(request.text());
    List<DraftLine> lines = reader.read(draft);
    Asks asks = new Asks(draft, lines, rules.verbs());
    List<Finding> findings = new ArrayList<>();
    said(request, draft, lines, findings);
    formed(request, draft, lines, asks, findings);
    findings.removeIf(finding -> request.muted().contains(finding.problem()));
    findings.sort(Comparator.comparing(Finding::problem).thenComparing(Finding::start));
    Set<DraftProblem> problems =
        findings.stream().map(Finding::problem).collect(Collectors.toSet());
    Redraft untouched = Redraft.of(request.text(), List.of());
    Redraft rewrite =
        problems.isEmpty()
            ? untouched
            : Optional.of(new Rewriter(rules, draft, lines, asks, problems).rewrite())
                .filter(made -> Seams.hold(request.text(), made))
                .orElse(untouched);
    return new DraftReport(
        Scale.harsh(tone.of(draft.tokens()), lines),
        Scale.soft(findings, lines),
        lines.stream().anyMatch(DraftCheck::isKind),
        findings,
        places(asks, draft, lines),
        rewrite);
  }

  /** Where it asks, and where it proposes or commits to something, which is less than an ask. */
  private List<Ask> places(Asks asks, Draft draft, List<DraftLine> lines) {
    return Stream.concat(
            asks.places().stream(),
            lines.stream()
                .filter(line -> !asks.isAsking(line) && line.words() > 0)
                .filter(line -> tone.asks(draft.body(line.sentence())) >= LIKELY)
                .map(line -> new Ask(line.start(), line.end())))
        .sorted(Comparator.comparingInt(Ask::start))
        .toList();
  }

  private static boolean isKind(DraftLine line) {
    return line.signs().has(DraftSpeech.WARMTH) && !line.is(Role.HARSH);
  }

  /** What stands in the words. */
  private void said(
      DraftRequest request, Draft draft, List<DraftLine> lines, List<Finding> findings) {
    FactClaims claims = new FactClaims(request.facts());
    for (DraftLine line : lines) {
      for (DraftProblem problem : DraftProblem.values()) {
        if (problem.isSaid() && line.is(problem) && !isAllowed(problem, line, draft, request)) {
          findings.add(said(problem, line, draft));
        }
      }
      String words = draft.text().substring(line.start(), line.end());
      if (claims.isAgainst(draft.body(line.sentence()), words)) {
        findings.add(finding(DraftProblem.CONTRADICTS_FACT, line.start(), line.end()));
      }
    }
  }

  /**
   * A consequence with its four keys and a boss who agreed may be named from round 2 on (T-085,
   * T-087, T-202); the partner's own boss may not.
   */
  private static boolean isAllowed(
      DraftProblem problem, DraftLine line, Draft draft, DraftRequest request) {
    if (request.round() < 2) {
      return false;
    }
    return switch (problem) {
      case THREAT -> request.facts().threat().filter(Facts.Threat::hasAllKeys).isPresent();
      case BOSS_EARLY ->
          request.facts().boss().filter(Facts.Boss::consent).isPresent()
              && draft.body(line.sentence()).stream().map(Token::lower).noneMatch(THEIRS::contains);
      default -> false;
    };
  }

  private Finding said(DraftProblem problem, DraftLine line, Draft draft) {
    List<Hit<DraftRule.Sign>> hits = line.signs().of(problem);
    if (hits.isEmpty()) {
      return finding(problem, line.start(), line.end());
    }
    Hit<DraftRule.Sign> first =
        hits.stream().max(Comparator.comparingInt(hit -> hit.to() - hit.from())).orElseThrow();
    DraftRule rule = first.value().rule();
    return new Finding(
        problem,
        draft.tokens().get(first.from()).start(),
        draft.tokens().get(Math.max(first.from(), first.to() - 1)).end(),
        new CoachText(rule.why()),
        new CoachText(rule.instead()),
        rules.page(problem).cites());
  }

  /** What is missing, or too much. */
  private void formed(
      DraftRequest request, Draft draft, List<DraftLine> lines, Asks asks, List<Finding> findings) {
    int end = draft.text().length();
    boolean asking = !asks.asking().isEmpty();
    boolean explains = new Reasons(draft).in(lines);
    boolean bumping = !asking && !explains && lines.stream().anyMatch(line -> line.is(Role.BUMP));
    if (bumping || bumps.in(request.text()).isPresent()) {
      findings.add(finding(DraftProblem.EMPTY_BUMP, 0, end));
    }
    boolean answering =
        !asking
            && !bumping
            && lines.stream()
                .filter(line -> line.words() > 0)
                .allMatch(
                    line ->
                        line.signs().has(DraftSpeech.ANSWERS)
                            || line.signs().has(DraftSpeech.FORMULA)
                            || line.signs().has(DraftSpeech.COURTESY));
    if (answering) {
      return;
    }
    if (!asking) {
      findings.add(finding(DraftProblem.NO_ASK, 0, end));
    } else if (!explains && !asks.onlyAskForFacts()) {
      findings.add(finding(DraftProblem.NO_REASON, asks.places().get(0)));
    }
    if (asks.count() >= MANY_ASKS) {
      findings.add(
          asking
              ? finding(DraftProblem.MULTIPLE_ASKS, asks.places().get(0))
              : finding(DraftProblem.MULTIPLE_ASKS, 0, end));
    }
    if (lines.stream().noneMatch(line -> isQuestion(draft, line, asks))) {
      findings.add(
          asking
              ? finding(DraftProblem.NO_QUESTION, asks.places().get(0))
              : finding(DraftProblem.NO_QUESTION, 0, end));
    }
    int most = request.channel().equals(Optional.of(Channel.CHAT)) ? LONG_CHAT : LONG;
    if (draft.words(0, draft.tokens().size()) >= most) {
      findings.add(finding(DraftProblem.OVERLONG, 0, end));
    }
  }

  private Finding finding(DraftProblem problem, Ask place) {
    return finding(problem, place.start(), place.end());
  }

  private Finding finding(DraftProblem problem, int start, int end) {
    DraftPage page = rules.page(problem);
    return new Finding(
        problem,
        start,
        end,
        new CoachText(page.why()),
        new CoachText(page.instead()),
        page.cites());
  }

  private static boolean isQuestion(Draft draft, DraftLine line, Asks asks) {
    if (draft.isMarkedQuestion(line.sentence())) {
      return !line.is(Role.HARSH) || line.is(Role.ASK);
    }
    return line.signs().has(DraftSpeech.QUESTION)
        || (asks.isAsk(line)
            && line.signs().speech().stream()
                .anyMatch(
                    hit ->
                        hit.value() == DraftSpeech.ASKS && hit.from() == line.sentence().body()));
  }
}
