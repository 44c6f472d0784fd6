package dev.pushback.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a kind of partner usually takes for a kind of thing, and when one may ask about it,
 * until their own history says something better. A row of the table in waits.yaml.
 *
 * @param id its stable id
 * @param title in plain words
 * @param kinds the kinds of partner it is about
 * @param words by which the thing is recognised, in lower case; the first row of a kind is used
 *     when no word fits
 * @param median half of the answers are there by then
 * @param overdue nine of ten answers are there by then
 * @param askFrom when to ask for the first time; for a due date, how long before it
 * @param thenEvery the gap between further questions
 * @param rudeBefore a question sooner than this after the last message is rude; after a question,
 *     the gap of thenEvery counts if it is shorter
 * @param max how often to ask before the channel or the person has to change
 * @param widening by what each gap is longer than the one before; 1 for equal gaps
 * @param dueAfter when a payment is due unless a date was named; empty for everything that is not
 *     counted from a due date
 * @param afterMax what to try when asking did not help, told to the person
 * @param cites techniques or sources
 */
public record WaitingDefault(
    String id,
    String title,
    List<String> kinds,
    List<String> words,
    Wait median,
    Wait overdue,
    Wait askFrom,
    Wait thenEvery,
    Wait rudeBefore,
    int max,
    double widening,
    Optional<Wait> dueAfter,
    String afterMax,
    List<String> cites) {
  private static final double NOMINAL_DAY = 8;

  /** Checks that the row can be used. */
  public WaitingDefault {
    Checks.present("title", title);
    Checks.present("after_max", afterMax);
    kinds = List.copyOf(kinds);
    words = List.copyOf(words);
    cites = Checks.cites(cites);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("'kinds' is missing; name the kinds of partner");
    }
    if (dueAfter.isEmpty()
        && !(median.amount() > 0 && median.hours(NOMINAL_DAY) < overdue.hours(NOMINAL_DAY))) {
      throw new IllegalArgumentException("'median' must be more than nothing and before 'overdue'");
    }
    if (max < 1 || max > 20) {
      throw new IllegalArgumentException("'max' must be from 1 to 20, not " + max);
    }
    if (!(widening >= 1 && widening <= 3)) {
      throw new IllegalArgumentException("'widening' must be from 1 to 3, not " + widening);
    }
  }

  /** How many of its words stand in the text, as whole words, singular or plural. */
  int fits(String item) {
    String text = item.toLowerCase(Locale.ROOT);
    return (int) words.stream().filter(word -> stands(word, text)).count();
  }

  private static boolean stands(String word, String text) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if (end < text.length() && text.charAt(end) == 's') {
        end++;
      }
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
