package dev.pushback.coach;

import dev.pushback.situation.Reading;
import dev.pushback.situation.Slot;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person told in fields, and the text made of it: their own words, each part on a line of
 * its own. The text can be taken apart again.
 *
 * @param want what they'd like
 * @param why the reason
 * @param their what the partner said or wants, in the partner's words
 */
record Told(String want, String why, String their) {
  /** Nothing. */
  static final Told NOTHING = new Told("", "", "");

  private static final String WANT = "We want ";
  private static final String WHY = "Because ";
  private static final String WISH = "They want ";
  private static final String QUOTE = "They wrote: \"";

  private static final int LONGEST_WISH = 12;

  /** A verb that "to" has to stand before. */
  private static final Pattern DEED =
      Pattern.compile(
          "(?i)(?:accept|add|agree|arrange|ask|avoid|be|begin|book|bring|buy|cancel|change|check|choose"
              + "|close|come|confirm|continue|cut|decide|deliver|do|drop|end|extend|find|finish|fix|get|give"
              + "|go|have|hear|hold|include|keep|know|leave|let|limit|lower|make|meet|move|negotiate|not|open"
              + "|pay|postpone|push|put|receive|reduce|remove|renew|replace|reschedule|return|say|see|send|settle"
              + "|share|shift|sign|skip|speak|split|start|stay|stick|stop|switch|take|talk|terminate|understand"
              + "|use|wait|work|(?!half|all|both|only|just|at|in|on|by|from|with|for|before|after|until|more"
              + "|less|no|as|to|about|than|instead|what|who|some|double|twice|quite|such|rather|under|over"
              + "|within|without|during|\\w+day|that|this|these|those|one|two|three)\\p{L}+"
              + "(?= (?:the|an?|our|my|it|them|us|this|that|these|those) )) (?!is\\b|of\\b|for (?:the|our|a)\\b)");

  /** What says by itself who wants it. */
  private static final Pattern OWN_SENTENCE =
      Pattern.compile(
          "(?i)(?:we|we'd|we'll|we're|we've|i|i'd|i'm|i'll|could|can|please|my|ask(?: them)? (?:for|to)"
              + ")\\b.*");

  private static final Pattern ABOUT_THEM =
      Pattern.compile("(?is)(?:they|they're|they've|they'll|he|he's|she|she's|their)\\b.*");

  /** What stands between a thing and its day. */
  private static final Pattern DAY_FOLLOWS =
      Pattern.compile("(?i)\\s+(?:(?:in|on|by|at|for|from|until|to|of|before|after)\\s+)?");

  /** Words of somebody who speaks for themselves, or of a whole sentence. */
  private static final Pattern SPEAKS =
      Pattern.compile(
          "(?is).*(?:\\b(?:we|we're|we'll|we've|we'd|i|i'm|i'll|i've|i'd|you|your|our|us|me|my|is|are"
              + "|isn't|aren't|was|were|will|won't|can|can't|cannot|don't|doesn't|must|has|have|please|no"
              + "|yes|hello|hi|dear|sorry|thanks)\\b|[.!?\\n]|\\p{L} (?:moves?|moved|goes|went|comes|came"
              + "|takes|took|costs|needs|needed|stays|starts|ends|begins|became|would|could|should|may|might"
              + "|increased|raised|changed|cancelled|refused|sent|told|said)\\b).*");

  /** Folds what stands on one line. */
  Told {
    want = folded(want);
    why = folded(why).replaceFirst("(?i)^because ", "");
    their = their.strip();
  }

  private static String folded(String words) {
    return words.strip().replaceAll("\\s+", " ").replaceFirst("[.;, ]+$", "");
  }

  boolean isEmpty() {
    return equals(NOTHING);
  }

  /** The text that is read. Its last line ends, as no text does that somebody typed. */
  String text() {
    return Stream.of(wantLine(), whyLine(), theirLine())
        .filter(line -> !line.isEmpty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private String wantLine() {
    if (want.isEmpty()) {
      return "";
    }
    if (OWN_SENTENCE.matcher(want).matches()) {
      return ended(Character.toUpperCase(want.charAt(0)) + want.substring(1));
    }
    return ended(
        DEED.matcher(want).lookingAt()
            ? WANT + "to " + Character.toLowerCase(want.charAt(0)) + want.substring(1)
            : WANT + want);
  }

  private String whyLine() {
    return why.isEmpty() ? "" : ended(WHY + why);
  }

  private static String ended(String line) {
    return line.endsWith("!") || line.endsWith("?") ? line : line + ".";
  }

  private String theirLine() {
    if (their.isEmpty()) {
      return "";
    }
    if (ABOUT_THEM.matcher(their).matches() && !their.contains("\n")) {
      return Character.toUpperCase(their.charAt(0)) + their.substring(1);
    }
    return isWish() ? WISH + their : QUOTE + their + "\"";
  }

  /** Whether all that the partner said is named as a thing: "the kick-off in February". */
  boolean isWish() {
    return !their.isEmpty()
        && their.split("\\s+").length <= LONGEST_WISH
        && !ABOUT_THEM.matcher(their).matches()
        && !SPEAKS.matcher(their).matches();
  }

  /** What was told, if the text was made of it. */
  static Optional<Told> in(String text) {
    if (!text.endsWith("\n")) {
      return Optional.empty();
    }
    String rest = text.substring(0, text.length() - 1);
    String want = "";
    String why = "";
    if (!rest.startsWith(WHY) && !rest.startsWith(QUOTE) && !ABOUT_THEM.matcher(rest).matches()) {
      want = firstLine(rest);
      rest = afterLine(rest);
    }
    if (rest.startsWith(WHY)) {
      why = firstLine(rest).substring(WHY.length());
      rest = afterLine(rest);
    }
    String theirs = rest;
    String wanted = want;
    String reason = why;
    return Stream.of(wanted, unprefixed(wanted, WANT), unprefixed(wanted, WANT + "to "))
        .flatMap(
            one ->
                Stream.of(theirs, unprefixed(theirs, WISH), unquoted(theirs))
                    .map(other -> new Told(one, reason, other)))
        .filter(told -> told.text().equals(text))
        .min(Comparator.comparingInt(told -> told.want().length() + told.their().length()));
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String afterLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1);
  }

  private static String unprefixed(String line, String prefix) {
    return line.startsWith(prefix) ? line.substring(prefix.length()) : line;
  }

  private static String unquoted(String line) {
    return line.startsWith(QUOTE) && line.length() > QUOTE.length()
        ? line.substring(QUOTE.length(), line.length() - 1)
        : line;
  }

  /** What was told, in fields or in a sentence of the person's own. */
  static Told of(Conversation talk) {
    return in(talk.item().text()).or(() -> talk.reading().map(Told::slots)).orElse(NOTHING);
  }

  private static Told slots(Reading reading) {
    return new Told(
        words(reading.slots().want()),
        words(reading.slots().reason()),
        reading.slots().theyWant().map(slot -> dated(slot, reading)).orElse(""));
  }

  /** With the day that follows it: "the kick-off" in "the kick-off in February". */
  private static String dated(Slot slot, Reading reading) {
    return reading.slots().dates().stream()
        .filter(date -> date.start() > slot.end())
        .filter(
            date ->
                DAY_FOLLOWS.matcher(reading.text().substring(slot.end(), date.start())).matches())
        .findFirst()
        .map(date -> reading.text().substring(slot.start(), date.end()))
        .orElseGet(slot::text);
  }

  private static String words(Optional<Slot> slot) {
    return slot.map(Slot::text).orElse("");
  }
}
