package dev.pushback.playbook;

import dev.pushback.learning.PhraseMatcher;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a draft is read. */
final class DraftRulesReader {
  private static final Pattern SIGN =
      Pattern.compile("(?<words>.*?)(?:=>(?<all>>)?(?<better>.*))?");

  private DraftRulesReader() {}

  static DraftRules rules(Node file) {
    Map<String, List<String>> groups = groups(file.get("groups"));
    Map<DraftProblem, DraftPage> pages = pages(file.get("problems"));
    PhraseMatcher<DraftRule.Sign> signs = new PhraseMatcher<>(groups);
    Set<String> ids = new HashSet<>();
    for (Node node : file.get("rules").items()) {
      DraftRule rule = node.build(one -> rule(one, pages));
      if (!ids.add(rule.id())) {
        throw node.complaint("there are two rules '" + rule.id() + "'");
      }
      node.get("words").items().forEach(words -> add(words, rule, signs));
      node.find("but")
          .ifPresent(
              but ->
                  but.items()
                      .forEach(
                          words ->
                              words.build(
                                  one ->
                                      added(
                                          signs,
                                          one.text(),
                                          new DraftRule.Sign(rule, Optional.empty(), true)))));
      node.refuseOthers();
    }
    DraftRules rules =
        file.build(
            all ->
                new DraftRules(
                    pages,
                    signs,
                    speech(all.get("speech"), groups),
                    Set.copyOf(groups.getOrDefault("verb", List.of()))));
    file.refuseOthers();
    return rules;
  }

  private static Map<String, List<String>> groups(Node node) {
    Map<String, List<String>> groups = new TreeMap<>();
    node.fields()
        .forEach(
            (name, members) -> groups.put(name, members.items().stream().map(Node::text).toList()));
    return groups;
  }

  private static Map<DraftProblem, DraftPage> pages(Node node) {
    Map<DraftProblem, DraftPage> pages = new EnumMap<>(DraftProblem.class);
    for (DraftProblem problem : DraftProblem.values()) {
      pages.put(problem, node.get(problem.id()).build(DraftRulesReader::page));
    }
    node.refuseOthers();
    return pages;
  }

  private static DraftPage page(Node node) {
    DraftPage page =
        new DraftPage(
            node.text("title"),
            node.texts("cites"),
            node.text("why"),
            node.text("instead"),
            node.find("say").map(Node::text));
    node.refuseOthers();
    return page;
  }

  /** What a rule does not say for itself is that of its problem. */
  private static DraftRule rule(Node node, Map<DraftProblem, DraftPage> pages) {
    String id = node.text("problem");
    DraftProblem problem =
        DraftProblem.byId(id)
            .orElseThrow(() -> new IllegalArgumentException("there is no problem '" + id + "'"));
    DraftPage page = Objects.requireNonNull(pages.get(problem), "every problem has a page");
    return new DraftRule(
        node.text("id"),
        problem,
        node.text("why", page.why()),
        node.text("instead", page.instead()),
        DraftRule.Cut.byId(node.text("cut")));
  }

  private static void add(Node node, DraftRule rule, PhraseMatcher<DraftRule.Sign> signs) {
    Matcher parts = SIGN.matcher(node.text());
    if (!parts.matches()) {
      throw node.complaint("here should stand words, and behind '=>' what is better");
    }
    Optional<DraftRule.Better> better =
        Optional.ofNullable(parts.group("better"))
            .map(words -> new DraftRule.Better(words.strip(), parts.group("all") != null));
    node.build(one -> added(signs, parts.group("words"), new DraftRule.Sign(rule, better, false)));
  }

  private static PhraseMatcher<DraftSpeech> speech(Node node, Map<String, List<String>> groups) {
    PhraseMatcher<DraftSpeech> speech = new PhraseMatcher<>(groups);
    for (DraftSpeech kind : DraftSpeech.values()) {
      node.get(kind.id())
          .items()
          .forEach(words -> words.build(one -> added(speech, one.text(), kind)));
    }
    node.refuseOthers();
    return speech;
  }

  private static <T> boolean added(PhraseMatcher<T> matcher, String phrase, T value) {
    matcher.add(phrase, value);
    return true;
  }
}
