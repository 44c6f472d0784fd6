package dev.pushback.training;

import dev.pushback.situation.Slot;
import dev.pushback.tracking.TrackReader;
import dev.pushback.tracking.TrackReading;
import dev.pushback.training.Examples.Said;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was read right of requests to track that nothing was learned from. */
final class TrackEvaluation {
  private static final List<String> SLOTS = List.of("what", "partner", "due");

  private final Map<String, Score> exact = new TreeMap<>();
  private final Map<String, Score> overlapping = new TreeMap<>();
  private final Score kind = new Score();
  private final Score direction = new Score();

  void add(TrackReader reader, List<Said> examples) {
    for (Said said : examples) {
      TrackReading reading = reader.read(said.text());
      add("what", reading.what(), said);
      add("partner", reading.partner(), said);
      add("due", reading.due(), said);
      kind.add(said.accepts(reading.kind()));
      direction.add(said.more("direction").orElse("they-owe").equals(reading.direction().id()));
    }
  }

  private void add(String name, Optional<Slot> found, Said said) {
    Optional<String> wanted = said.more(name).filter(words -> !words.isBlank());
    boolean both = found.isPresent() && wanted.isPresent();
    boolean same = both && Evaluation.same(found.orElseThrow().text(), wanted.orElseThrow());
    boolean touches = both && Evaluation.overlap(found.orElseThrow().text(), wanted.orElseThrow());
    count(exact, name, same, found.isPresent(), wanted.isPresent());
    count(overlapping, name, touches, found.isPresent(), wanted.isPresent());
  }

  private static void count(
      Map<String, Score> scores, String name, boolean hit, boolean found, boolean wanted) {
    scores
        .computeIfAbsent(name, none -> new Score())
        .add(hit ? 1 : 0, found ? 1 : 0, wanted ? 1 : 0);
  }

  static void head(PrintStream out) {
    out.println(
        "tracking requests  what F1 (overlapping)  partner F1 (overlapping)"
            + "  due F1 (overlapping)   kind  who owes");
  }

  void row(String name, PrintStream out) {
    out.printf(Locale.ROOT, "%-7s   %8d", name, kind.wanted());
    for (String slot : SLOTS) {
      out.printf(
          Locale.ROOT,
          "          %5.3f / %5.3f ",
          exact.getOrDefault(slot, new Score()).f1(),
          overlapping.getOrDefault(slot, new Score()).f1());
    }
    out.printf(Locale.ROOT, "  %5.3f     %5.3f%n", kind.recall(), direction.recall());
  }
}
