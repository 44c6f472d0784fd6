package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.situation.Slot;
import dev.pushback.situation.ThoughtReading;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A combative thought keeps its limit, loses its heat and ends in a joint question. */
class ReframeWriterTest {
  private static final Knowledge KNOWLEDGE = TestKnowledge.get();
  private static final String THOUGHT = "they're idiots, we can't pay more than 4k";

  @Test
  void theLimitStaysInThePersonsOwnWords() {
    Slot limit = new Slot("we can't pay more than 4k", 16, 41);

    Reframe reframe =
        KNOWLEDGE.reframes().write(new ThoughtReading(THOUGHT, "incompetent", Optional.of(limit)));

    assertThat(reframe.keeps()).isEqualTo("we can't pay more than 4k");
    assertThat(reframe.reframe().words()).contains("we can't pay more than 4k");
    assertThat(reframe.reframe().words()).doesNotContain("idiots");
  }

  @Test
  void withoutALimitTheCoachAsksForOne() {
    Reframe reframe =
        KNOWLEDGE
            .reframes()
            .write(new ThoughtReading("they're idiots", "incompetent", Optional.empty()));

    assertThat(reframe.keeps()).isEmpty();
    assertThat(reframe.reframe().words()).contains("What is your limit here?");
  }

  @Test
  void everyGrievanceEndsInAQuestionToThePartner() {
    KNOWLEDGE
        .playbook()
        .reframes()
        .forEach(
            (grievance, page) -> {
              Reframe reframe =
                  KNOWLEDGE.reframes().write(new ThoughtReading("hm", grievance, Optional.empty()));

              assertThat(reframe.question().words()).as(grievance).endsWith("?");
              assertThat(reframe.cites()).as(grievance).isNotEmpty();
              assertThat(KNOWLEDGE.playbook().guard().claims(reframe.question().words()))
                  .as(grievance)
                  .isEmpty();
            });
  }
}
