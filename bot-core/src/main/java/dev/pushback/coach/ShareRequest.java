package dev.pushback.coach;

import dev.pushback.card.Answers;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What followed "share": typed ("Sam keep names"), filled in ("@U123", and a line "keep: names"),
 * or said by a button ("id-7 names now 3f2a").
 *
 * @param who a name, an id, or how the platform calls a colleague; empty if nobody is named
 * @param isPicked whether the platform calls them so
 * @param keep what stays in
 * @param mark what the button was made for; empty if it isn't to be sent yet
 */
record ShareRequest(String who, boolean isPicked, Set<Keep> keep, String mark) {
  private static final String SWITCH = "(?:names?|amounts?|limits?)";
  private static final Pattern SAID =
      Pattern.compile(
          "(?is)(.*?)((?:[\\s,]+(?:keep|with|and|my|the|"
              + SWITCH
              + "))*[\\s,]+"
              + SWITCH
              + ")?(?:\\s+now ([0-9a-f]+))?");

  /** "@U123", or as Slack writes it where nobody escapes it. */
  private static final Pattern PICKED = Pattern.compile("(?:@|<@)([\\w.:=/+-]+)(?:\\|[^>]*)?>?");

  /** No platform's ids are longer; whatever is, is a name at most. */
  private static final int LONGEST_PICKED = 40;

  /** Copies. */
  ShareRequest {
    keep = Set.copyOf(keep);
  }

  static ShareRequest of(String rest) {
    Answers answers = Answers.read(rest);
    Matcher said = SAID.matcher(answers.plain());
    if (!said.matches()) {
      throw new IllegalStateException("everything matches");
    }
    Set<Keep> keep = EnumSet.noneOf(Keep.class);
    keep.addAll(Keep.in(answers.get("keep")));
    keep.addAll(Keep.in(said.group(2) == null ? "" : said.group(2)));
    String who = said.group(1).strip();
    Matcher picked = PICKED.matcher(who);
    boolean isPicked = picked.matches() && picked.group(1).length() <= LONGEST_PICKED;
    return new ShareRequest(
        isPicked ? picked.group(1) : who.replaceFirst("^@\\s*", ""),
        isPicked,
        keep,
        said.group(3) == null ? "" : said.group(3));
  }

  /** The same about somebody known by an id. */
  ShareRequest to(String id) {
    return new ShareRequest(id, false, keep, mark);
  }

  /** What a button says: only ids, switches and the mark. */
  String command(Set<Keep> kept, String madeFor) {
    return "share "
        + (isPicked ? "@" : "")
        + who
        + Keep.said(kept)
        + (madeFor.isEmpty() ? "" : " now " + madeFor);
  }
}
