package dev.pushback.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Learns a {@link Detector}: logistic regression that keeps weights small, by LIBLINEAR. The same
 * examples give the same weights.
 */
public final class DetectorTrainer {
  private static final long SEED = 1;
  private static final double EPSILON = 0.01;

  private final int bits;
  private final double cost;
  private final int seenIn;

  /**
   * @param bits size of the table as a power of two
   * @param cost how much a wrong example costs against large weights (LIBLINEAR's C)
   * @param seenIn in how many examples a clue has to be found for it to count
   */
  public DetectorTrainer(int bits, double cost, int seenIn) {
    this.bits = bits;
    this.cost = cost;
    this.seenIn = seenIn;
  }

  /**
   * One example.
   *
   * @param clues what is looked at
   * @param yes the right answer
   * @param source where it is from
   */
  public record Example(Clues clues, boolean yes, String source) {}

  /**
   * Learns from the examples; both answers count the same, however rare one is. How frequent yes is
   * in each source is learned apart from the clues, so that no clue counts because it tells the
   * sources apart.
   *
   * @throws IllegalArgumentException if one of the answers never occurs
   */
  public Detector train(List<Example> examples) {
    long yes = examples.stream().filter(Example::yes).count();
    long no = examples.size() - yes;
    if (yes == 0 || no == 0) {
      throw new IllegalArgumentException("nothing to tell apart: " + yes + " yes, " + no + " no");
    }
    int[] seen = seen(examples);
    Problem problem = new Problem();
    problem.l = examples.size();
    List<String> sources = examples.stream().map(Example::source).distinct().sorted().toList();
    problem.n = (1 << bits) + sources.size();
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(examples.get(i), sources, seen);
      problem.y[i] = examples.get(i).yes() ? 1 : 0;
    }
    Linear.disableDebugOutput();
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, EPSILON);
    parameter.setRandom(new Random(SEED));
    double half = examples.size() / 2.0;
    parameter.setWeights(new double[] {half / no, half / yes}, new int[] {0, 1});
    return pack(Linear.train(problem, parameter), sources.size());
  }

  private int[] seen(List<Example> examples) {
    int[] seen = new int[1 << bits];
    for (Example example : examples) {
      for (int bucket : example.clues().words()) {
        seen[bucket]++;
      }
      for (int bucket : example.clues().signs()) {
        seen[bucket]++;
      }
    }
    return seen;
  }

  /** LIBLINEAR counts features from one. Behind the table each source has a feature of its own. */
  private Feature[] features(Example example, List<String> sources, int[] seen) {
    Clues clues = example.clues();
    Map<Integer, Double> values = new TreeMap<>();
    add(values, clues.words(), 1 / Math.sqrt(Math.max(1, clues.words().length)), seen);
    add(values, clues.signs(), Detector.SIGN, seen);
    values.put((1 << bits) + 1 + sources.indexOf(example.source()), 1.0);
    return values.entrySet().stream()
        .map(one -> new FeatureNode(one.getKey(), one.getValue()))
        .toArray(Feature[]::new);
  }

  /** A word and a sign may fall into one bucket; then their values add up, as they do later. */
  private void add(Map<Integer, Double> values, int[] buckets, double value, int[] seen) {
    for (int bucket : buckets) {
      if (seen[bucket] >= seenIn) {
        values.merge(bucket + 1, value, Double::sum);
      }
    }
  }

  private Detector pack(Model model, int sources) {
    double[] learned = model.getFeatureWeights();
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    byte[] weights = new byte[1 << bits];
    double largest = 0;
    for (int bucket = 0; bucket < weights.length; bucket++) {
      largest = Math.max(largest, Math.abs(learned[bucket]));
    }
    double unit = Math.max(largest, Double.MIN_NORMAL) / Byte.MAX_VALUE;
    for (int bucket = 0; bucket < weights.length; bucket++) {
      weights[bucket] = (byte) Math.round(sign * learned[bucket] / unit);
    }
    double bias = 0;
    for (int source = 0; source < sources; source++) {
      bias += sign * learned[weights.length + source] / sources;
    }
    return new Detector(weights, (float) unit, (float) bias);
  }
}
