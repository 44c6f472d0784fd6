package dev.pushback.training;

import dev.pushback.learning.Classifier;
import dev.pushback.learning.ClassifierTrainer;
import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Span;
import dev.pushback.learning.SpanFeatures;
import dev.pushback.learning.SpanTagger;
import dev.pushback.learning.TaggerTrainer;
import dev.pushback.learning.TextFeatures;
import dev.pushback.learning.Token;
import dev.pushback.learning.TokenFeatures;
import dev.pushback.situation.ReaderModel;
import dev.pushback.training.Examples.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Learns a {@link ReaderModel} from examples. The same examples give the same model. */
public final class Trainer {
  private static final double COST = 8;
  private static final double TEMPERATURE = 6;
  private static final int ROUNDS = 8;

  private final TextFeatures text;
  private final TokenFeatures token;
  private final SpanFeatures span;

  /**
   * @param lexicon the same as is used for reading
   */
  public Trainer(Lexicon lexicon) {
    this.text = new TextFeatures(lexicon);
    this.token = new TokenFeatures(lexicon);
    this.span = new SpanFeatures(lexicon);
  }

  /** Learns everything. */
  public ReaderModel train(Examples examples) {
    List<Said> situations = examples.situations();
    return new ReaderModel(
        classifier(situations, Said::label),
        classifier(situations, said -> said.more("kind").orElse("")),
        classifier(examples.objections(), Said::label),
        classifier(quotes(examples), said -> said.more("objection").orElse("")),
        classifier(examples.thoughts(), Said::label),
        shapes(situations, "want"),
        shapes(situations, "they_want"),
        shapes(situations, "reason"),
        tagger(situations, false, Trainer::measures),
        tagger(situations, false, said -> single(said, List.of("partner"))),
        tagger(situations, true, said -> single(said, List.of("want", "they_want", "reason"))),
        tagger(examples.thoughts(), false, Trainer::limit));
  }

  private static List<Said> quotes(Examples examples) {
    return Stream.concat(examples.situations().stream(), examples.objections().stream()).toList();
  }

  private Classifier classifier(List<Said> examples, Function<Said, String> label) {
    List<ClassifierTrainer.Example> labelled =
        examples.stream()
            .filter(said -> !label.apply(said).isEmpty())
            .map(
                said ->
                    new ClassifierTrainer.Example(
                        text.of(Token.of(said.text())), label.apply(said)))
            .toList();
    return train(labelled, TextFeatures.BITS);
  }

  private Classifier shapes(List<Said> examples, String slot) {
    List<ClassifierTrainer.Example> labelled = new ArrayList<>();
    for (Said said : examples) {
      Optional<String> words = said.slot(slot);
      Optional<String> shape = said.shape(slot);
      if (words.isPresent() && shape.isPresent()) {
        find(said.text(), words.get(), slot)
            .ifPresent(
                found ->
                    labelled.add(
                        new ClassifierTrainer.Example(
                            span.of(
                                Token.of(said.text()), found.start(), found.end(), said.label()),
                            shape.get())));
      }
    }
    return train(labelled, SpanFeatures.BITS);
  }

  private static Classifier train(List<ClassifierTrainer.Example> labelled, int bits) {
    return new ClassifierTrainer(COST, TEMPERATURE).train(labelled, bits);
  }

  private SpanTagger tagger(
      List<Said> examples, boolean withTopic, Function<Said, List<Span>> spans) {
    List<TaggerTrainer.Example> labelled = new ArrayList<>();
    for (Said said : examples) {
      List<Token> tokens = Token.of(said.text());
      labelled.add(
          new TaggerTrainer.Example(
              tokens, token.of(tokens, withTopic ? said.label() : ""), spans.apply(said)));
    }
    return new TaggerTrainer(ROUNDS).train(labelled, TokenFeatures.BITS);
  }

  /** Amounts and dates; where one stands inside or beside the other, the date is kept. */
  static List<Span> measures(Said said) {
    List<Span> spans = new ArrayList<>();
    addAll(spans, said, "dates", "date");
    addAll(spans, said, "amounts", "amount");
    return inOrder(spans);
  }

  private static List<Span> limit(Said said) {
    return said
        .more("limit")
        .filter(words -> !words.isBlank())
        .flatMap(words -> find(said.text(), words, "limit"))
        .stream()
        .toList();
  }

  private static List<Span> single(Said said, List<String> names) {
    List<Span> spans = new ArrayList<>();
    for (String name : names) {
      said.slot(name)
          .flatMap(words -> find(said.text(), words, name))
          .filter(span -> spans.stream().noneMatch(other -> overlap(span, other)))
          .ifPresent(spans::add);
    }
    return inOrder(spans);
  }

  private static void addAll(List<Span> spans, Said said, String slot, String label) {
    for (String words : said.slots(slot)) {
      int from = 0;
      Optional<Span> found = find(said.text(), words, label, from);
      while (found.isPresent()) {
        Span span = found.get();
        if (spans.stream().noneMatch(other -> overlap(span, other))) {
          spans.add(span);
          break;
        }
        found = find(said.text(), words, label, span.end());
      }
    }
  }

  private static List<Span> inOrder(List<Span> spans) {
    return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  static Optional<Span> find(String text, String words, String label) {
    return find(text, words, label, 0);
  }

  private static Optional<Span> find(String text, String words, String label, int from) {
    int start = text.indexOf(words, from);
    if (start < 0) {
      start = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT), from);
    }
    return start < 0 || words.isBlank()
        ? Optional.empty()
        : Optional.of(new Span(label, start, start + words.length()));
  }
}
