package dev.pushback.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.DraftProblem.Side;
import dev.pushback.script.Channel;
import dev.pushback.situation.Screening;
import dev.pushback.tone.DraftReport;
import dev.pushback.tone.DraftRequest;
import dev.pushback.tone.DraftScreening;
import dev.pushback.tone.Finding;
import java.util.Optional;
import java.util.Set;

/**
 * The operation {@code check}: how a draft will land. Places count UTF-16 units of the text as it
 * came.
 */
final class CheckOp {
  private final Knowledge knowledge;
  private final DraftScreening screening;

  CheckOp(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.screening = new DraftScreening(knowledge.screening());
  }

  /**
   * Checks.
   *
   * @param round which exchange about the item it belongs to
   * @param channel where it will be sent, if that was said
   */
  void answer(JsonNode in, String text, int round, Optional<Channel> channel, ObjectNode out)
      throws BadLine {
    String clean = Screening.cleanInPlace(text);
    Optional<Screening.Problem> problem = screening.problem(clean);
    if (problem.isPresent()) {
      throw new BadLine("bad-value", knowledge.playbook().notice(problem.get().id()).say());
    }
    DraftReport report =
        knowledge
            .drafts()
            .get()
            .check(
                new DraftRequest(
                    DraftScreening.own(clean),
                    round,
                    channel,
                    JsonFields.facts(in.path("facts")),
                    Set.of()));
    out.put("harsh", JsonFields.rounded(report.harsh()));
    out.put("soft", JsonFields.rounded(report.soft()));
    ArrayNode problems = out.putArray("problems");
    ArrayNode asks = out.putArray("asks");
    String rewrite = report.rewrite().words().words();
    out.put("rewrite", text.contains("\r\n") ? rewrite.replace(" \n", "\n") : rewrite);
    ArrayNode honesty = out.putArray("honesty");
    for (Finding finding : report.findings()) {
      put(finding, finding.problem().side() == Side.HONESTY ? honesty : problems);
    }
    report.asks().forEach(ask -> asks.addObject().put("start", ask.start()).put("end", ask.end()));
  }

  private static void put(Finding finding, ArrayNode out) {
    out.addObject()
        .put("id", finding.problem().id())
        .put("start", finding.start())
        .put("end", finding.end())
        .put("why", finding.why().words())
        .put("instead", finding.instead().words());
  }
}
