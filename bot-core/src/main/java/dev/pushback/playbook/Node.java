package dev.pushback.playbook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value in a YAML file that remembers where it stands, so that a complaint can name file and
 * line. Jackson's own tree forgets the line.
 */
final class Node {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final int line;
  private final Object value;
  private final Set<String> asked = new LinkedHashSet<>();

  private Node(String file, int line, Object value) {
    this.file = file;
    this.line = line;
    this.value = value;
  }

  /** Reads a whole file. */
  static Node read(String file, InputStream stream) {
    try (JsonParser parser = YAML.createParser(stream)) {
      if (parser.nextToken() == null) {
        throw new PlaybookException(file, 0, "the file is empty");
      }
      return value(file, parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new PlaybookException(file, line, "this is not valid YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new PlaybookException(file, 0, "cannot be read: " + e.getMessage());
    }
  }

  private static Node value(String file, JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Node> fields = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, value(file, parser));
      }
      return new Node(file, line, fields);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(file, parser));
      }
      return new Node(file, line, items);
    }
    return new Node(file, line, parser.getText());
  }

  PlaybookException complaint(String what) {
    return new PlaybookException(file, line, what);
  }

  /** Builds something from this node; what its constructor refuses is told with file and line. */
  <T> T build(Function<Node, T> builder) {
    try {
      return builder.apply(this);
    } catch (IllegalArgumentException e) {
      throw complaint(String.valueOf(e.getMessage()));
    }
  }

  @SuppressWarnings("unchecked")
  Map<String, Node> fields() {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Node>) map;
    }
    throw complaint("here should stand names and values, such as 'title: …'");
  }

  @SuppressWarnings("unchecked")
  List<Node> items() {
    if (value instanceof List<?> list) {
      return (List<Node>) list;
    }
    throw complaint("here should stand a list, each item after '- '");
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw complaint("here should stand a text");
  }

  Optional<Node> find(String name) {
    asked.add(name);
    return Optional.ofNullable(fields().get(name));
  }

  Node get(String name) {
    return find(name).orElseThrow(() -> complaint("'" + name + "' is missing"));
  }

  String text(String name) {
    return get(name).text();
  }

  String text(String name, String otherwise) {
    return find(name).map(Node::text).orElse(otherwise);
  }

  int number(String name) {
    Node node = get(name);
    try {
      return Integer.parseInt(node.text().strip());
    } catch (NumberFormatException e) {
      throw node.complaint("here should stand a whole number");
    }
  }

  boolean flag(String name) {
    return find(name)
        .map(
            node ->
                switch (node.text()) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw node.complaint("here should stand true or false");
                })
        .orElse(false);
  }

  List<String> texts(String name) {
    return find(name).map(node -> node.items().stream().map(Node::text).toList()).orElse(List.of());
  }

  /** Refuses names nobody asked for, which are mostly typing errors. */
  void refuseOthers() {
    for (Map.Entry<String, Node> field : fields().entrySet()) {
      if (!asked.contains(field.getKey())) {
        throw field
            .getValue()
            .complaint(
                "unknown name '" + field.getKey() + "'; known here: " + String.join(", ", asked));
      }
    }
  }
}
