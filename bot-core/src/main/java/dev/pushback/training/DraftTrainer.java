package dev.pushback.training;

import dev.pushback.learning.Classifier;
import dev.pushback.learning.ClassifierTrainer;
import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.playbook.DraftRules;
import dev.pushback.tone.DraftFeatures;
import dev.pushback.tone.DraftModel;
import dev.pushback.tone.Role;
import dev.pushback.training.Examples.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Learns a {@link DraftModel} from labelled drafts. The same examples give the same model. */
public final class DraftTrainer {
  private static final double COST = 1;
  private static final double TEMPERATURE = 4;

  private final DraftFeatures features;

  /**
   * @param rules the same as are used for reading
   * @param lexicon the same as is used for reading
   */
  public DraftTrainer(DraftRules rules, Lexicon lexicon) {
    this.features = new DraftFeatures(rules, lexicon);
  }

  /** Learns every role from the sentences of the drafts. */
  public DraftModel train(Examples examples) {
    Map<Role, List<ClassifierTrainer.Example>> lines = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      lines.put(role, new ArrayList<>());
    }
    for (Said said : examples.drafts()) {
      Map<Role, List<int[]>> spans = spans(said);
      for (DraftFeatures.Line line : features.lines(said.text())) {
        spans.forEach(
            (role, marked) ->
                lines
                    .getOrDefault(role, List.of())
                    .add(
                        new ClassifierTrainer.Example(
                            line.buckets(),
                            marked.stream()
                                    .anyMatch(
                                        span -> span[0] < line.end() && line.start() < span[1])
                                ? DraftModel.YES
                                : DraftModel.NO)));
      }
    }
    lines.forEach(
        (role, labelled) -> {
          if (labelled.stream().noneMatch(line -> line.label().equals(DraftModel.YES))) {
            throw new IllegalArgumentException("no draft has words that are '" + role.id() + "'");
          }
        });
    Map<Role, Classifier> roles = new EnumMap<>(Role.class);
    lines.forEach(
        (role, labelled) ->
            roles.put(
                role,
                new ClassifierTrainer(COST, TEMPERATURE)
                    .train(labelled, List.of(DraftModel.NO, DraftModel.YES), DraftModel.BITS)));
    return new DraftModel(roles);
  }

  private static Map<Role, List<int[]>> spans(Said said) {
    Map<Role, List<int[]>> spans = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<int[]> marked = new ArrayList<>();
      for (String words : words(said, role)) {
        Trainer.find(said.text(), words, role.id())
            .ifPresent(span -> marked.add(new int[] {span.start(), span.end()}));
      }
      spans.put(role, marked);
    }
    return spans;
  }

  private static List<String> words(Said said, Role role) {
    return switch (role) {
      case ASK -> said.texts("asks");
      case REASON -> said.texts("reasons");
      case BUMP ->
          said.texts("problems").contains(DraftProblem.EMPTY_BUMP.id())
              ? List.of(said.text())
              : List.of();
      default -> said.textsIn("spans", role.id());
    };
  }
}
