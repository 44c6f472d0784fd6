package dev.pushback.script;

import dev.pushback.situation.Slot;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether typed words can stand as a thing in a sentence, and gives them an article. In doubt
 * they can't: a blank is better than bad English.
 */
final class NounPhrase {
  private static final Pattern DETERMINER =
      Pattern.compile(
          "^(?:the|a|an|our|your|my|their|his|her|its|this|that|these|those|some|any|no|all|both|"
              + "each|every|another|one|two|three|four|five|six|seven|eight|nine|ten|half|more|less|"
              + "fewer|only|someone|somebody|something|anything|everything|whatever|what|at|in|on|"
              + "before|after|by|until|from|within|net|less|better|faster|mid|early|late|next|last)\\b.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEAD_END =
      Pattern.compile(" (?:of|for|in|on|by|from|with|without|at|to|and|or|before|after|until) .*");

  /** Takes no article when nothing is said about it. */
  private static final Pattern MASS =
      Pattern.compile(
          "^(?:early|free|full|equal|proper|written|direct|exclusive|replacement|exclusivity|access|payment|delivery|compensation"
              + "|confirmation|feedback|help|support|parking|breakfast|training|wifi|clarity|silence|net|face)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_NOUN_START =
      Pattern.compile(
          "^(?:onto|through|as|still|during|over|than|instead|not|to|you|us|we|i|me|them|it|open|fit|fits|stop|make|be|is|are"
              + "|have|get|let|do|does|go|going|say|says|said|having|by|per|about|around|if|because|how|why|please|pls|only if"
              + "|just|really|until|unless|\\+|-)\\b|^[+-]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_NOUN_INSIDE =
      Pattern.compile(
          ".\\b(?:is|are|was|were|has|stays?|stops?|covers|says|can|will|would|should|must|if|because|don't|doesn't|won't|can't|isn't"
              + "|gets?|goes|keeps?|wants?|needs?|thinks?|having|you|them|i|we|he|she)\\b|. (?!(?:deed|feed|bed|seed|shed|speed)\\b)\\p{L}+ed(?= (?:by|for|in|on|to|over|from|before|at)\\b|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_NOUN_END =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/-])(?:the|an?|our|your|over|in|for|of|and|or|with|without|to|at|on|by|per|from|than|as|extra|fine|only|quicker|sooner|faster|earlier|later"
              + "|cheaper|lower|back|already|instead|again|up|out|off|too|also|ever|now|then|year|ago|moves|slips|begins|arrives|comes|non-refundable|refusal|reply|wording|email|mail)$",
          Pattern.CASE_INSENSITIVE);

  /** At least one word that means something by itself. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "\\b(?!(?:the|an|our|your|all|any|some|this|that|these|those|least|most|more|less|it|and|or|for|with|in|on|at|to|of|by|be|us|you)\\b)[\\p{L}\\p{N}/'-]{2,}",
          Pattern.CASE_INSENSITIVE);

  private NounPhrase() {}

  /** Whether the words can stand as a thing, whatever article they get. */
  static boolean isThing(String said) {
    return CONTENT.matcher(said).find()
        && !NO_NOUN_START.matcher(said).find()
        && !NO_NOUN_INSIDE.matcher(said).find()
        && !NO_NOUN_END.matcher(said).find();
  }

  /** A noun with the article it had in the text, or with one that serves. */
  static Optional<String> of(Slot slot, String words, String text) {
    String before = text.substring(0, slot.start()).stripTrailing();
    boolean startsSentence =
        before.isEmpty() || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
    String said = startsSentence ? lowerStart(words) : words;
    if (before.endsWith(" to") || !isThing(said)) {
      return Optional.empty();
    }
    if (DETERMINER.matcher(said).matches() || Character.isDigit(said.charAt(0)) || isName(said)) {
      return Optional.of(said);
    }
    String last =
        before
            .substring(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1)
            .toLowerCase(Locale.ROOT);
    return Optional.of(
        switch (last) {
          case "a",
              "an",
              "the",
              "our",
              "this",
              "that",
              "these",
              "those",
              "some",
              "more",
              "another" ->
              last + " " + said;
          case "my" -> "our " + said;
          case "their" -> "your " + said;
          case "his", "her", "its" -> "the " + said;
          default -> isPlural(said) || MASS.matcher(said).find() ? said : "the " + said;
        });
  }

  private static boolean isName(String said) {
    return !said.equals(said.toLowerCase(Locale.ROOT)) && Character.isUpperCase(said.charAt(0));
  }

  /** Whether the noun is probably plural, so that it needs no article. */
  private static boolean isPlural(String said) {
    String head = HEAD_END.matcher(said).replaceFirst("");
    return head.endsWith("s") && !head.endsWith("ss");
  }

  /** Inside a sentence a typed capital at the start is only kept for names and "I". */
  static String lowerStart(String said) {
    int space = said.indexOf(' ');
    String first = space < 0 ? said : said.substring(0, space);
    boolean plainWord =
        first.length() > 1
            && first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
    return plainWord && !first.equals("I") && !first.startsWith("I'")
        ? Character.toLowerCase(said.charAt(0)) + said.substring(1)
        : said;
  }
}
