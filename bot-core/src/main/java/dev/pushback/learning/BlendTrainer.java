package dev.pushback.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Learns how much a few opinions count when they are put together ("stacking", Wolpert 1992): one
 * weight an opinion for all sources, and a level of its own for each source, so that sources which
 * differ in what is usual there still agree on what counts.
 */
public final class BlendTrainer {
  private static final long SEED = 1;
  private static final double COST = 0.01;
  private static final double EPSILON = 0.001;

  private BlendTrainer() {}

  /**
   * One example.
   *
   * @param opinions log odds of each opinion
   * @param source where it is from
   * @param yes the right answer
   */
  public record Row(List<Double> opinions, String source, boolean yes) {
    /** Copies the list. */
    public Row {
      opinions = List.copyOf(opinions);
    }
  }

  /**
   * The weight of each opinion; every source, and yes and no within it, count the same.
   *
   * @param rows at least one
   */
  public static List<Double> train(List<Row> rows) {
    List<String> sources = rows.stream().map(Row::source).distinct().sorted().toList();
    int opinions = rows.get(0).opinions().size();
    List<Row> even = even(rows);
    Problem problem = new Problem();
    problem.l = even.size();
    problem.n = opinions + sources.size();
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      Row row = even.get(i);
      problem.x[i] = features(row.opinions(), opinions + 1 + sources.indexOf(row.source()));
      problem.y[i] = row.yes() ? 1 : 0;
    }
    Linear.disableDebugOutput();
    Parameter parameter = new Parameter(SolverType.L2R_LR, COST, EPSILON);
    parameter.setRandom(new Random(SEED));
    Model model = Linear.train(problem, parameter);
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    List<Double> weights = new ArrayList<>();
    for (int opinion = 0; opinion < opinions; opinion++) {
      weights.add(sign * model.getFeatureWeights()[opinion]);
    }
    return List.copyOf(weights);
  }

  private static Feature[] features(List<Double> opinions, int level) {
    Feature[] features = new Feature[opinions.size() + 1];
    for (int i = 0; i < opinions.size(); i++) {
      features[i] = new FeatureNode(i + 1, opinions.get(i));
    }
    features[opinions.size()] = new FeatureNode(level, 1);
    return features;
  }

  /** The rows, those of small sources and of rare answers so often that all are as many. */
  private static List<Row> even(List<Row> rows) {
    Map<String, List<Row>> kinds = new TreeMap<>();
    for (Row row : rows) {
      kinds.computeIfAbsent(row.source() + " " + row.yes(), none -> new ArrayList<>()).add(row);
    }
    int most = kinds.values().stream().mapToInt(Collection::size).max().orElse(0);
    List<Row> even = new ArrayList<>(most * kinds.size());
    for (List<Row> kind : kinds.values()) {
      for (int i = 0; i < most; i++) {
        even.add(kind.get(i % kind.size()));
      }
    }
    return even;
  }
}
