package dev.pushback.tone;

import dev.pushback.situation.Screening;
import dev.pushback.situation.Screening.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what of a text is the person's own, and which drafts cannot be checked. Places stay where
 * they are: what belongs to somebody else is blanked out, or cut off where nothing follows.
 */
public final class DraftScreening {
  private static final Pattern QUOTED = Pattern.compile("[ \\t]{0,3}>.*");

  /** What mail programs write above what they quote. "On Monday you wrote:" is the person's own. */
  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?m)^[ \\t]*(?:On\\b(?=[^\\n]*\\d)[^\\n]{5,200}(?:\\n[^\\n]{1,100})?(?<!\\byou )\\bwrote:[ \\t]*$"
              + "|-{3,}[ \\t]*(?i:original|forwarded) (?i:message)[ \\t]*-{3,}[ \\t]*$"
              + "|(?i:begin forwarded message):[ \\t]*$"
              + "|\\*?From:\\*?[^\\n]*\\n(?:[^\\n]*\\n){0,2}[ \\t]*\\*?(?:Sent|Date):)");

  /** What stands below it is a signature. */
  private static final Pattern SIGNATURE = Pattern.compile("(?m)^--[ \\t]*$");

  private static final Pattern NEXT_IS_QUOTED = Pattern.compile("\\s*>");
  private static final Pattern TAG =
      Pattern.compile(
          "</?[A-Za-z][\\w:-]*(?:\\s[^<>]*)?/?>|<!--.*?-->|<![A-Za-z][^>]*>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
  private static final String FENCE = "```";

  /** What a line of a program looks like, and no sentence. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\s*(?:"
              + String.join(
                  "|",
                  ".*(?:\\w[(\\[]|[{}=]).*[;{]",
                  "[\\w\\s]*[{}]",
                  "[\\])}]+[;,)]*",
                  "(?:public|private|protected|static|def|class|function|return|namespace)\\b.*[{;:]",
                  "(?:if|for|while|switch|catch|elif)\\b ?\\(.*\\) ?\\{?",
                  "(?:const|let|var|int|String) \\w+ ?[=:].*",
                  "#include .*",
                  "(?:import|package|using) [\\w.*]+;?",
                  "(?:from [\\w.]+ import|import .+ from) .*",
                  "at [\\w.$<>/]+\\(.*\\)",
                  "[\\w.$\\[\\]]+ ?(?:[-+*/:]?=|=>|->) ?\\S.*[^.?!]",
                  "[\\w.]+\\(.*\\)[;:]?",
                  "(?:\\$ [a-z]|#!|//|/\\*|\\*/|<\\?|@\\w+\\().*",
                  "\"[^\"]+\"\\s*:.*",
                  "SELECT\\b.*\\bFROM\\b.*",
                  "(?:INSERT INTO|DELETE FROM|CREATE TABLE|ALTER TABLE)\\b.*")
              + ")\\s*");

  /** The least share of a text that is mostly code. */
  private static final double MOSTLY = 0.6;

  /** With so many words of its own beside its code, a text is a message. */
  private static final int MESSAGE = 8;

  private static final int FEW_TAGS = 2;
  private static final int LONGEST_LINE = 300;
  private static final Set<Problem> NO_WORDS =
      Set.of(
          Problem.EMPTY,
          Problem.NO_WORDS,
          Problem.ONLY_LINKS,
          Problem.ONLY_MENTIONS,
          Problem.GIBBERISH);

  private final Screening screening;

  /**
   * @param screening tells what cannot be read at all
   */
  public DraftScreening(Screening screening) {
    this.screening = screening;
  }

  /**
   * What the person wrote themselves: lines that are quoted are blank, and what a mail program put
   * below is missing. Offsets in it are offsets in the text.
   *
   * @param text clean
   */
  public static String own(String text) {
    StringBuilder own = new StringBuilder(text);
    Matcher forwarded = FORWARDED.matcher(text);
    while (forwarded.find()) {
      if (!NEXT_IS_QUOTED.matcher(text).region(forwarded.end(), text.length()).lookingAt()) {
        own.setLength(forwarded.start());
        break;
      }
      blank(own, forwarded.start(), forwarded.end());
    }
    Matcher signature = SIGNATURE.matcher(own);
    if (signature.find() && !own.substring(0, signature.start()).isBlank()) {
      own.setLength(signature.start());
    }
    for (int start = 0; start < own.length(); ) {
      int end = lineEnd(own, start);
      if (QUOTED.matcher(own).region(start, end).matches()) {
        blank(own, start, end);
      }
      start = end + 1;
    }
    return own.toString().stripTrailing();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static int lineEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /**
   * What keeps a draft from being checked, if anything does.
   *
   * @param text clean
   */
  public Optional<Problem> problem(String text) {
    if (text.length() > DraftRequest.LONGEST) {
      return Optional.of(Problem.DRAFT_TOO_LONG);
    }
    String own = own(text);
    if (own.isBlank()) {
      return Optional.of(text.isBlank() ? Problem.NO_DRAFT : Problem.ONLY_QUOTE);
    }
    if (isMarkup(own)) {
      return Optional.of(Problem.MARKUP);
    }
    if (isCode(own)) {
      return Optional.of(Problem.CODE);
    }
    return screening
        .problem(own.strip(), DraftRequest.LONGEST)
        .map(
            problem ->
                NO_WORDS.contains(problem)
                    ? Problem.NO_DRAFT
                    : problem == Problem.OTHER_LANGUAGE ? Problem.DRAFT_LANGUAGE : problem);
  }

  private static boolean isMarkup(String text) {
    long tags = TAG.matcher(text).results().count();
    String without = TAG.matcher(text).replaceAll("");
    return tags > FEW_TAGS && signs(without) < (1 - MOSTLY) * signs(text) + FEW_TAGS;
  }

  private static boolean isCode(String text) {
    long code = 0;
    long words = 0;
    boolean fenced = false;
    for (String line : text.lines().toList()) {
      boolean fence = line.strip().startsWith(FENCE);
      if (fenced || fence || isCodeLine(line)) {
        code += signs(line);
      } else {
        words += WORD.matcher(line).results().count();
      }
      fenced = fence != fenced;
    }
    return words < MESSAGE && code >= MOSTLY * signs(text);
  }

  /** A very long line is none of a program that somebody wrote. */
  private static boolean isCodeLine(String line) {
    return line.length() <= LONGEST_LINE && CODE.matcher(line).matches();
  }

  private static long signs(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
