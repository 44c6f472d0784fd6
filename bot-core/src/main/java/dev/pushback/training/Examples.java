package dev.pushback.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labelled examples by one or more authors.
 *
 * @param situations what people type to the coach
 * @param objections what partners write
 * @param thoughts combative thoughts
 * @param followUps requests to track something
 * @param drafts messages about to be sent
 */
public record Examples(
    List<Said> situations,
    List<Said> objections,
    List<Said> thoughts,
    List<Said> followUps,
    List<Said> drafts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  public Examples {
    situations = List.copyOf(situations);
    objections = List.copyOf(objections);
    thoughts = List.copyOf(thoughts);
    followUps = List.copyOf(followUps);
    drafts = List.copyOf(drafts);
  }

  /**
   * One example.
   *
   * @param author the folder it comes from
   * @param text what was said
   * @param label what it is
   * @param labels everything else that is known about it
   */
  public record Said(String author, String text, String label, JsonNode labels) {
    /** Whether the guess is the label or an accepted alternative. */
    boolean accepts(String guess) {
      if (guess.equals(label)) {
        return true;
      }
      for (JsonNode also : labels.path("also")) {
        if (also.asText().equals(guess)) {
          return true;
        }
      }
      return false;
    }

    /** A slot's words, if the example has it. */
    Optional<String> slot(String name) {
      return Optional.of(labels.path("slots").path(name))
          .filter(JsonNode::isTextual)
          .map(JsonNode::asText);
    }

    /** The words of a slot that holds several. */
    List<String> slots(String name) {
      return textsIn("slots", name);
    }

    /** The texts of a list. */
    List<String> texts(String name) {
      return texts(labels.path(name));
    }

    /** The texts of a list within another label. */
    List<String> textsIn(String outer, String name) {
      return texts(labels.path(outer).path(name));
    }

    private static List<String> texts(JsonNode list) {
      List<String> texts = new ArrayList<>();
      list.forEach(text -> texts.add(text.asText()));
      return texts;
    }

    /** How the words of a slot fit a sentence, if the author said so. */
    Optional<String> shape(String slot) {
      return field(labels.path("shapes"), slot);
    }

    /** Any other label, such as the kind of a message that is no push-back. */
    Optional<String> more(String name) {
      return field(labels, name);
    }

    private static Optional<String> field(JsonNode node, String name) {
      return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
  }

  /**
   * Reads the folders of all authors.
   *
   * @param folder holds one folder an author, each with situations.jsonl, objections.jsonl,
   *     reframes.jsonl, followups.jsonl and drafts.jsonl
   * @throws IOException naming file and line when an example cannot be read
   */
  public static Examples in(Path folder) throws IOException {
    List<Path> authors;
    try (Stream<Path> children = Files.list(folder)) {
      authors = children.filter(Files::isDirectory).sorted().toList();
    }
    List<Examples> all = new ArrayList<>();
    for (Path author : authors) {
      all.add(of(author, author.getFileName().toString()));
    }
    return join(all);
  }

  /** Reads the files of one author; a missing file holds nothing. */
  public static Examples of(Path folder, String author) throws IOException {
    return new Examples(
        read(folder.resolve("situations.jsonl"), author, "situation"),
        read(folder.resolve("objections.jsonl"), author, "objection"),
        read(folder.resolve("reframes.jsonl"), author, "grievance"),
        read(folder.resolve("followups.jsonl"), author, "kind"),
        read(folder.resolve("drafts.jsonl"), author, "problems"));
  }

  /** The examples of an author only, or of everybody else. */
  Examples by(String author, boolean thisOne) {
    return new Examples(
        situations.stream().filter(said -> said.author().equals(author) == thisOne).toList(),
        objections.stream().filter(said -> said.author().equals(author) == thisOne).toList(),
        thoughts.stream().filter(said -> said.author().equals(author) == thisOne).toList(),
        followUps.stream().filter(said -> said.author().equals(author) == thisOne).toList(),
        drafts.stream().filter(said -> said.author().equals(author) == thisOne).toList());
  }

  /** The authors, in order. */
  List<String> authors() {
    return situations.stream().map(Said::author).distinct().sorted().toList();
  }

  /** The authors of requests to track, in order. */
  List<String> trackers() {
    return followUps.stream().map(Said::author).distinct().sorted().toList();
  }

  /** The authors of drafts, in order. */
  List<String> drafters() {
    return drafts.stream().map(Said::author).distinct().sorted().toList();
  }

  static Examples join(List<Examples> parts) {
    return new Examples(
        parts.stream().flatMap(part -> part.situations().stream()).toList(),
        parts.stream().flatMap(part -> part.objections().stream()).toList(),
        parts.stream().flatMap(part -> part.thoughts().stream()).toList(),
        parts.stream().flatMap(part -> part.followUps().stream()).toList(),
        parts.stream().flatMap(part -> part.drafts().stream()).toList());
  }

  private static List<Said> read(Path file, String author, String label) throws IOException {
    List<Said> examples = new ArrayList<>();
    if (!Files.exists(file)) {
      return examples;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          JsonNode node = JSON.readTree(line);
          String value = node.path(label).asText("");
          examples.add(new Said(author, node.required("text").asText(), value, node));
        } catch (IOException | IllegalArgumentException e) {
          throw new IOException(
              file + " line " + number + ": not an example (" + e.getMessage() + ")", e);
        }
      }
    }
    return examples;
  }
}
