package dev.pushback.training;

import dev.pushback.followup.Direction;
import dev.pushback.learning.Classifier;
import dev.pushback.learning.ClassifierTrainer;
import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Span;
import dev.pushback.learning.SpanTagger;
import dev.pushback.learning.TaggerTrainer;
import dev.pushback.learning.TextFeatures;
import dev.pushback.learning.Token;
import dev.pushback.learning.TokenFeatures;
import dev.pushback.tracking.TrackFeatures;
import dev.pushback.tracking.TrackModel;
import dev.pushback.training.Examples.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Learns a {@link TrackModel} from examples. The same examples give the same model. */
public final class TrackTrainer {
  private static final double COST = 8;
  private static final double TEMPERATURE = 6;
  private static final int ROUNDS = 8;
  private static final List<String> SLOTS = List.of("due", "what", "partner", "remind", "channel");

  private final TrackFeatures features;

  /**
   * @param lexicon the same as is used for reading
   */
  public TrackTrainer(Lexicon lexicon) {
    this.features = new TrackFeatures(lexicon);
  }

  /** Learns everything from the requests to track. */
  public TrackModel train(Examples examples) {
    List<Said> said = examples.followUps();
    return new TrackModel(
        kind(said),
        direction(said),
        tagger(said, text -> true),
        tagger(said, text -> text.equals("partner")));
  }

  private Classifier kind(List<Said> examples) {
    return train(
        examples, said -> features.ofPartner(Token.of(said.text()), partner(said)), Said::label);
  }

  private Classifier direction(List<Said> examples) {
    return train(
        examples,
        said -> features.ofText(Token.of(said.text())),
        said -> said.more("direction").orElse(Direction.THEY_OWE.id()));
  }

  private static Classifier train(
      List<Said> examples, Function<Said, int[]> buckets, Function<Said, String> label) {
    List<ClassifierTrainer.Example> labelled =
        examples.stream()
            .map(said -> new ClassifierTrainer.Example(buckets.apply(said), label.apply(said)))
            .toList();
    return new ClassifierTrainer(COST, TEMPERATURE).train(labelled, TextFeatures.BITS);
  }

  private SpanTagger tagger(List<Said> examples, Predicate<String> wanted) {
    List<TaggerTrainer.Example> labelled = new ArrayList<>();
    for (Said said : examples) {
      List<Token> tokens = Token.of(said.text());
      labelled.add(
          new TaggerTrainer.Example(tokens, features.ofTokens(tokens), slots(said, wanted)));
    }
    return new TaggerTrainer(ROUNDS).train(labelled, TokenFeatures.BITS);
  }

  private static Optional<Span> partner(Said said) {
    return find(said, "partner");
  }

  private static List<Span> slots(Said said, Predicate<String> wanted) {
    List<Span> spans = new ArrayList<>();
    for (String name : SLOTS) {
      find(said, name)
          .filter(span -> wanted.test(span.label()))
          .filter(
              span ->
                  spans.stream()
                      .noneMatch(other -> span.start() < other.end() && other.start() < span.end()))
          .ifPresent(spans::add);
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return spans;
  }

  private static Optional<Span> find(Said said, String name) {
    return said.more(name).flatMap(words -> Trainer.find(said.text(), words, name));
  }
}
