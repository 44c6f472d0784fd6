package dev.pushback.coach;

import dev.pushback.card.Block.Field;
import dev.pushback.card.Block.Form;
import dev.pushback.card.Block.Option;
import dev.pushback.card.CardLimits;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.partner.VouchedFact;
import dev.pushback.playbook.PartnerKind;
import dev.pushback.playbook.Playbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that can be told of a case, as fields to fill in. */
final class FactsForm {
  /** Of the fields. */
  static final Set<String> NAMES =
      Set.of(
          "partner",
          "kind",
          "want",
          "why",
          "their",
          "deadline",
          "budget",
          "quote",
          "boss",
          "agreed",
          "item");

  /** Says that the boss may be named. */
  static final String AGREED = "agreed";

  /** Says that what they wrote belongs to no case yet. */
  static final String NEW = "new";

  /** Characters in all fields together, so that the card has room for the rest. */
  private static final int ROOM = 6500;

  private final Playbook playbook;

  FactsForm(Playbook playbook) {
    this.playbook = playbook;
  }

  /** What is known of a case already. What has to be asked for again is left out. */
  static Map<String, String> known(Session session) {
    Map<String, String> known = new HashMap<>();
    Case item = session.talk().item();
    item.partnerId()
        .flatMap(session.memory().partners()::find)
        .ifPresent(
            partner -> {
              known.put("partner", partner.name());
              known.put("kind", partner.kind());
            });
    item.partnerKind().ifPresent(kind -> known.put("kind", kind));
    Told told = Told.of(session.talk());
    known.put("want", told.want());
    known.put("why", told.why());
    known.put("their", told.their());
    for (VouchedFact fact : item.facts()) {
      if (fact.isStale(session.now())) {
        continue;
      }
      if (fact.kind() == VouchedFact.Kind.BOSS) {
        known.put("boss", fact.consent() ? AGREED : "no");
        known.put("agreed", fact.words());
      } else {
        known.put(fact.kind().id(), fact.words());
      }
    }
    return known;
  }

  /**
   * The form.
   *
   * @param command what it says
   * @param values what stands in the fields at first; too much of it is cut
   * @param cases the cases that what they wrote may be about; with some, there is a field to choose
   */
  Form of(String command, Map<String, String> values, List<Option> cases) {
    Map<String, String> shown = fitted(values);
    List<Field> fields = new ArrayList<>();
    if (!cases.isEmpty()) {
      List<Option> about = new ArrayList<>();
      about.add(new Option("Something new", NEW));
      about.addAll(cases);
      fields.add(Field.oneOf("item", "It's about", about));
    }
    fields.add(
        Field.line("want", "What you'd like", "as you'd say it to me: the kick-off in April"));
    fields.add(Field.line("why", "Why", "a reason they may hear: we're still hiring"));
    fields.add(Field.lines("their", "What they said or want", "in their own words"));
    fields.add(Field.line("partner", "With whom", "Rivera's lawyers, or the Grand Hotel"));
    fields.add(Field.oneOf("kind", "What kind of partner it is", kinds()));
    fields.add(
        Field.line("deadline", "A date from outside that must be met", "the fair opens on 20 May"));
    fields.add(Field.line("budget", "What you may spend", "8,000 euros"));
    if (cases.isEmpty()) {
      fields.add(
          Field.line(
              "quote", "Another real quote", "its amount; who made it stays between us: 3,200"));
    }
    fields.add(
        Field.oneOf(
            "boss",
            "Your boss",
            List.of(
                new Option("My boss agreed to be named", AGREED),
                new Option("My boss hasn't agreed to be named", "no"))));
    fields.add(Field.line("agreed", "What your boss wants, as agreed", "15% off"));
    return new Form(
        command,
        "Give me the words",
        fields.stream().map(field -> field.with(initial(field, shown))).toList());
  }

  private static String initial(Field field, Map<String, String> values) {
    if (field.name().equals("item")) {
      return values.getOrDefault("item", NEW);
    }
    return values.getOrDefault(field.name(), "");
  }

  private List<Option> kinds() {
    return playbook.partnerKinds().values().stream()
        .sorted(
            Comparator.comparing((PartnerKind kind) -> kind.id().equals("other"))
                .thenComparing(PartnerKind::title))
        .limit(CardLimits.OPTIONS)
        .map(kind -> new Option(kind.title(), kind.id()))
        .toList();
  }

  /** Whether all of it can be shown. */
  static boolean fits(Map<String, String> values) {
    return values.values().stream().mapToInt(String::length).sum() <= ROOM
        && values.values().stream().allMatch(value -> value.length() <= CardLimits.INPUT);
  }

  /** The same, the longest cut until all of it can be shown. */
  private static Map<String, String> fitted(Map<String, String> values) {
    Map<String, String> fitted = new HashMap<>(values);
    fitted.replaceAll((name, value) -> Shown.cut(value, CardLimits.INPUT));
    while (!fits(fitted)) {
      String longest =
          fitted.entrySet().stream()
              .max(Comparator.comparingInt(one -> one.getValue().length()))
              .orElseThrow()
              .getKey();
      fitted.computeIfPresent(longest, (name, value) -> Shown.cut(value, value.length() / 2));
    }
    return fitted;
  }

  /** How a case is called in a list to choose from. */
  static Option option(Case item, String about, Session session) {
    String with =
        item.partnerId()
            .flatMap(session.memory().partners()::find)
            .map(Partner::name)
            .map(name -> Shown.shortened(name, Shown.BUTTON / 2) + ": ")
            .orElse("");
    return new Option(Shown.shortened(with + about, Shown.BUTTON), item.id());
  }
}
