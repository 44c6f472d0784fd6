package dev.pushback.playbook;

import dev.pushback.playbook.WaitingRules.ChannelFactor;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads waits.yaml: how long partners take, and when it is polite to ask again. */
final class WaitingReader {
  /** A colleague is no partner, but is asked again all the same. */
  private static final String COLLEAGUE = "colleague";

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Every sentence, with the places it may have. */
  private static final Map<String, Set<String>> SENTENCES = sentences();

  private WaitingReader() {}

  private static Map<String, Set<String>> sentences() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    all.put("too_soon", Set.of("gap", "when", "since"));
    all.put("too_early", Set.of("when", "since"));
    all.put("courtesy", Set.of("due", "gap", "on"));
    all.put("too_many", Set.of("contacts", "next"));
    all.put("empty", Set.of());
    all.put("owed", Set.of());
    all.put("off_hours", Set.of("on", "time"));
    all.put("blackout", Set.of("until", "when"));
    all.put("promised", Set.of("promised", "when"));
    all.put("out_of_office", Set.of("back", "when"));
    all.put("usual_seen", Set.of("who", "median", "seen"));
    all.put("usual_few", Set.of("who", "median", "seen", "default"));
    all.put("usual_default", Set.of("who", "median", "default"));
    all.put("day", Set.of("day", "share"));
    all.put("day_overdue", Set.of("day", "share"));
    all.put("then_wait", Set.of("when"));
    all.put("then_hold", Set.of());
    all.put("then_ask", Set.of());
    all.put("then_change", Set.of("next"));
    all.put("then_let_go", Set.of());
    all.put("plan_by", Set.of("goal", "odds", "by"));
    all.put("plan_passed", Set.of("goal", "odds", "by", "share"));
    return all;
  }

  /**
   * Reads the file.
   *
   * @param kinds the known kinds of partner
   */
  static WaitingRules rules(Node file, Collection<String> kinds) {
    List<WaitingDefault> defaults =
        file.get("waits").fields().entrySet().stream()
            .map(one -> one.getValue().build(node -> row(one.getKey(), node, kinds)))
            .toList();
    for (String kind : kinds) {
      if (defaults.stream().noneMatch(one -> one.kinds().contains(kind))) {
        throw file.get("waits").complaint("no row is about '" + kind + "'; name it under 'kinds'");
      }
    }
    Map<ContactChannel, ChannelFactor> channels = file.get("channels").build(WaitingReader::all);
    Node longer = backed(file, "longer");
    Node away = backed(file, "out_of_office");
    Node deadline = backed(file, "deadline");
    Node learning = backed(file, "learning");
    WaitingRules rules =
        new WaitingRules(
            defaults,
            channels,
            number(longer, "attachment", 1, 10),
            number(longer, "two_signers", 1, 10),
            wait(away, "back_at_desk"),
            number(deadline, "shortens_to", 0.1, 1),
            number(learning, "within", 0.1, 3),
            number(learning, "level_weight", 0.1, 100),
            number(learning, "spread_weight", 0.1, 100),
            number(learning, "shape_weight", 0.1, 1000),
            (int) number(learning, "settled", 0, 100),
            number(learning, "least", 0.01, 1),
            number(learning, "most", 1, 100),
            number(learning, "silence", 1, 100),
            weekends(file.get("weekends")),
            texts(backed(file, "sentences")));
    List.of(longer, away, deadline, learning).forEach(Node::refuseOthers);
    file.refuseOthers();
    return rules;
  }

  private static Node backed(Node file, String name) {
    return file.get(name)
        .build(
            node -> {
              Checks.cites(node.texts("cites"));
              return node;
            });
  }

  private static WaitingDefault row(String id, Node node, Collection<String> known) {
    List<String> kinds = node.texts("kinds");
    for (String kind : kinds) {
      if (!known.contains(kind) && !kind.equals(COLLEAGUE)) {
        throw node.get("kinds")
            .complaint("'" + kind + "' is no kind of partner; see partner-kinds.yaml");
      }
    }
    WaitingDefault row =
        new WaitingDefault(
            id,
            node.text("title"),
            kinds,
            node.texts("words"),
            wait(node, "median"),
            wait(node, "overdue"),
            wait(node, "ask_from"),
            wait(node, "then_every"),
            wait(node, "rude_before"),
            (int) number(node, "max", 1, 20),
            node.find("widening").isPresent() ? number(node, "widening", 1, 3) : 1,
            node.find("due_after").map(one -> one.build(due -> Wait.parse(due.text()))),
            node.text("after_max"),
            node.texts("cites"));
    node.refuseOthers();
    return row;
  }

  private static Map<ContactChannel, ChannelFactor> all(Node node) {
    Checks.cites(node.texts("cites"));
    Map<ContactChannel, ChannelFactor> channels = new EnumMap<>(ContactChannel.class);
    for (ContactChannel channel : ContactChannel.values()) {
      Node one = node.get(channel.id());
      double factor = number(one, "factor", 0.01, 10);
      Wait atLeast =
          one.find("at_least")
              .map(least -> least.build(it -> Wait.parse(it.text())))
              .orElse(new Wait(0, Wait.Unit.WORKING_HOURS));
      channels.put(channel, new ChannelFactor(factor, atLeast));
      one.refuseOthers();
    }
    node.refuseOthers();
    return channels;
  }

  private static Wait wait(Node node, String name) {
    return node.get(name).build(one -> Wait.parse(one.text()));
  }

  private static double number(Node node, String name, double least, double most) {
    Node at = node.get(name);
    double value;
    try {
      value = Double.parseDouble(at.text());
    } catch (NumberFormatException e) {
      throw at.complaint("here should stand a number, such as 1.5");
    }
    if (!(value >= least && value <= most)) {
      throw at.complaint("'" + name + "' must be from " + least + " to " + most);
    }
    return value;
  }

  private static Map<String, Set<DayOfWeek>> weekends(Node node) {
    Map<String, Set<DayOfWeek>> weekends = new LinkedHashMap<>();
    for (Node one : node.items()) {
      one.build(it -> Checks.cites(it.texts("cites")));
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (Node day : one.get("days").items()) {
        days.add(day(day));
      }
      for (Node country : one.get("countries").items()) {
        if (!COUNTRY.matcher(country.text()).matches() || !COUNTRIES.contains(country.text())) {
          throw country.complaint("'" + country.text() + "' is no country; write 'EG', 'SA', …");
        }
        weekends.put(country.text(), Set.copyOf(days));
      }
      one.refuseOthers();
    }
    return weekends;
  }

  private static DayOfWeek day(Node node) {
    String name = node.text().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(name))
        .findFirst()
        .orElseThrow(() -> node.complaint("'" + node.text() + "' is no day of the week"));
  }

  private static Map<String, String> texts(Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    SENTENCES.forEach((name, places) -> texts.put(name, sentence(node.get(name), places)));
    node.refuseOthers();
    return texts;
  }

  private static String sentence(Node node, Set<String> places) {
    String text =
        node.build(
            it -> {
              Checks.present("the sentence", it.text());
              return it.text();
            });
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      if (!places.contains(matcher.group(1))) {
        throw node.complaint(
            "unknown place {"
                + matcher.group(1)
                + "}; use one of "
                + places.stream().sorted().toList());
      }
    }
    return text;
  }
}
