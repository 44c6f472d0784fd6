package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.situation.Slot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a reason that somebody typed into a sentence the partner can understand by itself. */
final class ReasonSentence {
  private static final Pattern LOOSE_START =
      Pattern.compile(
          "^(?:it's|its|it is|it was|that|that's|those|these|this|if|next one|you're|you are|you|and|but|or|so|then|which|who|to|as"
              + "|how|why|what|when|where|because|not|yes|no,|ok)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOSE_END =
      Pattern.compile(
          "(?:\\b(?:i thought|i think|i know|though|tho|is|isn't|are|aren't|was|the|a|an|and|or|of|for|to|with|at|on|by|from|my|our"
              + "|your|too|either|anyway|lately|in the middle|not)|^\\D*\\b(?:in|for|to) \\d+)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHERS =
      Pattern.compile(
          "^(?:my|our|the|two|three|four|five|several|many|half of|most of|all of|some of|both)\\b[^.]*\\b(?:s|people|staff|team|volunteers|crew|children|kids|patients|guests|members|students|cooks|customers|families|speakers|artists|visitors|participants|colleagues|actors|musicians|donors"
              + "|teachers|parents|employees|attendees|readers|tenants|drivers|exhibitors|trainees|partners)\\b.*\\b(?:you|your|yours)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHOUT_WE =
      Pattern.compile(
          "^(?:can't|cannot|won't|need|have|had|got|already|agreed|ordered|paid|signed|booked|don't|haven't|never|only have|are)\\b(?! (?:is|was|are|were|has)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_NOUN =
      Pattern.compile(
          "^(?!(?:the|a|an|our|my|your|we|i|it|they|you|there|this|that|some|all|half|most|no|two|three|four|five|six|seven|eight|nine|ten|both|each|every|everyone|everybody|nobody|someone|people|one|what|only|last|next)\\b)"
              + "\\p{Ll}+ (?:is|isn't|was|wasn't|has|hasn't|opens|closes|starts|ends|leaves|covers|blocks|prints|meets|needs|won't|can't|doesn't|goes|begins|says|runs|sits|lands|expires)\\b");
  private static final Pattern CLAUSE_START =
      Pattern.compile(
          "(?:[,.;:!?)(\\n–—&+-]|->|→|\\b(?:because|since|as|cause|cos|bc|and|but|so|while|when|given|given"
              + " that|though|although|plus|that))$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "[.;!?)(\\n]+(?=\\s|$)|,(?=\\s)|\\s[–—-]+\\s|\\s(?=(?:and|but|so|because|while|which) (?:i|we|they|he|she|it|the|how|what|can|now|then)\\b)|$",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 24;
  private static final int SHORTEST = 3;

  private final Lexicon lexicon;

  ReasonSentence(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The reason with the subject that chat style drops; nothing if it can't stand alone. */
  Optional<String> of(String said) {
    int length = (int) Token.of(said).stream().filter(Token::isWord).count();
    boolean standsAlone =
        !LOOSE_START.matcher(said).find()
            && !LOOSE_END.matcher(said).find()
            && !isAboutOthers(said);
    return standsAlone && length >= SHORTEST && length <= LONGEST
        ? Optional.of(withSubject(said))
        : Optional.empty();
  }

  /** Whether "you" in it may have been a "they" that were not the partner: our guests, my staff. */
  private static boolean isAboutOthers(String said) {
    return OTHERS.matcher(said).find();
  }

  /** Chat style drops "the" and "we" at the start; a sentence needs them. */
  private String withSubject(String said) {
    if (WITHOUT_WE.matcher(said).find()) {
      return "we " + Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }
    String first = Token.of(said).get(0).lower();
    Matcher bareNoun = BARE_NOUN.matcher(said);
    boolean isThing = !lexicon.isIn("month", first) && !lexicon.isIn("weekday", first);
    return bareNoun.find() && isThing ? "the " + said : said;
  }

  /**
   * The clause that the slot stands for, up to where the clause ends; nothing when the slot begins
   * in the middle of one. A reason cut short would make no sense to the partner.
   */
  static Optional<String> wholeClause(Slot slot, String text) {
    String before = text.substring(0, slot.start()).stripTrailing();
    if (!before.isEmpty() && !CLAUSE_START.matcher(before).find()) {
      return Optional.empty();
    }
    Matcher end = CLAUSE_END.matcher(text);
    int until = end.find(slot.end()) ? end.start() : text.length();
    return Optional.of(text.substring(slot.start(), until));
  }
}
