package dev.pushback.training;

import dev.pushback.situation.Group;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.SituationReader;
import dev.pushback.situation.Slot;
import dev.pushback.training.Examples.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** What a reader got right of texts it did not learn from. */
final class Evaluation {
  final Score situation = new Score();
  final Score group = new Score();
  final Score notPushback = new Score();
  final Score objection = new Score();
  final Score quoted = new Score();
  final Score grievance = new Score();
  final Score partner = new Score();
  final Score amounts = new Score();
  final Score dates = new Score();
  final Score amountsOverlap = new Score();
  final Score datesOverlap = new Score();
  final Map<String, Score> wishes = new TreeMap<>();
  final Map<String, Integer> confusions = new TreeMap<>();
  private double confidence;

  /** Scores the reader on the examples. */
  void add(SituationReader reader, Examples examples) {
    for (Said said : examples.situations()) {
      addSituation(reader.read(said.text()), said);
    }
    for (Said said : examples.objections()) {
      objection.add(said.accepts(reader.readObjection(said.text()).objection().id()));
    }
    for (Said said : examples.thoughts()) {
      if (!said.label().isEmpty()) {
        grievance.add(said.label().equals(reader.readThought(said.text()).grievance()));
      }
    }
  }

  private void addSituation(Reading reading, Said said) {
    String guess = reading.situation().id();
    confidence += reading.confidence();
    boolean right = said.accepts(guess);
    situation.add(right);
    group.add(right || reading.situation().group() == groupOf(said.label()));
    if (!right) {
      confusions.merge(said.label() + " read as " + guess, 1, Integer::sum);
    }
    String none = Situation.NOT_PUSHBACK.id();
    boolean isNone = said.label().equals(none);
    boolean saysNone = guess.equals(none);
    notPushback.add(
        isNone && saysNone ? 1 : 0,
        saysNone && (isNone || !right) ? 1 : 0,
        isNone && (saysNone || !right) ? 1 : 0);
    said.more("objection")
        .ifPresent(
            wanted -> {
              String found = reading.objection().id();
              boolean wants = !wanted.equals("none");
              boolean finds = !found.equals("none");
              quoted.add(wants && found.equals(wanted) ? 1 : 0, finds ? 1 : 0, wants ? 1 : 0);
            });
    add(partner, reading.slots().partner(), said.slot("partner"));
    add(wish("want"), reading.slots().want(), said.slot("want"));
    add(wish("they_want"), reading.slots().theyWant(), said.slot("they_want"));
    add(wish("reason"), reading.slots().reason(), said.slot("reason"));
    addAll(amounts, reading.slots().amounts(), said.slots("amounts"), Evaluation::same);
    addAll(dates, reading.slots().dates(), said.slots("dates"), Evaluation::same);
    addAll(amountsOverlap, reading.slots().amounts(), said.slots("amounts"), Evaluation::overlap);
    addAll(datesOverlap, reading.slots().dates(), said.slots("dates"), Evaluation::overlap);
  }

  /** How sure the reader was on average; well calibrated if it is near the share of right ones. */
  double averageConfidence() {
    return situation.wanted() == 0 ? 0 : confidence / situation.wanted();
  }

  Score wish(String name) {
    return wishes.computeIfAbsent(name, none -> new Score());
  }

  private static Group groupOf(String id) {
    return Situation.byId(id).orElseThrow().group();
  }

  private static void add(Score score, Optional<Slot> found, Optional<String> wanted) {
    boolean hit = found.isPresent() && wanted.isPresent() && same(found.get().text(), wanted.get());
    score.add(hit ? 1 : 0, found.isPresent() ? 1 : 0, wanted.isPresent() ? 1 : 0);
  }

  private static void addAll(
      Score score, List<Slot> found, List<String> wanted, BiPredicate<String, String> matches) {
    List<String> left = new ArrayList<>(wanted);
    int hits = 0;
    for (Slot slot : found) {
      Optional<String> match =
          left.stream().filter(words -> matches.test(slot.text(), words)).findFirst();
      if (match.isPresent()) {
        left.remove(match.get());
        hits++;
      }
    }
    score.add(hits, found.size(), wanted.size());
  }

  /** Case, a leading article and marks at the edges do not matter. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** One holds the other. */
  static boolean overlap(String one, String other) {
    String first = plain(one);
    String second = plain(other);
    return first.contains(second) || second.contains(first);
  }

  private static String plain(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("^[\\p{Punct}\\s]+|[\\p{Punct}\\s&&[^%]]+$", "")
        .replaceFirst("^(the|a|an|our|their|my) ", "");
  }
}
