package dev.pushback.tone;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.playbook.DraftPage;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRule;
import dev.pushback.playbook.DraftRules;
import dev.pushback.playbook.DraftSpeech;
import dev.pushback.playbook.Playbook;
import dev.pushback.script.Channel;
import dev.pushback.script.CoachText;
import dev.pushback.script.EmptyBump;
import dev.pushback.script.Redraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a message before it is sent: how it will land, and whether the ask is in it. Few findings,
 * and better none than a wrong one. Safe for use by many threads.
 */
public final class DraftCheck {
  private static final int MANY_ASKS = 4;
  private static final int LONG = 175;
  private static final int LONG_CHAT = 120;

  private final DraftRules rules;
  private final DraftReader reader;
  private final ToneModel tone;
  private final EmptyBump bumps;

  /**
   * @param playbook the words
   * @param model what was learned from labelled drafts
   * @param tone what was learned from what people find rude or kind
   */
  public DraftCheck(Playbook playbook, DraftModel model, ToneModel tone) {
    this.tone = tone;
    this.rules = playbook.drafts();
    this.reader = new DraftReader(rules, playbook.lexicon(), model);
    this.bumps = new EmptyBump(playbook);
  }

  /** Checks a draft. */
  public DraftReport check(DraftRequest request) {
    Draft draft = Draft.of(request.text());
    List<DraftLine> lines = reader.read(draft);
    Asks asks = new Asks(draft, lines, rules.verbs());
    List<Finding> findings = new ArrayList<>();
    worded(DraftProblem.THREAT, lines, findings);
    worded(DraftProblem.HARSH, lines, findings);
    worded(DraftProblem.BLAME, lines, findings);
    worded(DraftProblem.BOSS_EARLY, lines, findings);
    worded(DraftProblem.APOLOGETIC, lines, findings);
    worded(DraftProblem.HEDGED_ASK, lines, findings);
    boolean asksForSomething = !asks.places().isEmpty();
    int words = draft.words(0, draft.tokens().size());
    Finding all = whole(DraftProblem.NO_ASK, draft);
    if (bumps.in(request.text()).isPresent()
        || (!asksForSomething
            && lines.stream().anyMatch(line -> line.is(Role.BUMP))
            && !new Reasons(draft).in(lines))) {
      findings.add(whole(DraftProblem.EMPTY_BUMP, draft));
    }
    if (!asksForSomething) {
      findings.add(all);
    } else if (!new Reasons(draft).in(lines)) {
      findings.add(whole(DraftProblem.NO_REASON, draft));
    }
    if (asks.count() >= MANY_ASKS) {
      findings.add(whole(DraftProblem.MULTIPLE_ASKS, draft));
    }
    if (lines.stream().noneMatch(line -> isQuestion(draft, line))) {
      findings.add(whole(DraftProblem.NO_QUESTION, draft));
    }
    if (words >= (request.channel().equals(Optional.of(Channel.CHAT)) ? LONG_CHAT : LONG)) {
      findings.add(whole(DraftProblem.OVERLONG, draft));
    }
    findings.removeIf(finding -> request.muted().contains(finding.problem()));
    findings.sort(Comparator.comparing(Finding::problem));
    boolean warm =
        lines.stream()
            .anyMatch(line -> line.signs().has(DraftSpeech.WARMTH) && !line.is(Role.HARSH));
    Set<DraftProblem> problems =
        findings.stream().map(Finding::problem).collect(Collectors.toSet());
    Redraft rewrite =
        new Rewriter(rules, draft, lines, asks, problems).rewrite(bumps.better().words());
    return new DraftReport(
        tone.of(draft.tokens()).harsh(), 0, warm, findings, asks.places(), rewrite);
  }

  private void worded(DraftProblem problem, List<DraftLine> lines, List<Finding> findings) {
    for (DraftLine line : lines) {
      if (line.is(problem)) {
        List<Hit<DraftRule.Sign>> hits = line.signs().of(problem);
        DraftPage page = rules.page(problem);
        findings.add(
            new Finding(
                problem,
                line.start(),
                line.end(),
                new CoachText(hits.isEmpty() ? page.why() : hits.get(0).value().rule().why()),
                new CoachText(
                    hits.isEmpty() ? page.instead() : hits.get(0).value().rule().instead()),
                page.cites()));
      }
    }
  }

  private Finding whole(DraftProblem problem, Draft draft) {
    DraftPage page = rules.page(problem);
    return new Finding(
        problem,
        0,
        draft.text().length(),
        new CoachText(page.why()),
        new CoachText(page.instead()),
        page.cites());
  }

  private static boolean isQuestion(Draft draft, DraftLine line) {
    if (draft.isMarkedQuestion(line.sentence())) {
      return !line.is(Role.HARSH) || line.is(Role.ASK);
    }
    return line.signs().has(DraftSpeech.QUESTION)
        || (line.is(Role.ASK)
            && line.signs().speech().stream()
                .anyMatch(
                    hit ->
                        hit.value() == DraftSpeech.ASKS && hit.from() == line.sentence().body()));
  }
}
