package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.TestKnowledge;
import dev.pushback.TestTexts;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Situation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One JSON object a line in, one a line out: what programs may rely on. */
class JsonLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ERRORS =
      Set.of("bad-json", "unknown-op", "missing-field", "bad-value", "too-long");
  private static final List<String> OPS = List.of("understand", "script", "answer", "reframe");
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  private final JsonLines lines =
      new JsonLines(TestKnowledge.get(), new Bugs(Optional.empty(), () -> "test"));

  // What each operation answers

  @Test
  void understandTellsTheSituationAndTheWordsThatSaySo() {
    JsonNode out =
        answer(
            "understand",
            in -> in.put("text", "the printer wants 4,800 and delivers on Friday, we need 3,500"));

    assertThat(names(out))
        .containsExactly("op", "situation", "confidence", "also", "objection", "slots");
    assertThat(Situation.byId(out.path("situation").asText())).isPresent();
    assertThat(out.path("confidence").isNumber()).isTrue();
    assertThat(out.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(texts(out.path("also"))).allMatch(id -> Situation.byId(id).isPresent());
    assertThat(out.path("objection").asText()).isEqualTo("none");
    assertThat(texts(out.path("slots").path("amounts"))).contains("4,800", "3,500");
    assertThat(texts(out.path("slots").path("dates"))).contains("Friday");
  }

  @Test
  void understandQuotesAnObjectionAndLeavesOutSlotsThatAreNotThere() {
    JsonNode out = answer("understand", in -> in.put("text", KICK_OFF));

    assertThat(out.path("situation").asText()).isEqualTo("schedule-later");
    assertThat(names(out.path("slots"))).doesNotContain("amounts", "reason", "partner");
    assertThat(out.path("slots").path("want").asText()).isEqualTo("April");
  }

  @Test
  void understandKnowsWhatIsNoPushBack() {
    for (String text : List.of("what's the capital of Peru", "🙂🙂", "", "https://example.com")) {
      JsonNode out = answer("understand", in -> in.put("text", text));
      assertThat(out.path("situation").asText()).as(text).isEqualTo("not-pushback");
      assertThat(out.path("objection").asText()).as(text).isEqualTo("none");
    }
  }

  @Test
  void scriptTellsWhatToSayAndHowToGoOn() {
    JsonNode out = answer("script", in -> in.put("text", KICK_OFF));

    assertThat(names(out))
        .containsExactly(
            "op", "situation", "sendable", "blanks", "moves", "if_they_say", "refused", "stop");
    assertThat(out.path("situation").asText()).isEqualTo("schedule-later");
    assertThat(out.path("sendable").asText()).contains("April");
    assertThat(texts(out.path("blanks")))
        .allMatch(blank -> out.path("sendable").asText().contains(blank));
    assertThat(out.path("moves")).isNotEmpty();
    for (JsonNode move : out.path("moves")) {
      assertThat(names(move)).containsExactly("move", "say", "why", "cites");
      assertThat(out.path("sendable").asText()).contains(move.path("say").asText());
      assertThat(move.path("why").asText()).isNotBlank();
      assertThat(texts(move.path("cites"))).isNotEmpty();
    }
    assertThat(out.path("if_they_say")).isNotEmpty();
    for (JsonNode prepared : out.path("if_they_say")) {
      assertThat(names(prepared)).containsExactly("objection", "say");
      assertThat(Objection.byId(prepared.path("objection").asText())).isPresent();
      assertThat(prepared.path("say").asText()).isNotBlank();
    }
    for (JsonNode refusal : out.path("refused")) {
      assertThat(names(refusal)).containsExactly("what", "why");
    }
    assertThat(texts(out.path("refused"), "what")).contains("boss");
    assertThat(out.path("stop").asText()).isNotBlank();
  }

  @Test
  void scriptUsesOnlyWhatIsVouchedForAndTheBossNotBeforeTheSecondRound() {
    ObjectNode facts = JSON.createObjectNode().put("budget", "8,000");
    facts.putObject("boss").put("consent", true).put("wants", "15% off");

    JsonNode first = script("can the hotel come down on the price", 1, facts);
    assertThat(first.path("sendable").asText()).contains("8,000").doesNotContain("manager");
    assertThat(texts(first.path("refused"), "what")).contains("boss").doesNotContain("budget");

    JsonNode second = script("can the hotel come down on the price", 2, facts);
    assertThat(second.path("sendable").asText())
        .contains("My manager")
        .contains("15% off")
        .contains("?");

    JsonNode without = script("can the hotel come down on the price", 2, JSON.createObjectNode());
    assertThat(without.path("sendable").asText())
        .doesNotContain("manager")
        .doesNotContain("budget");
    assertThat(texts(without.path("refused"), "what")).contains("budget");
  }

  @Test
  void scriptStopsAfterTheThirdRound() {
    JsonNode out = script(KICK_OFF, 4, JSON.createObjectNode());

    assertThat(texts(out.path("moves"), "move")).containsExactly("park");
    assertThat(out.path("if_they_say")).isEmpty();
    assertThat(texts(out.path("refused"), "what")).contains("another round");
  }

  @Test
  void scriptSaysWhyThereIsNone() {
    JsonNode out = answer("script", in -> in.put("text", "can we sue them for breach of contract"));

    assertThat(out.path("situation").asText()).isEqualTo("not-pushback");
    assertThat(out.path("sendable").asText()).isEmpty();
    assertThat(texts(out.path("refused"), "why").get(0)).contains("legal question");
  }

  @Test
  void answerTellsWhatToSayBack() {
    JsonNode out = answer("answer", in -> in.put("text", "our policy doesn't allow that"));

    assertThat(names(out))
        .containsExactly("op", "objection", "confidence", "also", "say", "why", "cites", "stop");
    assertThat(out.path("objection").asText()).isEqualTo("procedure");
    assertThat(out.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(texts(out.path("also"))).allMatch(id -> Objection.byId(id).isPresent());
    assertThat(out.path("say").asText()).isNotBlank();
    assertThat(out.path("why").asText()).isNotBlank();
    assertThat(texts(out.path("cites"))).isNotEmpty();
    assertThat(out.path("stop").isBoolean()).isTrue();
    assertThat(out.path("stop").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          No. That is our final answer.,        1, true
          'You people are idiots, get lost',    1, true
          'Yes, that works for us, done',       1, true
          our policy doesn't allow that,        2, false
          our policy doesn't allow that,        3, true
          our policy doesn't allow that,        4, true
          """)
  void answerTellsWhenToStop(String theirs, int round, boolean stop) {
    JsonNode out = answer("answer", in -> in.put("text", theirs).put("round", round));

    assertThat(out.path("stop").asBoolean()).isEqualTo(stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "🙂", "https://example.com", "nein, das geht nicht"})
  void answerAndReframeDontGuessAtWhatCantBeRead(String text) {
    JsonNode answer = answer("answer", in -> in.put("text", text));
    assertThat(answer.path("objection").asText("none")).isEqualTo("none");
    assertThat(answer.path("say").asText()).isEmpty();

    JsonNode reframe = answer("reframe", in -> in.put("text", text));
    assertThat(reframe.path("question").asText()).isEmpty();
  }

  @Test
  void anUnknownKindOfPartnerDoesNoHarm() {
    JsonNode out = answer("script", in -> in.put("text", KICK_OFF).put("partner_kind", "martian"));
    assertThat(out.path("sendable").asText()).isNotEmpty();
  }

  @Test
  void reframeKeepsTheLimitAndAsks() {
    JsonNode out =
        answer(
            "reframe",
            in -> in.put("text", "they just don't get it, the idiots. we can't pay more than 4k"));

    assertThat(names(out)).containsExactly("op", "reframe", "keeps", "question", "cites");
    assertThat(out.path("keeps").asText()).isEqualTo("we can't pay more than 4k");
    assertThat(out.path("reframe").asText())
        .contains("we can't pay more than 4k")
        .doesNotContain("idiot");
    assertThat(out.path("question").asText()).endsWith("?");
    assertThat(texts(out.path("cites"))).isNotEmpty();
  }

  @Test
  void reframeWithoutALimitKeepsNone() {
    JsonNode out = answer("reframe", in -> in.put("text", "these people are so slow"));

    assertThat(out.path("keeps").asText()).isEmpty();
    assertThat(out.path("reframe").asText()).contains("What is your limit here?");
  }

  // Lines in, lines out

  @Test
  void everyAnswerRepeatsIdAndOpInTheOrderOfTheLines() throws IOException {
    String in =
        """
        {"id": 1, "op": "understand", "text": "they want net 15"}

        {"id": "two", "op": "script", "text": "they want net 15"}
           \t
        {"id": {"n": [3]}, "op": "answer", "text": "we can't"}
        no JSON
        {"id": null, "op": "reframe", "text": "they are slow"}
        {"op": "understand", "text": "no id"}
        {"id": 7, "op": "dance", "text": "unknown"}
        """;

    List<JsonNode> out = run(in);

    assertThat(out)
        .extracting(node -> node.path("id").toString())
        .containsExactly("1", "\"two\"", "{\"n\":[3]}", "", "null", "", "7");
    assertThat(out)
        .extracting(node -> node.path("op").asText())
        .containsExactly("understand", "script", "answer", "", "reframe", "understand", "dance");
    assertThat(out)
        .extracting(node -> node.path("error").path("code").asText())
        .containsExactly("", "", "", "bad-json", "", "", "unknown-op");
  }

  @Test
  void unknownKeysAreIgnored() {
    String plain =
        lines.answer("{\"op\":\"script\",\"text\":\"they want net 15, we need net 45\"}");
    String more =
        lines.answer(
            "{\"op\":\"script\",\"text\":\"they want net 15, we need net 45\",\"colour\":[1],"
                + "\"facts\":{\"weather\":\"fine\",\"boss\":null},\"nothing\":null}");

    assertThat(more).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json at all                                            | bad-json
          {"op": "understand", "text":                               | bad-json
          [1, 2]                                                     | bad-json
          "understand"                                               | bad-json
          42                                                         | bad-json
          null                                                       | bad-json
          {"text": "a"}                                              | missing-field
          {"op": "understand"}                                       | missing-field
          {"op": "understand", "text": null}                         | missing-field
          {"op": "reframe", "thought": "a"}                          | missing-field
          {"op": "dance", "text": "a"}                               | unknown-op
          {"op": "", "text": "a"}                                    | unknown-op
          {"op": "Understand", "text": "a"}                          | unknown-op
          {"op": 7, "text": "a"}                                     | bad-value
          {"op": "understand", "text": 7}                            | bad-value
          {"op": "understand", "text": ["a"]}                        | bad-value
          {"op": "script", "text": "a", "round": 0}                  | bad-value
          {"op": "script", "text": "a", "round": -1}                 | bad-value
          {"op": "script", "text": "a", "round": "2"}                | bad-value
          {"op": "script", "text": "a", "round": 1.5}                | bad-value
          {"op": "script", "text": "a", "round": 99999999999}        | bad-value
          {"op": "answer", "text": "a", "round": true}               | bad-value
          {"op": "script", "text": "a", "firmness": "hard"}          | bad-value
          {"op": "answer", "text": "a", "firmness": 3}               | bad-value
          {"op": "script", "text": "a", "channel": "fax"}            | bad-value
          {"op": "script", "text": "a", "facts": "budget"}           | bad-value
          {"op": "script", "text": "a", "facts": {"budget": 8000}}   | bad-value
          {"op": "script", "text": "a", "facts": {"boss": {"consent": "yes"}}}  | bad-value
          {"op": "script", "text": "a", "facts": {"boss": {"consent": true, "wants": 15}}} | bad-value
          {"op": "answer", "text": "a", "facts": {"deadline": []}}   | bad-value
          {"op": "check"}                                            | missing-field
          {"op": "check", "text": ""}                                | bad-value
          {"op": "check", "text": "Wir brauchen das bitte bis Freitag, geht das? Vielen Dank im Voraus!"} | bad-value
          {"op": "check", "text": "> We can't move it."}             | bad-value
          {"op": "check", "text": "https://example.com"}             | bad-value
          {"op": "check", "text": "Any news?", "channel": "fax"}     | bad-value
          {"op": "check", "text": "Any news?", "round": 0}           | bad-value
          """)
  void aBadLineIsAnsweredWithAnError(String line, String code) throws JsonProcessingException {
    JsonNode error = JSON.readTree(lines.answer(line)).path("error");

    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(names(error)).containsExactly("code", "message");
    assertThat(error.path("message").asText()).isNotBlank();
  }

  /** The ids that {@code problems} may have; whatever else is found stands in {@code honesty}. */
  private static final Set<String> PROBLEMS =
      Set.of(
          "harsh",
          "apologetic",
          "hedged-ask",
          "no-ask",
          "no-reason",
          "no-question",
          "threat",
          "blame",
          "boss-early",
          "empty-bump",
          "overlong",
          "multiple-asks");

  private static final String DRAFT =
      "You people never answer. Sorry to bother you, but could you maybe send the invoice by Friday?"
          + " After all we did for you. If you don't, we'll take our business elsewhere.";

  @Test
  void aDraftIsCheckedOnTwoAxes() {
    JsonNode out = answer("check", in -> in.put("text", DRAFT).put("colour", 7));

    assertThat(names(out))
        .containsExactly("op", "harsh", "soft", "problems", "asks", "rewrite", "honesty");
    assertThat(out.path("harsh").asDouble()).isBetween(0.0, 1.0);
    assertThat(out.path("soft").asDouble()).isBetween(0.0, 1.0);
    assertThat(out.path("rewrite").asText()).isNotBlank();
    assertThat(out.path("problems")).isNotEmpty();
    for (JsonNode problem : out.path("problems")) {
      assertThat(names(problem)).containsExactly("id", "start", "end", "why", "instead");
      assertThat(PROBLEMS).contains(problem.path("id").asText());
    }
    for (JsonNode problem : out.path("honesty")) {
      assertThat(PROBLEMS).doesNotContain(problem.path("id").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "  \n\t%s",
        "Hi 🖊🖊,\r\n\r\n%s\r\nBest",
        "\u0000\u202e%s\u0007",
        "Hi Tom,\r%s\r",
        "> They wrote this.\n\n%s",
        "%s\n\nOn Tue, 3 Mar 2026, Marta wrote:\n> Could you send it today?",
      })
  void placesAreThoseOfTheTextAsItCame(String around) {
    String ask = "could you send the invoice by Friday?";
    String text = around.formatted("The auditors come on Monday, so " + ask);
    JsonNode out = answer("check", in -> in.put("text", text));

    JsonNode place = out.path("asks").path(0);
    assertThat(out.path("asks")).hasSize(1);
    assertThat(text.substring(place.path("start").asInt(), place.path("end").asInt()))
        .contains(ask)
        .doesNotContain("today", "They wrote");
    for (JsonNode problem : out.path("problems")) {
      assertThat(problem.path("start").asInt()).isBetween(0, text.length());
      assertThat(problem.path("end").asInt())
          .isBetween(problem.path("start").asInt(), text.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This still fails for us with 2.4.1:\n\n```\nint x = run(1);\n```\n\nCould you have a look at it"
            + " before the release on Friday? Our tests can't go on without it.",
        "Could you look at https://example.com/a?b=c by Friday? We can't go on without it.",
        "<b>Could</b> you send us the invoice by Friday, please? We close the books on Monday.",
        "ok",
        "any news?",
      })
  void oddDraftsThatCanBeReadAreChecked(String text) {
    assertThat(answer("check", in -> in.put("text", text)).has("problems")).isTrue();
  }

  @Test
  void aDraftMayHaveFiveThousandCharacters() {
    String longest = "Could you send the invoice by Friday? ".repeat(200).substring(0, 5000);

    assertThat(answer("check", in -> in.put("text", longest)).has("rewrite")).isTrue();
    assertThat(
            answer("check", in -> in.put("text", longest + "x"))
                .path("error")
                .path("code")
                .asText())
        .isEqualTo("too-long");
  }

  @Test
  void whatIsTooLongIsSaidToBe() {
    for (String op : OPS) {
      JsonNode out = answer(op, in -> in.put("text", "word ".repeat(900)));
      assertThat(out.path("error").path("code").asText()).as(op).isEqualTo("too-long");
    }
    JsonNode fact =
        answer(
            "script",
            in -> in.put("text", KICK_OFF).putObject("facts").put("budget", "8".repeat(301)));
    assertThat(fact.path("error").path("code").asText()).isEqualTo("too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gentle", "steady", "firm"})
  void everyFirmnessHasWordsOfItsOwn(String firmness) {
    JsonNode out = answer("script", in -> in.put("text", KICK_OFF).put("firmness", firmness));
    JsonNode steady = answer("script", in -> in.put("text", KICK_OFF));

    assertThat(out.path("sendable").asText().equals(steady.path("sendable").asText()))
        .isEqualTo(firmness.equals("steady"));
  }

  // Over many texts

  @Test
  void everySlotIsACutFromTheText() {
    List<String> texts =
        TestTexts.both(
            TestTexts.examples("k", "situations"), TestTexts.examples("v", "situations"));
    assertThat(texts).hasSizeGreaterThan(700);

    for (String text : texts) {
      JsonNode slots = answer("understand", in -> in.put("text", text)).path("slots");
      assertThat(names(slots))
          .isSubsetOf("partner", "want", "they_want", "reason", "amounts", "dates");
      for (JsonNode slot : slots) {
        assertThat(slot.isTextual() ? List.of(slot.asText()) : texts(slot))
            .as(text)
            .isNotEmpty()
            .allMatch(span -> !span.isBlank() && text.contains(span));
      }
    }
  }

  @Test
  void theSameInputGivesTheSameOutput() {
    JsonLines other = new JsonLines(TestKnowledge.get(), new Bugs(Optional.empty(), () -> "test"));
    for (String text : TestTexts.every(5, TestTexts.examples("k", "situations"))) {
      for (String op : OPS) {
        String line = JSON.createObjectNode().put("op", op).put("text", text).toString();
        assertThat(other.answer(line)).isEqualTo(lines.answer(line));
      }
    }
  }

  @Test
  void aLongRunStreamsAndNeverWaitsForItsEnd() throws IOException {
    List<String> texts = TestTexts.examples("k", "situations");
    List<String> input =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    JSON.createObjectNode()
                        .put("id", i)
                        .put("op", OPS.get(i % OPS.size()))
                        .put("text", texts.get(i % texts.size()))
                        .toString())
            .toList();
    Lockstep pipe = new Lockstep(input);

    lines.run(new BufferedReader(pipe.in(), 16), pipe.out());

    assertThat(pipe.answered).isEqualTo(2000);
    assertThat(pipe.furthestBehind).isLessThanOrEqualTo(2);
  }

  // Whatever is thrown at it

  @Property(tries = 500, seed = "1848")
  void anyLineGetsOneAnswer(@ForAll String line) throws JsonProcessingException {
    String out = lines.answer(line);

    assertThat(out).doesNotContain("\n").doesNotContain("\r");
    assertThat(ERRORS).contains(JSON.readTree(out).path("error").path("code").asText());
  }

  @Property(tries = 1000, seed = "1848", edgeCases = EdgeCasesMode.NONE)
  void anyObjectGetsAnAnswerOrAnError(@ForAll("objects") ObjectNode in)
      throws JsonProcessingException {
    JsonNode out = JSON.readTree(lines.answer(in.toString()));

    if (out.has("error")) {
      assertThat(ERRORS).contains(out.path("error").path("code").asText());
    } else {
      assertThat(OPS).contains(out.path("op").asText());
    }
    assertThat(out.path("id")).isEqualTo(in.path("id"));
  }

  @Property(tries = 300, seed = "1848", edgeCases = EdgeCasesMode.NONE)
  void anyTextIsReadAndItsSlotsAreCutFromIt(@ForAll("odd") String text) {
    for (String op : OPS) {
      JsonNode out = answer(op, in -> in.put("text", text));
      // What cannot be read cannot be answered; it can only be told apart.
      boolean unreadable = out.path("error").path("code").asText().equals("bad-value");
      assertThat(out.has("error")).as(out.toString()).isEqualTo(unreadable);
    }
    for (JsonNode slot : answer("understand", in -> in.put("text", text)).path("slots")) {
      assertThat(slot.isTextual() ? List.of(slot.asText()) : texts(slot)).allMatch(text::contains);
    }
  }

  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.strings().ascii().ofMaxLength(300),
        Arbitraries.strings()
            .withChars(" \t\n.,!?'\"()[]{}<>|*_€$%0123456789aeT-")
            .ofMaxLength(300));
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    Arbitrary<JsonNode> any = values();
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(
                    5,
                    Arbitraries.of(OPS)
                        .map(op -> (JsonNode) JsonNodeFactory.instance.textNode(op))),
                Tuple.of(1, any)),
            text().optional(0.9),
            any.optional(0.5),
            any.optional(0.3),
            any.optional(0.3),
            facts().optional(0.6))
        .as(
            (op, text, id, round, firmness, facts) -> {
              ObjectNode in = JSON.createObjectNode();
              in.set("op", op);
              text.ifPresent(value -> in.set("text", value));
              id.ifPresent(value -> in.set("id", value));
              round.ifPresent(value -> in.set("round", value));
              firmness.ifPresent(value -> in.set("firmness", value));
              facts.ifPresent(value -> in.set("facts", value));
              return in;
            });
  }

  private static Arbitrary<JsonNode> text() {
    return Arbitraries.of(TestTexts.every(40, TestTexts.examples("situations")))
        .map(text -> JsonNodeFactory.instance.textNode(text));
  }

  private static Arbitrary<JsonNode> facts() {
    return Combinators.combine(values(), values(), values(), values())
        .as(
            (budget, quote, consent, wants) -> {
              ObjectNode facts = JSON.createObjectNode();
              facts.set("budget", budget);
              facts.set("quote", quote);
              facts.putObject("boss").<ObjectNode>set("consent", consent).set("wants", wants);
              facts.putObject("threat").<ObjectNode>set("act", wants).set("by", budget);
              return (JsonNode) facts;
            });
  }

  private static Arbitrary<JsonNode> values() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(40).map(make::textNode),
        Arbitraries.of("8,000", "firm", "14 March", "understand", "").map(make::textNode),
        Arbitraries.integers().between(-3, 12).map(make::numberNode),
        Arbitraries.doubles().map(make::numberNode),
        Arbitraries.of(true, false).map(make::booleanNode),
        Arbitraries.of(make.nullNode(), make.arrayNode().add(1), make.objectNode().put("a", "b")));
  }

  // How it is asked

  private JsonNode answer(String op, Consumer<ObjectNode> input) {
    ObjectNode in = JSON.createObjectNode().put("op", op);
    input.accept(in);
    try {
      return JSON.readTree(lines.answer(in.toString()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode script(String text, int round, ObjectNode facts) {
    return answer("script", in -> in.put("text", text).put("round", round).set("facts", facts));
  }

  private List<JsonNode> run(String input) throws IOException {
    StringWriter out = new StringWriter();
    lines.run(new BufferedReader(new StringReader(input)), out);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    assertThat(array.isArray()).as(array.toString()).isTrue();
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode array, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.path(name).asText())
        .toList();
  }

  /** A pipe that counts how many lines were read ahead of what was answered. */
  private static final class Lockstep {
    private final List<String> lines;
    private int read;
    private int answered;
    private int furthestBehind;

    private Lockstep(List<String> lines) {
      this.lines = lines;
    }

    private Reader in() {
      return new Reader() {
        private String line = "";
        private int place;

        @Override
        public int read(char[] into, int offset, int length) {
          if (place == line.length()) {
            if (read == lines.size()) {
              return -1;
            }
            line = lines.get(read) + "\n";
            place = 0;
            read++;
            furthestBehind = Math.max(furthestBehind, read - answered);
          }
          int count = Math.min(length, line.length() - place);
          line.getChars(place, place + count, into, offset);
          place += count;
          return count;
        }

        @Override
        public void close() {
          // Nothing to give back.
        }
      };
    }

    private Writer out() {
      return new Writer() {
        @Override
        public void write(char[] signs, int offset, int length) {
          answered +=
              (int) IntStream.range(offset, offset + length).filter(i -> signs[i] == '\n').count();
        }

        @Override
        public void flush() {
          // Counted when it was written.
        }

        @Override
        public void close() {
          // Nothing to give back.
        }
      };
    }
  }
}
