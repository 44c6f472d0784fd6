package dev.pushback.testing;

import dev.pushback.card.Block;
import dev.pushback.card.Block.Field;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards whose looks are kept: what a week with the coach shows, and the rare blocks. */
public final class Cards {
  private Cards() {}

  /** By the names of their files, each with where it is shown. */
  public static Map<String, Shown> all() {
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
      all.put("facts-form", modal(talk.say("facts")));
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
      all.put("share-form", modal(talk.say("share")));
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
    try (TestDialogue talk = new TestDialogue()) {
      all.put("home-new", home(talk.say("home")));
      talk.say("Rivera want the kick-off in February, we'd like April");
      all.put("theirs", modal(talk.say("theirs " + MESSAGE)));
      talk.say("facts new want: net 30; their: net 7; partner: Druckerei Blum; kind: vendor");
      talk.say("track the NDA with Azulejos Ferro by Friday");
      talk.say("track the tour dates with Teatr Skala by next Wednesday");
      talk.later("on 2026-03-18 at 09:30");
      all.put("home", home(talk.say("home")));
      all.put("forget-me", message(talk.say("forget me")));
    }
    try (TestDialogue talk = new TestDialogue()) {
      all.put(
          "check-findings",
          message(
              talk.say(
                  "check Hi Tom,\n\nyou people never answer. Sorry to bother you, but could you"
                      + " maybe send the signed contract by Friday?\n\nBest,\nAda")));
      all.put(
          "check-clean",
          message(
              talk.say(
                  "check Hi Tom,\n\nthank you for the quick draft. Our auditors come on Monday. Could"
                      + " you send the signed contract by Friday?\n\nBest,\nAda")));
      all.put("check-form", modal(talk.say("check")));
    }
    all.put("every-field", modal(new Reply(EVERY_FIELD, true, false, Optional.of("id-000007"))));
    return all;
  }

  /** A card and where it is shown. */
  public record Shown(Surface surface, Reply reply) {}

  /** Where. */
  public enum Surface {
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

  private static Shown home(Reply reply) {
    return new Shown(Surface.HOME, reply);
  }

  private static final String MESSAGE =
      "Hi Ada,\n\nthanks for your mail. February is already promised to another team on our side,"
          + " and moving it would cost us the room. Could we keep the 3rd?\n\nBest,\nMarta";

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
}
