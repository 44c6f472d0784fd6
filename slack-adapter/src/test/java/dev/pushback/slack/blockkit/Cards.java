package dev.pushback.slack.blockkit;

import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.slack.TestDialogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards whose looks are kept: what a week with the coach shows, and the rare blocks. */
final class Cards {
  private Cards() {}

  /** By the names of their files, each with where it is shown. */
  static Map<String, Shown> all() {
    Map<String, Shown> all = new LinkedHashMap<>();
    try (TestDialogue talk = new TestDialogue()) {
      all.put("help", message(talk.say("help")));
      all.put(
          "script",
          message(
              talk.say(
                  "They'd like the kick-off in February. My boss wants it later, we need April")));
      all.put(
          "answer",
          message(talk.say("answer The trade fair is on the 20th, so February can't move")));
      talk.say("target 14 April");
      talk.say("fact budget 8,000 (from the grant letter)");
      all.put("case", message(talk.say("case")));
      all.put("refusal", message(talk.say("asdf qwer zxcv hjkl")));
    }
    try (TestDialogue talk = new TestDialogue()) {
      talk.say("sam", "name Sam Okoro");
      all.put(
          "reframe",
          message(
              talk.say(
                  "reframe Acme are bullies, they never listen, we can't pay more than 4,200"
                      + " euros")));
      all.put("share-preview", modal(talk.say("share sam")));
    }
    try (TestDialogue talk = new TestDialogue()) {
      all.put("track-form", modal(talk.say("track")));
      talk.say("track the sample tiles with Azulejos Ferro by Friday");
      all.put("nudge", message(talk.later("on 2026-03-16 at 09:00").get(0)));
      talk.say("track the tour dates with Teatr Skala by Tuesday");
      talk.say("track the logo approval with Brisa by Tuesday");
      all.put("digest", message(talk.later("on 2026-03-18 at 09:30").get(0)));
      all.put("waiting", message(talk.say("waiting")));
    }
    all.put("share-form", modal(new Reply(SHARE, true)));
    all.put("every-field", modal(new Reply(EVERY_FIELD, true, false, Optional.of("id-000007"))));
    all.put("home", new Shown(Surface.HOME, new Reply(HOME, true)));
    return all;
  }

  /** A card and where it is shown. */
  record Shown(Surface surface, Reply reply) {}

  /** Where. */
  enum Surface {
    MESSAGE,
    MODAL,
    HOME
  }

  private static Shown message(Reply reply) {
    return new Shown(Surface.MESSAGE, reply);
  }

  private static Shown modal(Reply reply) {
    return new Shown(Surface.MODAL, reply);
  }

  private static final Card SHARE =
      new Card(
          "Share the question",
          List.of(
              new Block.Text(
                  "Your teammate sees the question and what is behind it, and nothing of what you"
                      + " told me."),
              new Block.Form(
                  "share", "See what they'd see", List.of(Field.teammate("", "With whom?")))));

  private static final Card EVERY_FIELD =
      new Card(
          "What I should know about it",
          List.of(
              new Block.Text("Fill in what you know. What stays empty is left out."),
              new Block.Form(
                  "facts",
                  "Keep it",
                  List.of(
                      Field.line("want", "What do you want?", "In a few words")
                          .needed()
                          .with("the kick-off in April"),
                      Field.lines("said", "They said", "Their own words, as they came"),
                      Field.oneOf(
                              "boss",
                              "Does your boss stand behind it?",
                              List.of(
                                  new Block.Option("Yes, I asked", "yes"),
                                  new Block.Option("Not asked yet", "no")))
                          .with("no"),
                      Field.anyOf(
                              "show",
                              "What may stand in it?",
                              List.of(
                                  new Block.Option("The partner's name", "partner"),
                                  new Block.Option("The amount", "amount"),
                                  new Block.Option("Your limit", "limit")))
                          .with("partner amount"),
                      Field.teammate("with", "Who else is in it?")))));

  private static final Card HOME =
      new Card(
          "Your coach",
          List.of(
              new Block.Facts(
                  "You're waiting for",
                  List.of(
                      new Block.Row("the NDA", "Azulejos Ferro, two working days late"),
                      new Block.Row("tour dates", "Teatr Skala, due on Tue 17 Mar 2026"))),
              new Block.Buttons(
                  List.of(
                      new Block.Button("the NDA, Azulejos Ferro", "show id-000001"),
                      new Block.Button("tour dates, Teatr Skala", "show id-000002"),
                      new Block.Button("All of it", "waiting"))),
              new Block.Facts(
                  "Your cases",
                  List.of(
                      new Block.Row("", "they want the kick-off in February, we need April"),
                      new Block.Row("", "they want net 15, we need net 45"))),
              new Block.Buttons(
                  List.of(
                      new Block.Button("The first", "case id-000003"),
                      new Block.Button("The second", "case id-000004"))),
              new Block.Text("Tell me what happened, and I'll help you answer."),
              new Block.Buttons(
                  List.of(
                      new Block.Button("Push back on something", "say "),
                      new Block.Button("Settings", "settings"),
                      new Block.Button("Help", "help"))),
              new Block.Note("Nobody else sees what you tell me; your manager doesn't either.")));
}
