package dev.pushback.training;

import dev.pushback.playbook.Playbooks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints how well the clock tells a normal wait from one that is overdue, beside other ways. */
public final class EvaluateClockMain {
  private EvaluateClockMain() {}

  /**
   * Evaluates.
   *
   * @param words nothing, or a folder with approval_times_fedramp.csv
   * @return 0, or 2 when the file is not in the folder
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    out.println("Share of normal waits called overdue, want 0.10 (loss in days, less is better)");
    ClockEvaluation evaluation = new ClockEvaluation(Playbooks.builtIn().read().waiting(), out);
    evaluation.simulated();
    evaluation.processLogs();
    if (words.isEmpty()) {
      out.println();
      out.println(
          "For the approvals of real agencies name a folder with approval_times_fedramp.csv.");
      return 0;
    }
    Path folder = Path.of(words.get(0));
    if (!evaluation.approvals(folder)) {
      err.println("pushback: there is no approval_times_fedramp.csv in " + folder);
      return 2;
    }
    return 0;
  }
}
