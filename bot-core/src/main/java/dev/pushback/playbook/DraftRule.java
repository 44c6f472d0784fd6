package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Words by which a problem is recognised in a draft.
 *
 * @param id what kind of the problem they are
 * @param problem what they are a sign of
 * @param why why it matters, told to the person
 * @param instead better words, or how to find them
 * @param cut how much the rewrite takes out
 */
public record DraftRule(String id, DraftProblem problem, String why, String instead, Cut cut) {
  /** Checks that it is explained. */
  public DraftRule {
    Checks.present("id", id);
    Checks.present("why", why);
    Checks.present("instead", instead);
  }

  /** How much the rewrite takes out. */
  public enum Cut {
    /** The words alone. */
    WORDS,
    /** The clause they stand in. */
    CLAUSE,
    /** The sentence they stand in. */
    SENTENCE,
    /** Nothing: the sentence is made a question. */
    QUESTION,
    /** Nothing: taking the words out alone would leave no sentence. */
    NOTHING;

    /** The name used in files. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Cut byId(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "'cut' must be words, clause, sentence, question or nothing, not " + id));
    }
  }

  /**
   * One phrase of a rule.
   *
   * @param rule what it is a sign of
   * @param better what stands in its place in the rewrite, if that is known; {@code {}} is what
   *     stood in its last gap
   * @param isExcuse whether it is no sign, but an exception: words that only look the same
   */
  public record Sign(DraftRule rule, Optional<Better> better, boolean isExcuse) {}

  /**
   * Better words.
   *
   * @param words may be empty
   * @param isForAll whether they stand in the place of the whole sentence, and not only of the
   *     words that were found
   */
  public record Better(String words, boolean isForAll) {}
}
