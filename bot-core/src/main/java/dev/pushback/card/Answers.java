package dev.pushback.card;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was filled into a {@link Block.Form}, as words that can be said, typed and read: the
 * command, behind it what stood in the field without a name, and a line for each other field.
 * Further lines of a field are indented.
 *
 * <pre>
 * facts
 * want: the kick-off in April
 * budget: 8,000
 * </pre>
 *
 * @param plain what stood in the field without a name; may be empty
 * @param named the others by their names, none of them empty
 * @param emptied the names of fields in which something had stood, and now nothing does
 */
public record Answers(String plain, Map<String, String> named, Set<String> emptied) {
  private static final Pattern NAMED = Pattern.compile("([a-z]{1,20}):[ \\t]*(.*)");
  private static final String INDENT = "  ";

  /** Copies. */
  public Answers {
    named = Map.copyOf(named);
    emptied = Set.copyOf(emptied);
  }

  /** Nothing was emptied. */
  public Answers(String plain, Map<String, String> named) {
    this(plain, named, Set.of());
  }

  /**
   * The words that a filled form says.
   *
   * @param command of the form
   * @param values what stood in the fields, by their names, in their order; empty ones are left out
   */
  public static String say(String command, Map<String, String> values) {
    return say(command, values, Set.of());
  }

  /**
   * The same, saying also what was emptied: by its name, and nothing behind it.
   *
   * @param emptied the names of fields in which something had stood at first
   */
  public static String say(String command, Map<String, String> values, Set<String> emptied) {
    StringBuilder said = new StringBuilder(command);
    String plain = values.getOrDefault("", "").strip();
    if (!plain.isEmpty()) {
      said.append(' ').append(plain);
    }
    values.forEach(
        (name, value) -> {
          if (!name.isEmpty() && !value.isBlank()) {
            said.append('\n').append(name).append(": ");
            said.append(String.join("\n" + INDENT, value.strip().lines().toList()));
          }
        });
    emptied.stream()
        .filter(name -> values.getOrDefault(name, "").isBlank())
        .sorted()
        .forEach(name -> said.append('\n').append(name).append(':'));
    return said.toString();
  }

  /** Reads what followed the command. */
  public static Answers read(String rest) {
    StringBuilder plain = new StringBuilder();
    Map<String, StringBuilder> named = new LinkedHashMap<>();
    StringBuilder current = plain;
    for (String line : rest.lines().toList()) {
      Matcher begins = NAMED.matcher(line);
      if (begins.matches()) {
        current = named.computeIfAbsent(begins.group(1), name -> new StringBuilder());
        add(current, begins.group(2));
      } else {
        add(current, current == plain ? line : line.strip());
      }
    }
    Map<String, String> filled = new LinkedHashMap<>();
    Set<String> emptied = new HashSet<>();
    named.forEach(
        (name, value) -> {
          if (!value.toString().isBlank()) {
            filled.put(name, value.toString().strip());
          } else {
            emptied.add(name);
          }
        });
    return new Answers(plain.toString().strip(), filled, emptied);
  }

  /**
   * The same for words that were typed, also all in one line with semicolons between them: "want:
   * April; budget: 8,000".
   *
   * @param names of the fields that may stand in such a line
   */
  public static Answers typed(String rest, Set<String> names) {
    if (rest.strip().contains("\n")) {
      return read(rest.strip());
    }
    String begins = "(?=(?:" + String.join("|", names) + "):)";
    return read(
        rest.strip()
            .replaceAll(";\\s*" + begins, "\n")
            .replaceFirst("^([a-z]{1,20})\\s+" + begins, "$1\n"));
  }

  private static void add(StringBuilder to, String line) {
    to.append(to.isEmpty() ? "" : "\n").append(line);
  }

  /** What stood in a field; empty if nothing did. */
  public String get(String name) {
    return named.getOrDefault(name, "");
  }
}
