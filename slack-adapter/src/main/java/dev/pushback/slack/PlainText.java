package dev.pushback.slack;

import dev.pushback.adapter.ShareGate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people wrote, out of the marks Slack puts into the texts it delivers: three signs are
 * escaped, and links, people and channels stand in angle brackets.
 */
final class PlainText {
  private static final Pattern LABELLED = Pattern.compile("<([^<>|]*)\\|([^<>]*)>");
  private static final Pattern ID = Pattern.compile("<@([UW]\\w+)(?:\\|[^<>]*)?>");
  private static final Pattern PERSON = Pattern.compile("<@[^<>]*>");
  private static final Pattern CHANNEL = Pattern.compile("<#[^<>]*>");
  private static final Pattern CALL = Pattern.compile("<!(?:subteam\\^)?([^<>|^]*)[^<>]*>");
  private static final Pattern LINK = Pattern.compile("<((?:https?|mailto|tel|ftp):[^<>]*)>");

  private PlainText() {}

  /** A command: whom to share with is named by how Slack calls them. */
  static String command(String delivered) {
    return ShareGate.concerns(delivered)
        ? of(ID.matcher(delivered).replaceAll("@$1"))
        : of(delivered);
  }

  /** As the writer saw it. */
  static String of(String delivered) {
    String text =
        LABELLED.matcher(delivered).replaceAll(link -> Matcher.quoteReplacement(link.group(2)));
    text = PERSON.matcher(text).replaceAll("@someone");
    text = CHANNEL.matcher(text).replaceAll("#a channel");
    text = CALL.matcher(text).replaceAll(call -> Matcher.quoteReplacement("@" + call.group(1)));
    text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
