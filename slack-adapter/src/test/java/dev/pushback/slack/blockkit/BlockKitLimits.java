package dev.pushback.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Slack takes, as a table: the blocks and elements we use, everything that may stand in them,
 * and how much of it. What isn't in the table is refused, markup above all.
 */
final class BlockKitLimits {
  /**
   * Characters of all blocks of a message together; undocumented. Markdown was measured to fail
   * above 13,297, and with more blocks earlier, so what surrounds the words is counted.
   */
  static final int TOTAL = 13_000;

  /** What stands in a property. */
  enum Kind {
    /** A text object: plain, without emoji codes; the number is its longest text. */
    PLAIN,
    /** Characters; the number is how many at most. */
    STRING,
    /** Blocks, elements or options; the number is how many at most. */
    LIST,
    /** An object of the type that its own "type" names, or that the property does. */
    NODE,
    /** True or false. */
    FLAG,
    /** Must be false. */
    FALSE,
    /** A number, and how much at most. */
    NUMBER
  }

  /** A row of the table; with an exclamation mark it can't be left out. */
  record Rule(String type, String property, Kind kind, int most, boolean required) {
    String name() {
      return type + "." + property;
    }
  }

  private static final String TABLE =
      """
      message                blocks           LIST    50    !

      modal                  title            PLAIN   24    !
      modal                  submit           PLAIN   24
      modal                  close            PLAIN   24
      modal                  blocks           LIST    100   !
      modal                  callback_id      STRING  255
      modal                  private_metadata STRING  3000

      home                   blocks           LIST    100   !
      home                   callback_id      STRING  255
      home                   private_metadata STRING  3000

      header                 text             PLAIN   150   !
      header                 block_id         STRING  255
      section                text             PLAIN   3000
      section                fields           LIST    10
      section                expand           FLAG    0
      section                block_id         STRING  255
      section.fields         text             STRING  2000  !
      section.fields         emoji            FALSE   0     !
      context                elements         LIST    10    !
      context                block_id         STRING  255
      divider                block_id         STRING  255
      actions                elements         LIST    25    !
      actions                block_id         STRING  255
      input                  label            PLAIN   2000  !
      input                  hint             PLAIN   2000
      input                  element          NODE    0     !
      input                  optional         FLAG    0
      input                  dispatch_action  FALSE   0
      input                  block_id         STRING  255   !

      button                 text             PLAIN   75    !
      button                 action_id        STRING  255   !
      button                 value            STRING  2000
      button                 url              STRING  3000
      button                 confirm          NODE    0
      confirm                title            PLAIN   100   !
      confirm                text             PLAIN   300   !
      confirm                confirm          PLAIN   30    !
      confirm                deny             PLAIN   30    !
      plain_text_input       action_id        STRING  255   !
      plain_text_input       placeholder      PLAIN   150
      plain_text_input       initial_value    STRING  3000
      plain_text_input       max_length       NUMBER  3000
      plain_text_input       multiline        FLAG    0
      static_select          action_id        STRING  255   !
      static_select          placeholder      PLAIN   150
      static_select          options          LIST    100   !
      static_select          initial_option   NODE    0
      external_select        action_id        STRING  255   !
      external_select        placeholder      PLAIN   150
      external_select        min_query_length NUMBER  10
      checkboxes             action_id        STRING  255   !
      checkboxes             options          LIST    10    !
      checkboxes             initial_options  LIST    10
      option                 text             PLAIN   75    !
      option                 value            STRING  150   !

      plain_text             text             STRING  3000  !
      plain_text             emoji            FALSE   0     !

      rich_text              elements         LIST    1000  !
      rich_text              block_id         STRING  255
      rich_text_section      elements         LIST    1000  !
      rich_text_preformatted elements         LIST    1000  !
      rich_text_quote        elements         LIST    1000  !
      rich_text_list         elements         LIST    1000  !
      rich_text_list         style            STRING  10    !
      text                   text             STRING  3200  !
      text                   style            NODE    0
      style                  bold             FLAG    0
      """;

  /** What kind of thing stands in a property whose values don't name their own type. */
  private static final Map<String, String> UNTYPED =
      Map.of(
          "button.confirm", "confirm",
          "static_select.options", "option",
          "static_select.initial_option", "option",
          "checkboxes.options", "option",
          "checkboxes.initial_options", "option",
          "section.fields", "section.fields",
          "text.style", "style");

  private static final String BLOCKS = "header section context divider actions rich_text input";
  private static final String CHOICES = "button static_select external_select checkboxes";

  /** What may stand in what. */
  private static final Map<String, String> WITHIN =
      Map.of(
          "message.blocks",
          BLOCKS,
          "modal.blocks",
          BLOCKS,
          "home.blocks",
          BLOCKS,
          "context.elements",
          "plain_text",
          "actions.elements",
          CHOICES,
          "input.element",
          CHOICES + " plain_text_input",
          "rich_text.elements",
          "rich_text_section rich_text_preformatted rich_text_quote rich_text_list",
          "rich_text_section.elements",
          "text",
          "rich_text_preformatted.elements",
          "text",
          "rich_text_quote.elements",
          "text");

  private static final Pattern REFUSED =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Map<String, Map<String, Rule>> RULES = read();

  private final List<String> complaints = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();

  private BlockKitLimits() {}

  private static Map<String, Map<String, Rule>> read() {
    Map<String, Map<String, Rule>> rules = new TreeMap<>();
    for (String line : TABLE.lines().filter(row -> !row.isBlank()).toList()) {
      List<String> cells = SPACES.splitAsStream(line.strip()).toList();
      Rule rule =
          new Rule(
              cells.get(0),
              cells.get(1),
              Kind.valueOf(cells.get(2)),
              Integer.parseInt(cells.get(3)),
              cells.size() > 4);
      rules.computeIfAbsent(rule.type(), type -> new TreeMap<>()).put(rule.property(), rule);
    }
    return rules;
  }

  /** Every row. */
  static List<Rule> rules() {
    return RULES.values().stream().flatMap(rows -> rows.values().stream()).toList();
  }

  /** What Slack wouldn't take in a message; nothing if it is fine. */
  static List<String> complaints(List<LayoutBlock> blocks) {
    JsonObject message = new JsonObject();
    message.add("blocks", GsonFactory.createSnakeCase().toJsonTree(blocks));
    return complaints(message);
  }

  /** What Slack wouldn't take in a window or a Home tab; nothing if it is fine. */
  static List<String> complaints(View view) {
    return complaints(GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject());
  }

  /** The same of JSON; without a type it is a message. */
  static List<String> complaints(JsonObject json) {
    BlockKitLimits limits = new BlockKitLimits();
    String type = json.has("type") ? json.get("type").getAsString() : "message";
    limits.node(type, json);
    if (json.get("blocks") instanceof JsonArray blocks) {
      limits.together(type, json, blocks);
    }
    return limits.complaints;
  }

  private void together(String type, JsonObject surface, JsonArray blocks) {
    int total = 0;
    boolean inputs = false;
    for (JsonElement block : blocks) {
      boolean input = block.toString().startsWith("{\"type\":\"input\"");
      inputs |= input;
      total += input ? 0 : block.toString().length();
    }
    check(total <= TOTAL, type + ": " + total + " characters, at most " + TOTAL);
    check(!inputs || type.equals("modal"), type + ": nothing can be filled in here");
    check(
        !type.equals("modal") || inputs == surface.has("submit"),
        type + ": something to fill in and a button to submit it need each other");
  }

  private void node(String type, JsonObject json) {
    Map<String, Rule> rules = RULES.getOrDefault(type, Map.of());
    check(!rules.isEmpty(), type + ": unknown");
    for (Map.Entry<String, JsonElement> one : json.entrySet()) {
      if (rules.containsKey(one.getKey())) {
        property(Objects.requireNonNull(rules.get(one.getKey())), one.getValue());
      } else {
        check(one.getKey().equals("type"), type + "." + one.getKey() + ": unknown");
      }
    }
    for (Rule rule : rules.values()) {
      check(!rule.required() || json.has(rule.property()), rule.name() + ": missing");
    }
    if (type.equals("section")) {
      check(json.has("text") || json.has("fields"), "section: neither text nor fields");
    }
    ids(json);
  }

  private void ids(JsonObject json) {
    if (json.has("block_id")) {
      String id = json.get("block_id").getAsString();
      check(blockIds.add(id), "block_id: twice: " + id);
    }
    if (json.get("elements") instanceof JsonArray elements) {
      Set<String> seen = new HashSet<>();
      for (JsonElement element : elements) {
        if (element instanceof JsonObject object && object.has("action_id")) {
          String id = object.get("action_id").getAsString();
          check(seen.add(id), "action_id: twice: " + id);
        }
      }
    }
  }

  private void property(Rule rule, JsonElement value) {
    switch (rule.kind()) {
      case PLAIN -> plain(rule, value);
      case STRING -> string(rule, value.getAsString());
      case LIST -> list(rule, value.getAsJsonArray());
      case NODE -> child(rule, value);
      case NUMBER ->
          check(
              value.getAsInt() <= rule.most(),
              rule.name() + ": " + value + ", at most " + rule.most());
      case FALSE -> check(!value.getAsBoolean(), rule.name() + ": must be false");
      case FLAG ->
          check(
              value.getAsJsonPrimitive().isBoolean(),
              rule.name() + ": neither true nor false: " + value);
    }
  }

  private void plain(Rule rule, JsonElement value) {
    JsonObject text = value.getAsJsonObject();
    String type = text.has("type") ? text.get("type").getAsString() : "";
    check(type.equals("plain_text"), rule.name() + ": " + type + " is forbidden");
    node("plain_text", text);
    if (text.has("text")) {
      string(rule, text.get("text").getAsString());
    }
  }

  private void string(Rule rule, String text) {
    check(!text.isEmpty(), rule.name() + ": empty");
    check(
        text.length() <= rule.most(),
        rule.name() + ": " + text.length() + " characters, at most " + rule.most());
    check(!REFUSED.matcher(text).find(), rule.name() + ": a sign that Slack refuses");
  }

  private void list(Rule rule, JsonArray list) {
    check(!list.isEmpty(), rule.name() + ": empty");
    check(
        list.size() <= rule.most(), rule.name() + ": " + list.size() + ", at most " + rule.most());
    list.forEach(one -> child(rule, one));
  }

  private void child(Rule rule, JsonElement value) {
    if (!(value instanceof JsonObject json)) {
      complaints.add(rule.name() + ": not an object");
      return;
    }
    String type = json.has("type") ? json.get("type").getAsString() : "";
    List<String> allowed = SPACES.splitAsStream(WITHIN.getOrDefault(rule.name(), type)).toList();
    check(allowed.contains(type), type + ": can't stand in " + rule.name());
    if (rule.name().equals("section.fields")) {
      check(type.equals("plain_text"), type + ": forbidden in " + rule.name());
    }
    node(UNTYPED.getOrDefault(rule.name(), type), json);
  }

  private void check(boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }
}
