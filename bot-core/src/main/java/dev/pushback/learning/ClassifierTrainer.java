package dev.pushback.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link Classifier}: a linear support vector machine, one label against the rest, by
 * LIBLINEAR. The same examples give the same weights.
 */
public final class ClassifierTrainer {
  private static final long SEED = 1;

  private final double cost;
  private final double temperature;

  /**
   * @param cost how much a wrong example costs against large weights (LIBLINEAR's C)
   * @param temperature what margins are multiplied by to become log odds; found by cross-validation
   */
  public ClassifierTrainer(double cost, double temperature) {
    this.cost = cost;
    this.temperature = temperature;
  }

  /** One labelled example: its feature buckets and its label. */
  @SuppressWarnings(
      "ArrayRecordComponent") // buckets are made once and never shown outside training
  public record Example(int[] buckets, String label) {}

  /** Learns the labels that the examples have. */
  public Classifier train(List<Example> examples, int bits) {
    return train(
        examples, examples.stream().map(Example::label).distinct().sorted().toList(), bits);
  }

  /** Learns from the examples; every label among {@code labels} needs at least one. */
  public Classifier train(List<Example> examples, List<String> labels, int bits) {
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = 1 << bits;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(examples.get(i).buckets());
      problem.y[i] = labels.indexOf(examples.get(i).label());
    }
    problem.bias = -1;
    Linear.disableDebugOutput();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, 0.01);
    parameter.setRandom(new Random(SEED));
    balance(parameter, problem.y, labels.size());
    return pack(Linear.train(problem, parameter), labels, bits);
  }

  /** Frequent labels weigh less, by the square root of their share, so that rare ones are found. */
  private static void balance(Parameter parameter, double[] answers, int count) {
    double[] counts = new double[count];
    for (double answer : answers) {
      counts[(int) answer]++;
    }
    double[] weights = new double[count];
    int[] labels = new int[count];
    for (int label = 0; label < count; label++) {
      labels[label] = label;
      weights[label] = Math.sqrt(answers.length / (count * counts[label]));
    }
    parameter.setWeights(weights, labels);
  }

  private static Feature[] features(int[] buckets) {
    double value = 1 / Math.sqrt(Math.max(1, buckets.length));
    Feature[] features = new Feature[buckets.length];
    for (int i = 0; i < buckets.length; i++) {
      features[i] = new FeatureNode(buckets[i] + 1, value);
    }
    return features;
  }

  private Classifier pack(Model model, List<String> labels, int bits) {
    int count = labels.size();
    double[] learned = model.getFeatureWeights();
    int columns = model.getNrClass();
    double largest = 0;
    for (double weight : learned) {
      largest = Math.max(largest, Math.abs(weight));
    }
    double unit = largest / Byte.MAX_VALUE;
    byte[] weights = new byte[count << bits];
    // Of two labels LIBLINEAR keeps one column: for the first, against the second.
    boolean two = columns == 2;
    int stored = two ? 1 : columns;
    for (int column = 0; column < columns; column++) {
      int label = model.getLabels()[column];
      int sign = two && column == 1 ? -1 : 1;
      for (int bucket = 0; bucket < 1 << bits; bucket++) {
        double weight = sign * learned[bucket * stored + (two ? 0 : column)];
        weights[bucket * count + label] = (byte) Math.round(weight / unit);
      }
    }
    return new Classifier(labels, weights, (float) (unit * temperature), new float[count]);
  }
}
