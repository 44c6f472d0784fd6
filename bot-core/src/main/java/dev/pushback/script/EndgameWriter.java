package dev.pushback.script;

import dev.pushback.learning.Token;
import dev.pushback.playbook.Endgame;
import dev.pushback.playbook.Ending;
import dev.pushback.playbook.Guard;
import dev.pushback.playbook.Playbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what comes after the push: thanks, praise, and the report to one's own boss. Pure. */
public final class EndgameWriter {
  private static final Set<String> SUBJECTS =
      Set.of("you", "they", "he", "she", "we", "it", "everyone");

  private static final Set<String> ARTICLES =
      Set.of("the", "a", "an", "your", "their", "his", "her");
  private static final Set<String> DONE =
      Set.of(
          "came", "gave", "made", "took", "got", "did", "was", "were", "had", "went", "kept",
          "found", "sent", "brought", "drove", "put", "let", "held", "met", "wrote", "ran", "told");

  private static final int LONGEST = 30;

  private final Endgame endgame;
  private final Wording wording;
  private final Guard guard;
  private final FollowUpItem items;

  /**
   * @param playbook the words
   */
  public EndgameWriter(Playbook playbook) {
    this.endgame = playbook.endgame();
    this.wording = new Wording(playbook.shorthand());
    this.guard = playbook.guard();
    this.items = new FollowUpItem(playbook, wording);
  }

  /** A thank-you; without a detail it asks for one specific true thing (T-192). */
  public SendableText thanks(Optional<String> detail) {
    return say(endgame.thanks(), detail, true);
  }

  /** A thank-you for what was waited for, if that can be named; else it asks what they did. */
  public SendableText thanksFor(String what) {
    Map<String, String> words =
        items
            .toPartner(what)
            .filter(thing -> guard.claims(thing).isEmpty())
            .map(thing -> Map.of("detail.noun", thing))
            .orElse(Map.of());
    return new SendableText(Composer.say(endgame.thanks().say(), words, 0));
  }

  /** A word to their manager (T-193). */
  public SendableText praise(Optional<String> detail) {
    return say(endgame.praise(), detail, false);
  }

  /** Why to thank, told to the person. */
  public CoachText whyThanks() {
    return new CoachText(endgame.thanks().why());
  }

  /** Why to praise, told to the person. */
  public CoachText whyPraise() {
    return new CoachText(endgame.praise().why());
  }

  /** Advice after a loss (T-064, T-133, T-179). */
  public List<CoachText> lost() {
    return endgame.lost().stream().map(CoachText::new).toList();
  }

  /** A detail that speaks to the partner already: "you stayed late". */
  private Optional<String> addressed(String typed) {
    boolean you = Token.of(typed).stream().anyMatch(token -> token.lower().startsWith("you"));
    return you ? wording.tidy(typed) : Optional.empty();
  }

  /** Short enough, and neither a deed without a doer nor nothing at all. */
  private static boolean isUsable(String detail) {
    List<Token> tokens = Token.of(detail);
    String first = tokens.get(0).lower();
    return tokens.size() <= LONGEST && !isPast(first) && !first.equals("nothing");
  }

  /** Somebody did something: "Jonas stayed late", "you reprinted it". */
  private static boolean isDeed(List<String> tokens) {
    return SUBJECTS.contains(tokens.get(0))
        || tokens.stream()
            .skip(ARTICLES.contains(tokens.get(0)) ? 2 : 1)
            .limit(ARTICLES.contains(tokens.get(0)) ? 1 : 2)
            .anyMatch(EndgameWriter::isPast);
  }

  private static boolean isPast(String word) {
    return DONE.contains(word) || (word.endsWith("ed") && word.length() > 4);
  }

  private SendableText say(Ending page, Optional<String> detail, boolean toPartner) {
    String typed =
        detail.map(words -> words.replaceFirst("(?i)^(?:(?:for|that)(?: |$))+", "")).orElse("");
    Optional<String> said =
        typed.isEmpty()
            ? Optional.empty()
            : (toPartner
                ? wording.toPartner(typed).or(() -> addressed(typed))
                : wording.tidy(typed));
    Map<String, String> words =
        said.filter(one -> isUsable(one) && guard.claims(one).isEmpty())
            .map(
                one -> {
                  List<String> tokens = Token.of(one).stream().map(Token::lower).toList();
                  boolean thing = tokens.get(0).endsWith("ing") || !isDeed(tokens);
                  return thing
                      ? Map.of("detail.noun", one)
                      : Map.of("detail.says", Wording.sentence(one));
                })
            .orElse(Map.of());
    return new SendableText(Composer.say(page.say(), words, 0));
  }

  /** A report to the person's boss from the whole case, round by round (T-196 to T-198). */
  public SendableText report(CaseLog log) {
    return new ReportWriter(endgame).report(log);
  }

  /** A look back at a talk: the limit before the target, the relation beside the price (T-191). */
  public Debrief debrief(Debrief.Outcome outcome) {
    return Debrief.of(outcome, endgame.debrief());
  }

  /** Why to report, told to the person. */
  public CoachText whyReport() {
    return new CoachText(endgame.reportWhy());
  }
}
