package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Teams takes: the schema of Adaptive Cards 1.5 as far as we use it (see {@code
 * src/render/schema.mjs}), and what no schema says.
 */
final class AdaptiveCardLimits {
  /** A TextBlock with any of these could be read as markdown, or worked out. */
  private static final Pattern MARKUP =
      Pattern.compile("[*_`~\\[\\]<>{}#|\\\\]|://|^\\s*(?:[-+]|\\d+[.)]\\s)");

  private static final JsonSchema SCHEMA = schema();

  private final List<String> complaints = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private AdaptiveCardLimits() {}

  static List<String> complaints(JsonNode card) {
    AdaptiveCardLimits limits = new AdaptiveCardLimits();
    SCHEMA.validate(card).stream()
        .map(ValidationMessage::getMessage)
        .forEach(limits.complaints::add);
    int size = card.toString().getBytes(StandardCharsets.UTF_8).length;
    limits.check(size <= Fitting.MOST, "card: " + size + " bytes");
    limits.node(card);
    return limits.complaints;
  }

  private void node(JsonNode node) {
    String type = node.path("type").asText();
    switch (type) {
      case "TextBlock" -> {
        check(node.path("wrap").asBoolean(), "TextBlock: does not wrap");
        check(!MARKUP.matcher(node.path("text").asText()).find(), "TextBlock: markup");
      }
      case "TextRun" -> {
        String text = node.path("text").asText();
        check(!text.isEmpty(), "TextRun: empty");
        check(!isWorkedOut(node.path("text")), "TextRun: worked out");
      }
      case "ActionSet" ->
          check(node.path("actions").size() <= Actions.MOST, "ActionSet: too many actions");
      case "Input.Text", "Input.ChoiceSet" -> {
        String id = node.path("id").asText();
        check(ids.add(id), "id: twice: " + id);
        check(!isWorkedOut(node.path("label")), type + ": worked out");
        for (JsonNode choice : node.path("choices")) {
          check(!isWorkedOut(choice.path("title")), type + ": worked out");
        }
        check(
            !node.path("isRequired").asBoolean() || node.has("errorMessage"),
            type + ": required, and no word why");
      }
      case "AdaptiveCard" -> check(!node.has("actions"), "AdaptiveCard: actions below all");
      default -> {}
    }
    node.forEach(this::node);
  }

  private static boolean isWorkedOut(JsonNode text) {
    return text.asText().contains("{{DATE(") || text.asText().contains("{{TIME(");
  }

  private void check(boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }

  private static JsonSchema schema() {
    try (InputStream file =
        Objects.requireNonNull(
            AdaptiveCardLimits.class.getResourceAsStream("/adaptive-card-1.5.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
