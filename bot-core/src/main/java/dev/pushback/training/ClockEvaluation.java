package dev.pushback.training;

import dev.pushback.followup.Observation;
import dev.pushback.followup.TableWait;
import dev.pushback.playbook.WaitingRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Compares ways to learn how long a partner takes, on waits they did not learn from: simulated
 * partners, waiting times of real organisations, and approvals of real agencies. Printed are the
 * share of normal waits called overdue (want 0.10) and the pinball loss at 0.9 in days (less is
 * better).
 */
final class ClockEvaluation {
  private static final double DAY = 8;
  private static final int PARTNERS = 120;
  private static final int HELD_OUT = 200;
  private static final int SEED = 20260310;
  private static final int[] ASKS = {0, 1, 3, 5, 10, 20};
  private static final String APPROVALS = "approval_times_fedramp.csv";

  /** Shares answered within so many working days, from process logs of real organisations. */
  private static final Map<String, double[]> TABLES =
      Map.of(
          "supervisor approval", new double[] {1, .53, 3, .82, 5, .96, 10, .99},
          "budget owner", new double[] {1, .60, 3, .87, 5, .95, 10, .99},
          "director", new double[] {1, .52, 3, .81, 5, .90, 10, .96},
          "vendor", new double[] {1, .47, 3, .71, 5, .79, 10, .87},
          "customer", new double[] {1, .40, 3, .69, 5, .83, 10, .90},
          "customer, signed offer", new double[] {1, .04, 3, .11, 5, .41, 10, .83});

  private final Map<String, ToDoubleBiFunction<TableWait, List<Observation>>> candidates;
  private final PrintStream out;

  ClockEvaluation(WaitingRules rules, PrintStream out) {
    this.candidates = ClockCandidates.all(rules);
    this.out = out;
  }

  /** Where a candidate is tried: partners, each with a history and waits held out. */
  private record Trial(TableWait table, List<Observation> seen, List<Double> heldOut) {}

  void simulated() {
    TableWait table = new TableWait(1.5 * DAY, 6 * DAY);
    for (double[] habits : new double[][] {{0, 0}, {0.4, 0.2}}) {
      out.println();
      out.println(
          habits[0] == 0
              ? "Simulated partners, smooth waits (table: median 1.5 days, 90 % in 6)"
              : "Simulated partners, 40 % of answers the next morning, 20 % on Monday");
      for (double days : new double[] {0.6, 1.5, 5}) {
        rows("median " + days + " days", asks -> simulate(table, days * DAY, habits, asks));
      }
    }
  }

  private static List<Trial> simulate(TableWait table, double median, double[] habits, int asks) {
    SplittableRandom chance = new SplittableRandom(SEED);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      SimulatedPartner partner =
          new SimulatedPartner(chance.split(), median, 0.9, habits[0], habits[1]);
      List<Observation> seen = partner.asks(asks);
      List<Double> heldOut = Stream.generate(partner::nextWait).limit(HELD_OUT).toList();
      trials.add(new Trial(table, seen, heldOut));
    }
    return trials;
  }

  /** Partners drawn from the published shares, evenly between the days that are known. */
  void processLogs() {
    out.println();
    out.println("Waiting times of real organisations, drawn from published shares (same table)");
    TableWait table = new TableWait(1.5 * DAY, 6 * DAY);
    TABLES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(shares -> rows(shares.getKey(), asks -> drawn(table, shares.getValue(), asks)));
  }

  private static List<Trial> drawn(TableWait table, double[] shares, int asks) {
    SplittableRandom chance = new SplittableRandom(SEED);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      List<Observation> seen = new ArrayList<>();
      for (int j = 0; j < asks; j++) {
        double wait = draw(shares, chance);
        double watched = (1 + chance.nextInt(12)) * DAY;
        seen.add(new Observation(Math.min(wait, watched), wait <= watched));
      }
      List<Double> heldOut = Stream.generate(() -> draw(shares, chance)).limit(HELD_OUT).toList();
      trials.add(new Trial(table, seen, heldOut));
    }
    return trials;
  }

  private static double draw(double[] shares, SplittableRandom chance) {
    double share = chance.nextDouble();
    double day = 0.05;
    double below = 0;
    for (int i = 0; i < shares.length; i += 2) {
      if (share < shares[i + 1]) {
        return DAY * (day + (shares[i] - day) * (share - below) / (shares[i + 1] - below));
      }
      day = shares[i];
      below = shares[i + 1];
    }
    return DAY * day * (1 - Math.log((1 - share) / (1 - below)) / 2);
  }

  /**
   * Approvals of real agencies: each agency's first packages are the history, its later ones held
   * out.
   *
   * @param folder with approval_times_fedramp.csv
   * @return false when the file is not there
   */
  boolean approvals(Path folder) throws IOException {
    Path file = folder.resolve(APPROVALS);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    List<Observation> all = ApprovalTimes.read(file);
    out.println();
    out.printf(
        Locale.ROOT,
        "FedRAMP: days from in process to authorised, %d packages, %d still open%n",
        all.size(),
        all.stream().filter(one -> !one.answered()).count());
    // Far too short a table, as ours would be for an agency nobody knows.
    TableWait table = new TableWait(60 * DAY, 200 * DAY);
    rows("drawn " + PARTNERS + " times", asks -> sampled(table, all, asks));
    return true;
  }

  private static List<Trial> sampled(TableWait table, List<Observation> all, int asks) {
    SplittableRandom chance = new SplittableRandom(SEED);
    List<Double> answered =
        all.stream().filter(Observation::answered).map(Observation::hours).toList();
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      List<Double> shuffled = new ArrayList<>(answered);
      for (int j = shuffled.size() - 1; j > 0; j--) {
        Collections.swap(shuffled, j, chance.nextInt(j + 1));
      }
      List<Observation> seen = new ArrayList<>();
      for (double wait : shuffled.subList(0, asks)) {
        double watched = (20 + chance.nextInt(380)) * DAY;
        seen.add(new Observation(Math.min(wait, watched), wait <= watched));
      }
      trials.add(new Trial(table, seen, List.copyOf(shuffled.subList(asks, shuffled.size()))));
    }
    return trials;
  }

  private void rows(String what, IntFunction<List<Trial>> trials) {
    List<List<Trial>> columns = Arrays.stream(ASKS).mapToObj(trials).toList();
    StringBuilder head = new StringBuilder();
    for (int asks : ASKS) {
      head.append(String.format(Locale.ROOT, "%15d", asks));
    }
    out.printf(Locale.ROOT, " %-25s%s%n", what + ", asks seen", head);
    candidates.forEach(
        (name, candidate) -> {
          StringBuilder row = new StringBuilder();
          columns.forEach(column -> row.append(score(candidate, column)));
          out.printf(Locale.ROOT, "  %-24s%s%n", name, row);
        });
  }

  /** The share called overdue and the pinball loss. */
  private static String score(
      ToDoubleBiFunction<TableWait, List<Observation>> candidate, List<Trial> trials) {
    double overdue = 0;
    double loss = 0;
    int count = 0;
    for (Trial trial : trials) {
      double q90 = candidate.applyAsDouble(trial.table(), trial.seen());
      for (double wait : trial.heldOut()) {
        overdue += wait > q90 ? 1 : 0;
        loss += wait > q90 ? 0.9 * (wait - q90) : 0.1 * (q90 - wait);
        count++;
      }
    }
    return String.format(Locale.ROOT, "  %5.2f (%5.2f)", overdue / count, loss / count / DAY);
  }
}
