package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.CardLimits;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button or a form says when it is pressed. It travels through Teams and back as the data of
 * an action; what was filled in comes back beside it.
 *
 * @param about the id of the case it is about ({@link dev.pushback.chat.Reply#about()})
 * @param command what it says; may be empty
 * @param insert words to be put into the compose box; then it says nothing
 */
public record Said(Optional<String> about, String command, Optional<String> insert) {
  /** The longest command, in characters. */
  static final int LONGEST = 2000;

  /** Begins the id of an input that holds words to send; a number follows. */
  static final String WORDS = "words-";

  private static final String ABOUT = "about";
  private static final String SAY = "say";
  private static final String INSERT = "insert";
  private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");
  private static final Pattern WORDS_ID = Pattern.compile(WORDS + "\\d{1,2}");
  private static final Said NOTHING = new Said(Optional.empty(), "");

  /** Checks the id, and that it fits. */
  public Said {
    about.ifPresent(
        id -> {
          if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of a case");
          }
        });
    if (command.length() > LONGEST) {
      throw new IllegalArgumentException("a command of " + command.length() + " characters");
    }
    insert.ifPresent(
        words -> {
          if (words.isBlank() || words.length() > CardLimits.INPUT) {
            throw new IllegalArgumentException("words of " + words.length() + " characters");
          }
        });
  }

  /** Puts nothing into the compose box. */
  public Said(Optional<String> about, String command) {
    this(about, command, Optional.empty());
  }

  /** What Teams carries. */
  public ObjectNode data() {
    ObjectNode data = Elements.object();
    about.ifPresent(id -> data.put(ABOUT, id));
    if (!command.isEmpty()) {
      data.put(SAY, command);
    }
    insert.ifPresent(words -> data.put(INSERT, words));
    return data;
  }

  /**
   * Reads what Teams carried. Where the words to insert stood in an input, they are what stood
   * there in the end.
   *
   * @param data whatever came
   * @return says nothing if it is something that {@link #data()} never wrote
   */
  public static Said read(JsonNode data) {
    String about = data.path(ABOUT).asText("");
    String command = data.path(SAY).asText("");
    String insert = words(data, data.path(INSERT).asText(""));
    boolean foreign =
        !isText(data.path(ABOUT))
            || !isText(data.path(SAY))
            || !isText(data.path(INSERT))
            || (data.has(ABOUT) && !ID.matcher(about).matches())
            || command.length() > LONGEST
            || insert.length() > CardLimits.INPUT;
    if (foreign) {
      return NOTHING;
    }
    return new Said(
        Optional.of(about).filter(id -> !id.isEmpty()),
        command,
        Optional.of(insert).filter(words -> !words.isBlank()));
  }

  /** Whether it asks for words to be put into the compose box, also if there are none. */
  public static boolean inserts(JsonNode data) {
    return data.path(INSERT).isTextual();
  }

  private static String words(JsonNode data, String insert) {
    return WORDS_ID.matcher(insert).matches()
        ? (data.path(insert).isTextual() ? data.path(insert).asText() : "")
        : insert;
  }

  private static boolean isText(JsonNode node) {
    return node.isMissingNode() || node.isTextual();
  }

  /** Nothing of what was said. */
  @Override
  public String toString() {
    return "Said[" + (insert.isPresent() ? "words to insert" : "a command") + "]";
  }
}
