package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fits dates and lengths of time as they were typed: "to April", "by the 10th", "for five weeks".
 */
final class Times {
  private static final Pattern SEASON =
      Pattern.compile(
          "spring|summer|autumn|fall|winter|easter|christmas|xmas|ramadan|eid|diwali|new|noon|midnight|morning"
              + "|evening|tomorrow|today|tonight|holidays?|harvest|mid.*|term|semester|season|rains");
  private static final Pattern LOOSE_POINT =
      Pattern.compile("^(?:this (?:week|month|year)|after)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "\\b(?:every|each|daily|weekly|monthly|fortnightly|quarterly|twice|times|once)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DURATION_WORD =
      Pattern.compile(
          ".*\\b(?:days?|weeks?|months?|years?|hours?|minutes?|hrs?|wks?|yrs?|mins?|mths?|nights?|"
              + "quarters?)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POINT_START =
      Pattern.compile(
          "^(?:next|this|last|end|the end|the first|first week|mid|early|late|by|before|after|"
              + "the week|week|\\d+(?:st|nd|rd|th) week|the \\d+).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OWN_PREPOSITION =
      Pattern.compile(
          "^(?:by|before|until|till|in|on|at|from|since|within|for|as of|around|about)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_OR_AFTER =
      Pattern.compile("^(?:before|after|over|more|less|about)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_WAIT =
      Pattern.compile(".*\\b(for|since|been)\\s+(?:over |about |almost |nearly |more than )?$");
  private static final Pattern BEFORE_PROMISE =
      Pattern.compile(
          ".*\\b(?:due|promised(?: (?:us|it|them|me))?(?: (?:by|for|on))?|supposed to (?:be|come) \\w* ?(?:by|on)?)\\s+(?:on |by |for |last )?$");
  private static final Set<Situation> ABOUT_DATES =
      EnumSet.of(Situation.SCHEDULE_LATER, Situation.SCHEDULE_SOONER, Situation.MISSED_DEADLINE);

  private final Lexicon lexicon;
  private final Wording wording;

  Times(Lexicon lexicon, Wording wording) {
    this.lexicon = lexicon;
    this.wording = wording;
  }

  /**
   * A date or a length of time that was named within a wish.
   *
   * @param whose {@code want} or {@code theirs}
   */
  void named(Map<String, String> words, String whose, List<Slot> dates, Reading reading) {
    if (dates.size() != 1) {
      return;
    }
    Situation situation = reading.situation();
    wording
        .toPartner(dates.get(0).text())
        .ifPresent(
            when -> {
              if (isDuration(when)) {
                if (whose.equals("want")) {
                  words.put("want.span", when);
                }
                if (situation == Situation.TERMS || situation == Situation.DEADLOCK) {
                  words.put(whose + ".sum", when);
                }
              } else if (isUsablePoint(when, situation)) {
                words.put(whose + ".when", point(when, dates.get(0), reading.text()));
              }
            });
  }

  /** Since when we have been waiting, and what was promised, if the text says so. */
  void waiting(Map<String, String> words, Reading reading) {
    boolean waits =
        reading.situation() == Situation.APPROVAL_SLOW || reading.situation() == Situation.NO_REPLY;
    for (Slot date : reading.slots().dates()) {
      String before = reading.text().substring(0, date.start()).toLowerCase(Locale.ROOT);
      Matcher waiting = BEFORE_WAIT.matcher(before);
      Optional<String> when =
          wording
              .toPartner(date.text())
              .filter(w -> !BEFORE_OR_AFTER.matcher(w).find())
              .map(Times::bare);
      if (waits && when.isPresent() && waiting.matches()) {
        boolean since = waiting.group(1).equals("since");
        if (since != isDuration(when.get())) {
          words.putIfAbsent("waited", (since ? "since " : "for ") + when.get());
        }
      }
      if (reading.situation() == Situation.MISSED_DEADLINE
          && when.isPresent()
          && !isDuration(when.get())
          && BEFORE_PROMISE.matcher(before).matches()) {
        words.putIfAbsent("promised.when", when.get());
      }
    }
  }

  /** Whether "move it to …" or "have it by …" can be said with this date. */
  private boolean isUsablePoint(String when, Situation situation) {
    boolean loose = LOOSE_POINT.matcher(when).find();
    return ABOUT_DATES.contains(situation)
        && !(loose && situation != Situation.SCHEDULE_LATER)
        && !FREQUENCY.matcher(when).find()
        && Token.of(when).stream().anyMatch(this::namesTime);
  }

  private boolean namesTime(Token token) {
    return token.hasDigit()
        || lexicon.isIn("month", token.lower())
        || lexicon.isIn("weekday", token.lower())
        || lexicon.isIn("time-units", token.lower())
        || SEASON.matcher(token.lower()).matches();
  }

  /** Whether a date tells how long and not when. */
  static boolean isDuration(String when) {
    return DURATION_WORD.matcher(when).matches() && !POINT_START.matcher(when).matches();
  }

  /** A date as it stands after "to" or "by": without a preposition, with its article. */
  private static String point(String when, Slot date, String text) {
    String bare = bare(when);
    String before = text.substring(0, date.start()).stripTrailing().toLowerCase(Locale.ROOT);
    boolean article =
        before.endsWith(" the")
            || bare.matches(
                "(?i)(?:end|beginning|start|middle|first|last|second|\\d+(?:st|nd|rd|th))\\b.*");
    return article && !bare.startsWith("the ") ? "the " + bare : bare;
  }

  /** Without its preposition; "after Easter" keeps it, since "Easter" would be another date. */
  static String bare(String when) {
    return OWN_PREPOSITION.matcher(when).replaceFirst("");
  }
}
