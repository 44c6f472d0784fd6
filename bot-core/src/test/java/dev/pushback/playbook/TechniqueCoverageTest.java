package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documents that the coach learned from hold 214 techniques, T-001 to T-214. Each is either
 * cited by a rule of the playbook or listed in techniques-left-out.yaml with the reason; and every
 * rule says where it comes from.
 */
class TechniqueCoverageTest {
  private static final String LEFT_OUT = "techniques-left-out.yaml";

  private static final Set<String> TECHNIQUES =
      IntStream.rangeClosed(1, 214)
          .mapToObj("T-%03d"::formatted)
          .collect(Collectors.toCollection(TreeSet::new));

  /** What has one of these is a rule, and not merely a part of one or a list of words. */
  private static final List<String> MARKS_OF_A_RULE = List.of("move", "title", "counsel", "with");

  private static final Pattern SOURCE = Pattern.compile("\\p{L}.{2,}");

  @Test
  void everyRuleCitesATechniqueOrASource() throws IOException {
    List<String> withoutCites = new ArrayList<>();

    int[] rules = {0};
    visit(
        (where, node) -> {
          if (MARKS_OF_A_RULE.stream().anyMatch(node::has)) {
            rules[0]++;
            List<String> cites = texts(node.path("cites"));
            if (cites.isEmpty() || !cites.stream().allMatch(TechniqueCoverageTest::isBacked)) {
              withoutCites.add(where + " cites " + cites);
            }
          }
        });

    assertThat(withoutCites).isEmpty();
    assertThat(rules[0]).isGreaterThan(300);
  }

  private static boolean isBacked(String cite) {
    return cite.startsWith("T-") ? TECHNIQUES.contains(cite) : SOURCE.matcher(cite).matches();
  }

  @Test
  void everyTechniqueIsEitherCitedOrLeftOutForAReason() throws IOException {
    Set<String> cited = cited();
    Set<String> leftOut = leftOut().keySet();

    Set<String> uncited = without(TECHNIQUES, cited);
    System.out.println("Techniques that no rule of the playbook cites: " + uncited);

    assertThat(without(uncited, leftOut))
        .as("techniques that are neither cited by a rule nor listed in %s", LEFT_OUT)
        .isEmpty();
    assertThat(without(leftOut, uncited))
        .as("techniques to strike from %s, because a rule cites them", LEFT_OUT)
        .isEmpty();
  }

  @Test
  void theReasonForLeavingATechniqueOutIsASentence() throws IOException {
    assertThat(leftOut())
        .allSatisfy(
            (technique, reason) ->
                assertThat(reason).as(technique).hasSizeBetween(25, 160).endsWith("."));
  }

  private static Set<String> cited() throws IOException {
    Set<String> cited = new TreeSet<>();
    visit((where, node) -> cited.addAll(texts(node.path("cites"))));
    cited.retainAll(TECHNIQUES);
    return cited;
  }

  private static Map<String, String> leftOut() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    read(BuiltInPlaybook.folder().resolve(LEFT_OUT))
        .properties()
        .forEach(field -> reasons.put(field.getKey(), field.getValue().asText()));
    return reasons;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** Visits all that has names in all files of the playbook. */
  private static void visit(BiConsumer<String, JsonNode> visitor) throws IOException {
    for (Path file : BuiltInPlaybook.files()) {
      visit(String.valueOf(file.getFileName()), read(file), visitor);
    }
  }

  private static void visit(String where, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(where, node);
    }
    node.properties().forEach(each -> visit(where + "/" + each.getKey(), each.getValue(), visitor));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(where + "/" + (i + 1), node.path(i), visitor);
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .map(i -> list.path(i).asText())
        .toList();
  }

  private static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
