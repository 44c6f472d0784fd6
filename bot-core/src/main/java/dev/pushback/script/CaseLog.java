package dev.pushback.script;

import java.util.List;
import java.util.Optional;

/**
 * What a report on a whole case is written from; what isn't in it stays blank in the report.
 *
 * @param partner who it is about, if known
 * @param asked what was asked for in each round, in order
 * @param raised the facts and offers that were put to them
 * @param answers why they refused, in their words, in order
 * @param got what was got from them
 * @param gave what was given to them
 * @param options the ways that the person sees
 * @param preferred which of them the person would take
 * @param need what is needed from the boss
 */
public record CaseLog(
    Optional<String> partner,
    List<String> asked,
    List<String> raised,
    List<String> answers,
    List<String> got,
    List<String> gave,
    List<String> options,
    Optional<String> preferred,
    Optional<String> need) {
  /** Copies the lists. */
  public CaseLog {
    asked = List.copyOf(asked);
    raised = List.copyOf(raised);
    answers = List.copyOf(answers);
    got = List.copyOf(got);
    gave = List.copyOf(gave);
    options = List.copyOf(options);
  }
}
