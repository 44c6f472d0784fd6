package dev.pushback.slack.door;

import dev.pushback.door.Answer;
import java.util.Map;

/** A page that somebody sees in their browser: two sentences, and nothing that could run. */
final class Page {
  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <h1>%1$s</h1>
      <p>%2$s</p>
      </html>
      """;

  private Page() {}

  static Answer of(int status, String title, String text) {
    return new Answer(
            status,
            "text/html; charset=utf-8",
            HTML.formatted(escaped(title), escaped(text)),
            Map.of())
        .with(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        // The address holds a code.
        .with("Referrer-Policy", "no-referrer");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
