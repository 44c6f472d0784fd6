package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was filled into a form. Teams sends what stands in the inputs, in no order, leaves out some
 * that are empty, and doesn't say what kind they were of; so the form says that with its button.
 */
public final class Filled {
  /** Begins the id of each input; the name of the field follows. */
  static final String FIELD = "field-";

  /** Ends the id of the input in which the name of a colleague is typed. */
  static final String TYPED = "-typed";

  private static final String FIELDS = "fields";
  private static final String SEVERAL = "several";
  private static final String PEOPLE = "people";
  private static final String PREFILLED = "prefilled";
  private static final Pattern NAME = Pattern.compile("[a-z]{0,20}");
  private static final Pattern ID = Pattern.compile("[\\w:.-]{1,100}");

  private Filled() {}

  /** Adds to the data of a form's button what its fields are. */
  static void describe(ObjectNode data, Block.Form form) {
    add(data, FIELDS, form, field -> true);
    add(data, SEVERAL, form, field -> field.kind() instanceof Block.Kind.AnyOf);
    add(data, PEOPLE, form, field -> field.kind() instanceof Block.Kind.Teammate);
    add(data, PREFILLED, form, Filled::isPrefilled);
  }

  private static boolean isPrefilled(Block.Field field) {
    boolean words =
        field.kind() instanceof Block.Kind.Line || field.kind() instanceof Block.Kind.Lines;
    return words && !field.name().isEmpty() && !field.initial().isBlank();
  }

  private static void add(
      ObjectNode data, String key, Block.Form form, Predicate<Block.Field> which) {
    List<String> names = form.fields().stream().filter(which).map(Block.Field::name).toList();
    if (!names.isEmpty()) {
      ArrayNode list = data.putArray(key);
      names.forEach(list::add);
    }
  }

  /**
   * What stands in the fields, in their order; empty where nothing does.
   *
   * @param data of the action, with what stands in the inputs
   * @return by the names of the fields, as {@link dev.pushback.card.Answers#say} takes it; a
   *     colleague who was picked is an at sign and their id, one who was typed their name
   */
  public static Map<String, String> values(JsonNode data) {
    Map<String, String> people = people(data);
    List<String> several = names(data, SEVERAL);
    List<String> teammates = names(data, PEOPLE);
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names(data, FIELDS)) {
      String value = data.path(FIELD + name).asText("");
      if (several.contains(name)) {
        value = value.replace(',', ' ');
      } else if (people.containsKey(name)) {
        value = "@" + people.get(name);
      } else if (teammates.contains(name)) {
        value = data.path(FIELD + name + TYPED).asText("").strip().replaceFirst("^@\\s*", "");
      }
      values.put(name, value);
    }
    return values;
  }

  /** The people that were picked, not typed: their ids, by the names of the fields. */
  public static Map<String, String> people(JsonNode data) {
    Map<String, String> people = new LinkedHashMap<>();
    for (String name : names(data, PEOPLE)) {
      String id = data.path(FIELD + name).asText("");
      if (ID.matcher(id).matches()) {
        people.put(name, id);
      }
    }
    return people;
  }

  /** The names of the fields for words in which something stood at first. */
  public static Set<String> prefilled(JsonNode data) {
    return names(data, PREFILLED).stream()
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> names(JsonNode data, String key) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : data.path(key)) {
      if (one.isTextual() && NAME.matcher(one.asText()).matches()) {
        names.add(one.asText());
      }
    }
    return names;
  }
}
