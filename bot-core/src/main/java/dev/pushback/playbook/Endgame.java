package dev.pushback.playbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words for after the push.
 *
 * @param thanks a thank-you
 * @param praise a word to their manager
 * @param report the lines of a report to one's own boss, by name
 * @param reportWhy told to the person
 * @param lost advice after a loss
 * @param debrief for looking back
 */
public record Endgame(
    Ending thanks,
    Ending praise,
    Map<String, String> report,
    String reportWhy,
    List<String> lost,
    Debrief debrief) {

  /**
   * For looking back at a talk.
   *
   * @param title in plain words
   * @param cites techniques or sources
   * @param lines what is said, by name, with places
   * @param questions what is asked: {@code won}, {@code lost}, {@code both}
   */
  public record Debrief(
      String title,
      List<String> cites,
      Map<String, Phrase> lines,
      Map<String, List<String>> questions) {
    /** Checks that it is named and backed. */
    public Debrief {
      Checks.present("title", title);
      cites = Checks.cites(cites);
      lines = Map.copyOf(lines);
      questions = Map.copyOf(questions);
    }

    /** A line. */
    public Phrase line(String name) {
      return Objects.requireNonNull(lines.get(name), () -> "there is no line " + name);
    }

    /** The questions for this end, and those for every end. */
    public List<String> questions(String end) {
      return Stream.of(end, "both")
          .flatMap(name -> questions.getOrDefault(name, List.of()).stream())
          .toList();
    }
  }

  /** Copies. */
  public Endgame {
    report = Map.copyOf(report);
    lost = List.copyOf(lost);
  }

  /** A line of the report. */
  public String reportLine(String name) {
    String line = report.get(name);
    if (line == null) {
      throw new IllegalArgumentException("the report has no line '" + name + "'");
    }
    return line;
  }

  /** Thanks and praise as phrases. */
  public List<Phrases> phrases() {
    return List.of(thanks.say(), praise.say());
  }
}
