package dev.pushback.training;

import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.Playbooks;
import dev.pushback.situation.ReaderModel;
import dev.pushback.situation.SituationReader;
import dev.pushback.tracking.TrackReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how well texts are read that the reader did not learn from: each author of the playbook's
 * examples with the reader having learned from the others only, and authors it never learns from.
 */
public final class EvaluateMain {
  private static final Path PLAYBOOK = Path.of("config", "playbook");
  private static final Path HELD_OUT = Path.of("bot-core", "src", "evaluation");
  private static final int MISTAKES = 12;

  private EvaluateMain() {}

  /**
   * Evaluates.
   *
   * @param words {@code clock} for the politeness clock or {@code tone} for tone instead; nothing,
   *     or a folder with further situations.jsonl, objections.jsonl or followups.jsonl that the
   *     reader never learns from
   * @return 0, or 2 when the examples are not there
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    if (!words.isEmpty() && words.get(0).equals("clock")) {
      return EvaluateClockMain.run(words.subList(1, words.size()), out, err);
    }
    if (!words.isEmpty() && words.get(0).equals("tone")) {
      return EvaluateToneMain.run(words.subList(1, words.size()), out, err);
    }
    if (!Files.isDirectory(PLAYBOOK.resolve("examples"))) {
      err.println(
          "pushback: run evaluate in the project's folder; "
              + PLAYBOOK.resolve("examples")
              + " is not here");
      return 2;
    }
    Lexicon lexicon = Playbooks.in(PLAYBOOK).lexicon();
    Examples learned = Examples.in(PLAYBOOK.resolve("examples"));
    Map<String, Examples> heldOut = new TreeMap<>();
    Map<String, Examples> heldOutRequests = new TreeMap<>();
    if (Files.isDirectory(HELD_OUT)) {
      Examples all = Examples.in(HELD_OUT);
      all.trackers().forEach(author -> heldOutRequests.put(author, all.by(author, true)));
      all.authors().forEach(author -> heldOut.put(author, all.by(author, true)));
    }
    for (String word : words) {
      Path folder = Path.of(word);
      if (!Files.isDirectory(folder)) {
        err.println("pushback: there is no folder " + folder);
        return 2;
      }
      Examples further = Examples.of(folder, word);
      if (!further.followUps().isEmpty()) {
        heldOutRequests.put(word, further);
      }
      if (further.followUps().isEmpty() || !further.situations().isEmpty()) {
        heldOut.put(word, further);
      }
    }
    crossValidate(lexicon, learned, out);
    test(lexicon, learned, heldOut, out);
    tracking(learned, heldOutRequests, out);
    return 0;
  }

  private static void tracking(Examples learned, Map<String, Examples> heldOut, PrintStream out) {
    Lexicon lexicon = Playbooks.in(PLAYBOOK).trackingLexicon();
    out.println();
    TrackEvaluation.head(out);
    TrackEvaluation all = new TrackEvaluation();
    for (String author : learned.trackers()) {
      all.add(
          new TrackReader(new TrackTrainer(lexicon).train(learned.by(author, false)), lexicon),
          learned.by(author, true).followUps());
    }
    all.row("each", out);
    TrackReader reader = new TrackReader(new TrackTrainer(lexicon).train(learned), lexicon);
    heldOut.forEach(
        (author, examples) -> {
          TrackEvaluation one = new TrackEvaluation();
          one.add(reader, examples.followUps());
          one.row(author, out);
        });
  }

  private static void crossValidate(Lexicon lexicon, Examples learned, PrintStream out) {
    out.println("Each author in turn, having learned from the others:");
    head(out);
    Evaluation all = new Evaluation();
    for (String author : learned.authors()) {
      SituationReader reader = reader(lexicon, learned.by(author, false));
      Evaluation one = new Evaluation();
      one.add(reader, learned.by(author, true));
      row(author, one, out);
      all.add(reader, learned.by(author, true));
    }
    row("all", all, out);
  }

  private static void test(
      Lexicon lexicon, Examples learned, Map<String, Examples> heldOut, PrintStream out) {
    if (heldOut.isEmpty()) {
      return;
    }
    SituationReader reader = reader(lexicon, learned);
    out.println();
    out.println("Authors it never learns from:");
    head(out);
    Evaluation all = new Evaluation();
    heldOut.forEach(
        (author, examples) -> {
          Evaluation one = new Evaluation();
          one.add(reader, examples);
          row(author, one, out);
          all.add(reader, examples);
        });
    row("all", all, out);
    out.println();
    out.println("Most frequent mistakes there:");
    all.confusions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MISTAKES)
        .forEach(mistake -> out.println("  " + mistake.getValue() + "  " + mistake.getKey()));
  }

  private static SituationReader reader(Lexicon lexicon, Examples examples) {
    ReaderModel model = new Trainer(lexicon).train(examples);
    return new SituationReader(model, lexicon);
  }

  private static void head(PrintStream out) {
    out.println(
        "author   texts  situation  group  not-pushback P/R  objection  quoted P/R  partner F1"
            + "  amounts F1  dates F1  (overlapping)  want  theirs  reason  sure");
  }

  private static void row(String name, Evaluation it, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-7s  %5d  %9.3f  %5.3f     %5.3f / %5.3f   %9.3f  %4.2f / %4.2f  %10.3f  %10.3f  %8.3f"
            + "  %5.3f / %5.3f  %4.2f    %4.2f    %4.2f  %4.2f%n",
        name.length() > 7 ? name.substring(name.length() - 7) : name,
        it.situation.wanted(),
        it.situation.recall(),
        it.group.recall(),
        it.notPushback.precision(),
        it.notPushback.recall(),
        it.objection.recall(),
        it.quoted.precision(),
        it.quoted.recall(),
        it.partner.f1(),
        it.amounts.f1(),
        it.dates.f1(),
        it.amountsOverlap.f1(),
        it.datesOverlap.f1(),
        it.wish("want").f1(),
        it.wish("they_want").f1(),
        it.wish("reason").f1(),
        it.averageConfidence());
  }
}
