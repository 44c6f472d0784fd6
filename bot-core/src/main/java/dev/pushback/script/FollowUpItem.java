package dev.pushback.script;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Token;
import dev.pushback.playbook.Guard;
import dev.pushback.playbook.Guard.Claim;
import dev.pushback.playbook.Ladder;
import dev.pushback.playbook.Playbook;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fits what somebody waits for into a sentence: "signed NDA" becomes "the signed NDA", "invoice
 * 2217" stays, "approve the logo" becomes "the approval of the logo". What can't be fitted is left
 * to the person.
 */
final class FollowUpItem {
  /** What stands for a thing that can't be fitted. */
  static final String BLANK = "[what you're waiting for]";

  private static final int LONGEST = 10;

  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:waiting (?:for|on)|to get|to receive|get|receive|to|about|re|for|on)[: ]+)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING =
      Pattern.compile(
          "\\s+(?:back|please|pls|asap|again|from them|to us|to me|they owe us|owed|done|"
              + "they promised(?: us)?|by them|at last)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DETERMINED =
      Pattern.compile(
          "^(?:the|a|an|my|our|your|his|her|their|its|this|that|these|those|some|any|all|both|each|every|"
              + "another|half|\\p{L}+['’]s|\\p{L}+s['’])\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** Known by its number: "invoice 2217", "PO 991". */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:\\p{Ll}+ )?(?:invoices?|order|ticket|po|case|contract|round|phase|lot|file|permit|claim|request|"
              + "quote|application|bill|milestone|version|chapters?|part|room|item|batch|job)"
              + " (?:no\\.? ?|number |nr\\.? ?|#)?(?:\\p{L}{0,4}-?)?\\d[\\p{L}\\d/-]*(?: .*)?$",
          Pattern.CASE_INSENSITIVE);

  /** Begins with what is no thing yet: "someone to call back", "whether they agree". */
  private static final Pattern NO_THING =
      Pattern.compile(
          "^(?:(?:some|any|every|no)(?:one|body|thing)|whether|when|if|that they|how|what|why|who|where|an answer whether)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** Ends with a word that elsewhere is half a sentence and here is the thing. */
  private static final Pattern LETTER =
      Pattern.compile(".*\\b(?:reply|wording|email|mail|refusal)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern QUARTER = Pattern.compile("^(\\p{L}.*\\p{L}) ([QH][1-4])$");

  /** Takes no article. */
  private static final Pattern MASS =
      Pattern.compile(
          "^(?:access|permission|payment|confirmation|clearance|approval) (?:for|to|of|on|from|by)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /** A bare word before an article is a deed: "sign the deed", "look at the heating". */
  private static final Pattern DEED =
      Pattern.compile(
          "^\\p{L}+ (?:(?:at|into|over|after|up|out|off|back|in) )?(?:the|a|an|our|your|my|their|this|these|us|me|it)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Claim> NEVER =
      EnumSet.of(Claim.RIVAL, Claim.THREAT, Claim.HEAT, Claim.PRIVATE);
  private static final Set<String> OURS = Set.of("my", "our", "i", "we", "us");

  private final Map<String, String> deeds;
  private final List<String> deedsLongestFirst;
  private final Set<String> plainWords;
  private final Lexicon lexicon;
  private final Wording wording;
  private final Guard guard;

  FollowUpItem(Playbook playbook, Wording wording) {
    Ladder ladder = playbook.ladder();
    this.deeds = ladder.deeds();
    this.deedsLongestFirst =
        deeds.keySet().stream()
            .sorted(
                Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    this.plainWords =
        ladder.items().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    this.lexicon = playbook.lexicon();
    this.wording = wording;
    this.guard = playbook.guard();
  }

  /** As it can be said to the partner, or nothing. */
  Optional<String> toPartner(String typed) {
    return wording
        .toPartner(stripped(typed))
        .map(Wording::asOrganisation)
        .filter(this::mayBeSaid)
        .flatMap(this::thing);
  }

  /** As it can be said to the person or to their boss: "their half" stays theirs. */
  Optional<String> atHome(String typed) {
    return wording
        .tidy(stripped(typed))
        .filter(said -> guard.claims(said).stream().noneMatch(claim -> claim == Claim.HEAT))
        .flatMap(this::thing);
  }

  private static String stripped(String typed) {
    String said = LEADING.matcher(typed.strip()).replaceFirst("");
    for (String before = ""; !before.equals(said); ) {
      before = said;
      said = TRAILING.matcher(said).replaceFirst("");
    }
    return said;
  }

  /** A budget agreement or a board's stamp is only a thing, unless it is ours. */
  private boolean mayBeSaid(String said) {
    Set<Claim> claims = guard.claims(said);
    boolean ours = Token.of(said).stream().anyMatch(token -> OURS.contains(token.lower()));
    return claims.stream().noneMatch(NEVER::contains) && !(ours && !claims.isEmpty());
  }

  private Optional<String> thing(String said) {
    String named = named(said);
    int length = (int) Token.of(named).stream().filter(Token::isWord).count();
    if (length == 0
        || length > LONGEST
        || named.contains(", ")
        || named.indexOf('?') >= 0
        || (DEED.matcher(named).matches() && !DETERMINED.matcher(named).matches())
        || NO_THING.matcher(named).matches()
        || !NounPhrase.isThing(LETTER.matcher(named).matches() ? named + " text" : named)) {
      return Optional.empty();
    }
    String lower = QUARTER.matcher(plainStart(named)).replaceFirst("$1 for $2");
    boolean bare =
        DETERMINED.matcher(lower).matches()
            || NUMBERED.matcher(lower).matches()
            || MASS.matcher(lower).matches();
    return Optional.of(bare ? lower : "the " + lower);
  }

  /** A deed named as a thing. */
  private String named(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    for (String deed : deedsLongestFirst) {
      if (lower.startsWith(deed + " ")) {
        String rest = said.substring(deed.length()).strip();
        String thing = deeds.getOrDefault(deed, "");
        if (thing.isEmpty()) {
          return rest;
        }
        boolean article = DETERMINED.matcher(rest).matches() || NUMBERED.matcher(rest).matches();
        return "the " + thing + (article ? " " : " the ") + plainStart(rest);
      }
    }
    return said;
  }

  /** A typed capital goes only where the word is known for a common one: it may be a name. */
  private String plainStart(String said) {
    String first = Token.of(said).get(0).lower();
    boolean common =
        plainWords.contains(first)
            || (DETERMINED.matcher(said).matches() && !first.contains("'"))
            || (!lexicon.groups(first).isEmpty()
                && !lexicon.isIn("month", first)
                && !lexicon.isIn("weekday", first)
                && !lexicon.isIn("currency", first));
    boolean code = Token.of(said).get(0).hasDigit();
    return common && !code ? NounPhrase.lowerStart(said) : said;
  }
}
