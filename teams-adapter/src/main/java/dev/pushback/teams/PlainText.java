package dev.pushback.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.teams.door.Arrival;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What people wrote, out of the marks in which Teams delivers it. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u202F]");
  private static final Pattern COMMAND = Pattern.compile("(?i)^/?pushback\\b[\\s:,]*");

  /**
   * Begins where they do: a message of nothing but spaces is looked through once, and not often.
   */
  private static final String SPACES_AT_AN_END = "(?<![ \\t])[ \\t]+\\n";

  private static final String PARAGRAPHS = "p,div,li,h1,h2,h3,blockquote,tr";

  /** What isn't said by the message: what it hangs on to, and what it answers to. */
  private static final String LEFT_OUT =
      "attachment,script,style,blockquote[itemtype$=schema.skype.com/Reply]";

  /** Characters of HTML; nobody reads a message of more, and taking it apart takes a while. */
  private static final int LONGEST = 50_000;

  private PlainText() {}

  /**
   * What was written to the coach. Teams names the bot in it where it was mentioned, and begins it
   * with the command's title where that was chosen from the list. Whoever else was mentioned is
   * what they are called.
   */
  static String command(Arrival arrival) {
    String text = arrival.text();
    for (var entity : arrival.json().path("entities")) {
      JsonNode mentioned = entity.path("mentioned");
      boolean isUs = mentioned.path("id").asText().equals(arrival.recipient());
      String mention = entity.path("text").asText();
      if (entity.path("type").asText().equals("mention") && !mention.isEmpty()) {
        text = text.replace(mention, isUs ? " " : mentioned.path("name").asText(mention));
      }
    }
    String plain = SPACES.matcher(text).replaceAll(" ").strip();
    return arrival.isPersonal() ? plain : COMMAND.matcher(plain).replaceFirst("");
  }

  /** The words of a message, which Teams sends as HTML. */
  static String of(String type, String content) {
    if (!type.equalsIgnoreCase("html")) {
      return SPACES.matcher(content).replaceAll(" ").strip();
    }
    Document document =
        Jsoup.parse(content.length() > LONGEST ? content.substring(0, LONGEST) : content);
    document.select(LEFT_OUT).remove();
    document.select(PARAGRAPHS).after("\n");
    return SPACES
        .matcher(document.wholeText())
        .replaceAll(" ")
        .replaceAll(SPACES_AT_AN_END, "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
