package dev.pushback.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how the account of what was got and given is judged. */
final class LedgerReader {
  private static final Map<String, List<String>> NUMBERS =
      Map.of(
          "weights", List.of("standard", "special"),
          "costs", List.of("low", "medium", "high"),
          "goodwill", List.of("thanks", "most_thanks", "prompt_payment", "repeat_business"),
          "burden", List.of("low", "near", "expected"),
          "asks", List.of("most", "working_days"),
          "rounds", List.of("pause", "stop"));
  private static final List<String> VERDICTS = List.of("fine", "offer", "pause", "stop");
  private static final List<String> LINES =
      List.of(
          "final_no",
          "hard_limit",
          "rounds_stop",
          "rounds_pause",
          "rounds_open",
          "rounds_none",
          "asks",
          "asks_calm",
          "heaviest",
          "nothing_got",
          "little_got",
          "given",
          "nothing_given",
          "goodwill",
          "above",
          "near",
          "covered",
          "expected",
          "new_item",
          "only_this");
  private static final List<String> COSTS = List.of("low", "medium", "high");
  private static final List<String> GOODS = List.of("thanks", "prompt_payment", "repeat_business");

  private LedgerReader() {}

  static LedgerRules rules(Node file) {
    file.build(node -> Checks.cites(node.texts("cites")));
    Map<String, Double> numbers = new LinkedHashMap<>();
    NUMBERS.forEach(
        (group, names) -> {
          Node node = file.get(group);
          names.forEach(name -> numbers.put(group + "." + name, number(node.get(name))));
          node.refuseOthers();
        });
    numbers.put("half_life_days", number(file.get("half_life_days")));
    if (numbers.getOrDefault("half_life_days", 0.0) == 0) {
      throw file.get("half_life_days").complaint("a half-life is at least one day");
    }
    Map<String, LedgerRules.Verdict> verdicts = new LinkedHashMap<>();
    Node each = file.get("verdicts");
    VERDICTS.forEach(id -> verdicts.put(id, each.get(id).build(LedgerReader::verdict)));
    each.refuseOthers();
    Node words = file.get("words");
    Map<String, String> small = new LinkedHashMap<>();
    texts(words.get("costs"), COSTS).forEach((name, text) -> small.put("costs." + name, text));
    texts(words.get("goods"), GOODS).forEach((name, text) -> small.put("goods." + name, text));
    LedgerRules rules =
        new LedgerRules(
            numbers,
            verdicts,
            texts(file.get("lines"), LINES),
            small,
            counts(words, "times"),
            counts(words, "rounds"),
            kinds(file.get("kinds")),
            trades(file.get("trades")),
            file.get("got").items().stream().map(Node::text).toList(),
            file.get("gave").items().stream().map(Node::text).toList(),
            file.get("plain").items().stream().map(Node::text).toList());
    words.refuseOthers();
    file.refuseOthers();
    return rules;
  }

  private static double number(Node node) {
    try {
      double number = Double.parseDouble(node.text());
      if (number < 0 || !Double.isFinite(number)) {
        throw node.complaint("here should stand a number from 0 on, not " + node.text());
      }
      return number;
    } catch (NumberFormatException e) {
      throw node.complaint("here should stand a number, not " + node.text());
    }
  }

  private static LedgerRules.Verdict verdict(Node node) {
    LedgerRules.Verdict verdict =
        new LedgerRules.Verdict(node.text("title"), node.texts("cites"), node.text("why"));
    node.refuseOthers();
    return verdict;
  }

  private static Map<String, String> texts(Node node, List<String> names) {
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> texts.put(name, node.text(name)));
    node.refuseOthers();
    return texts;
  }

  private static List<String> counts(Node node, String name) {
    List<String> counts = node.texts(name);
    if (counts.size() < 5) {
      throw node.complaint("'" + name + "' needs words for 0 to 4 at least");
    }
    return counts;
  }

  private static Map<String, LedgerRules.Kind> kinds(Node file) {
    Map<String, LedgerRules.Kind> kinds = new LinkedHashMap<>();
    file.fields()
        .forEach(
            (name, node) ->
                kinds.put(
                    name,
                    node.build(
                        kind -> {
                          LedgerRules.Kind one =
                              new LedgerRules.Kind(kind.text("cost"), kind.texts("words"));
                          kind.refuseOthers();
                          return one;
                        })));
    return kinds;
  }

  private static List<LedgerRules.Trade> trades(Node file) {
    List<LedgerRules.Trade> trades = new ArrayList<>();
    file.fields().forEach((id, node) -> trades.add(node.build(trade -> trade(id, trade))));
    return trades;
  }

  private static LedgerRules.Trade trade(String id, Node node) {
    LedgerRules.Trade trade =
        new LedgerRules.Trade(
            id,
            node.texts("kinds"),
            node.texts("cites"),
            node.texts("partners"),
            node.get("usual").items().stream()
                .map(
                    item -> {
                      LedgerRules.Usual usual =
                          item.build(
                              one ->
                                  new LedgerRules.Usual(
                                      one.texts("words"), number(one.get("up_to"))));
                      item.refuseOthers();
                      return usual;
                    })
                .toList());
    node.refuseOthers();
    return trade;
  }
}
