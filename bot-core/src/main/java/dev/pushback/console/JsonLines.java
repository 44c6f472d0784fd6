package dev.pushback.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Notice;
import dev.pushback.script.Answer;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.script.Reframe;
import dev.pushback.script.Refusal;
import dev.pushback.script.Script;
import dev.pushback.script.ScriptRequest;
import dev.pushback.situation.Objection;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.situation.Slots;
import dev.pushback.tone.DraftRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object a line in, one a line out, in the same order. A bad line is answered with an
 * error and never stops the run. The same input gives the same output.
 */
final class JsonLines {
  private static final int MOST_ROUNDS = 1000;

  /** Below this the situation is only guessed, and no script pretends to have understood. */
  private static final double GUESS = 0.2;

  private final Knowledge knowledge;
  private final Bugs bugs;
  private final CheckOp check;
  private final WhenOp when;
  private final TrackOp track;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  JsonLines(Knowledge knowledge, Bugs bugs) {
    this.knowledge = knowledge;
    this.bugs = bugs;
    this.check = new CheckOp(knowledge);
    this.when = new WhenOp(knowledge.playbook().waiting());
    this.track = new TrackOp(knowledge);
  }

  /** Answers every line until the input ends. */
  void run(BufferedReader in, Writer out) throws IOException {
    String line = in.readLine();
    while (line != null) {
      if (!line.isBlank()) {
        out.write(answer(line));
        out.write('\n');
        if (!in.ready()) {
          out.flush();
        }
      }
      line = in.readLine();
    }
    out.flush();
  }

  /** The answer to one line. */
  String answer(String line) {
    ObjectNode out = json.createObjectNode();
    try {
      JsonNode in = parse(line);
      copy(in, out, "id");
      copy(in, out, "op");
      answer(in, out);
    } catch (BadLine e) {
      out.putObject("error").put("code", e.code()).put("message", e.getMessage());
    } catch (RuntimeException e) {
      String reference = bugs.note(e);
      ObjectNode error = json.createObjectNode();
      copy(out, error, "id");
      copy(out, error, "op");
      error
          .putObject("error")
          .put("code", "internal")
          .put("message", "this is a bug in pushback, reference " + reference);
      return error.toString();
    }
    return out.toString();
  }

  private JsonNode parse(String line) throws BadLine {
    JsonNode in;
    try {
      in = json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadLine("bad-json", "this line is no JSON: " + e.getOriginalMessage());
    }
    if (!in.isObject()) {
      throw new BadLine("bad-json", "this line is no JSON object");
    }
    return in;
  }

  private static void copy(JsonNode in, ObjectNode out, String name) {
    if (in.has(name)) {
      out.set(name, in.get(name));
    }
  }

  private void answer(JsonNode in, ObjectNode out) throws BadLine {
    String op = JsonFields.required(in, "op");
    switch (op) {
      case "understand" -> understand(text(in), out);
      case "script" -> script(in, text(in), out);
      case "check" -> check.answer(in, text(in, DraftRequest.LONGEST), round(in), channel(in), out);
      case "answer" -> answer(in, text(in), out);
      case "reframe" -> reframe(text(in), out);
      case "when" -> when.answer(in, out);
      case "track" -> track.answer(in, text(in), out);
      default ->
          throw new BadLine(
              "unknown-op",
              "'" + op + "' is none of understand, script, check, answer, reframe, when, track");
    }
  }

  private void understand(String text, ObjectNode out) {
    Reading reading = knowledge.reader().read(text);
    boolean readable = knowledge.screening().problem(Screening.clean(text)).isEmpty();
    out.put("situation", (readable ? reading.situation() : Situation.NOT_PUSHBACK).id());
    out.put("confidence", readable ? JsonFields.rounded(reading.confidence()) : 1);
    ArrayNode also = out.putArray("also");
    if (readable) {
      reading.also().forEach(situation -> also.add(situation.id()));
    }
    out.put("objection", (readable ? reading.objection() : Objection.NONE).id());
    slots(readable ? reading.slots() : Slots.NONE, out.putObject("slots"));
  }

  private static void slots(Slots slots, ObjectNode out) {
    slots.partner().ifPresent(slot -> out.put("partner", slot.text()));
    slots.want().ifPresent(slot -> out.put("want", slot.text()));
    slots.theyWant().ifPresent(slot -> out.put("they_want", slot.text()));
    slots.reason().ifPresent(slot -> out.put("reason", slot.text()));
    list(slots.amounts(), out, "amounts");
    list(slots.dates(), out, "dates");
  }

  private static void list(List<Slot> slots, ObjectNode out, String name) {
    if (!slots.isEmpty()) {
      ArrayNode array = out.putArray(name);
      slots.forEach(slot -> array.add(slot.text()));
    }
  }

  private void script(JsonNode in, String text, ObjectNode out) throws BadLine {
    String clean = Screening.clean(text);
    Facts facts = JsonFields.facts(in.path("facts"));
    int round = round(in);
    Firmness firmness = firmness(in);
    Channel channel = channel(in).orElse(Channel.CHAT);
    Optional<String> kind = JsonFields.optional(in, "partner_kind");
    Optional<Screening.Problem> problem = knowledge.screening().problem(clean);
    Reading reading = knowledge.reader().read(clean);
    if (problem.isPresent()) {
      noScript(knowledge.playbook().notice(problem.get().id()), out);
    } else if (reading.situation() == Situation.NOT_PUSHBACK) {
      noScript(knowledge.playbook().notice(reading.kind()), out);
    } else if (reading.confidence() < GUESS) {
      noScript(knowledge.playbook().notice("off-topic"), out);
    } else {
      write(
          knowledge
              .scripts()
              .write(new ScriptRequest(reading, round, firmness, facts, kind, channel, false)),
          out);
    }
  }

  /** No partner in it: nothing to send, and why. */
  private static void noScript(Notice notice, ObjectNode out) {
    out.put("situation", Situation.NOT_PUSHBACK.id());
    out.put("sendable", "");
    out.putArray("blanks");
    out.putArray("moves");
    out.putArray("if_they_say");
    out.putArray("refused").addObject().put("what", "script").put("why", notice.say());
    out.put("stop", notice.title());
  }

  private static void write(Script script, ObjectNode out) {
    out.put("situation", script.situation().id());
    out.put("sendable", script.sendable().words());
    texts(script.sendable().blanks(), out.putArray("blanks"));
    ArrayNode moves = out.putArray("moves");
    script
        .moves()
        .forEach(
            step -> {
              ObjectNode move = moves.addObject();
              move.put("move", step.move()).put("say", step.say()).put("why", step.why().words());
              texts(step.cites(), move.putArray("cites"));
            });
    ArrayNode prepared = out.putArray("if_they_say");
    script
        .ifTheySay()
        .forEach(
            one ->
                prepared
                    .addObject()
                    .put("objection", one.objection().id())
                    .put("say", one.say().words()));
    refused(script.refused(), out.putArray("refused"));
    out.put("stop", script.stop().words());
  }

  private static void refused(List<Refusal> refusals, ArrayNode out) {
    refusals.forEach(
        refusal -> out.addObject().put("what", refusal.what()).put("why", refusal.why().words()));
  }

  private void answer(JsonNode in, String text, ObjectNode out) throws BadLine {
    ObjectionReading reading = knowledge.reader().readObjection(readable(text));
    Answer answer =
        knowledge
            .answers()
            .answer(
                reading,
                round(in),
                firmness(in),
                JsonFields.facts(in.path("facts")),
                Optional.empty(),
                false);
    out.put("objection", answer.objection().id());
    out.put("confidence", JsonFields.rounded(reading.confidence()));
    ArrayNode also = out.putArray("also");
    reading.also().forEach(objection -> also.add(objection.id()));
    out.put("say", answer.say().words());
    out.put("why", answer.why().words());
    texts(answer.cites(), out.putArray("cites"));
    out.put("stop", answer.stop());
    if (!answer.refused().isEmpty()) {
      refused(answer.refused(), out.putArray("refused"));
    }
  }

  /** The cleaned text, or the reason why it cannot be read. */
  private String readable(String text) throws BadLine {
    String clean = Screening.clean(text);
    Optional<Screening.Problem> problem = knowledge.screening().problem(clean);
    if (problem.isPresent()) {
      throw new BadLine("bad-value", knowledge.playbook().notice(problem.get().id()).say());
    }
    return clean;
  }

  private void reframe(String text, ObjectNode out) throws BadLine {
    Reframe reframe = knowledge.reframes().write(knowledge.reader().readThought(readable(text)));
    out.put("reframe", reframe.reframe().words());
    out.put("keeps", reframe.keeps());
    out.put("question", reframe.question().words());
    texts(reframe.cites(), out.putArray("cites"));
  }

  private static void texts(List<String> texts, ArrayNode out) {
    texts.forEach(out::add);
  }

  private static String text(JsonNode in) throws BadLine {
    return text(in, Screening.LONGEST);
  }

  private static String text(JsonNode in, int longest) throws BadLine {
    String text = JsonFields.required(in, "text");
    if (text.length() > longest) {
      throw new BadLine(
          "too-long",
          "'text' has " + text.length() + " characters; at most " + longest + " are read");
    }
    return text;
  }

  private static int round(JsonNode in) throws BadLine {
    JsonNode round = in.path("round");
    if (round.isMissingNode() || round.isNull()) {
      return 1;
    }
    if (!round.isInt() || round.asInt() < 1 || round.asInt() > MOST_ROUNDS) {
      throw new BadLine("bad-value", "'round' must be a whole number from 1 on");
    }
    return round.asInt();
  }

  private static Firmness firmness(JsonNode in) throws BadLine {
    String id = JsonFields.optional(in, "firmness").orElse(Firmness.STEADY.id());
    return Firmness.byId(id)
        .orElseThrow(
            () -> new BadLine("bad-value", "'firmness' must be gentle, steady or firm, not " + id));
  }

  private static Optional<Channel> channel(JsonNode in) throws BadLine {
    Optional<String> id = JsonFields.optional(in, "channel");
    Optional<Channel> channel = id.flatMap(Channel::byId);
    if (id.isPresent() && channel.isEmpty()) {
      throw new BadLine("bad-value", "'channel' must be chat or email, not " + id.get());
    }
    return channel;
  }
}
