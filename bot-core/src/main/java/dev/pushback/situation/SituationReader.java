package dev.pushback.situation;

import dev.pushback.learning.Classifier.Guess;
import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Span;
import dev.pushback.learning.SpanFeatures;
import dev.pushback.learning.TextFeatures;
import dev.pushback.learning.Token;
import dev.pushback.learning.TokenFeatures;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads messages. Pure and deterministic; safe for use by many threads. */
public final class SituationReader {
  private static final double WORTH_MENTIONING = 0.08;
  private static final int ALTERNATIVES = 3;

  /** Below this probability a yes is not believed. */
  private static final double SURE_YES = 0.5;

  /** So many reports are looked at, and so much of each: what counts is said early. */
  private static final int MOST_REPORTS = 5;

  private static final int LONGEST_REPORT = 300;

  /** Below this probability a reported objection is not believed; found by cross-validation. */
  private static final double REPORTED = 0.6;

  /** Words after which somebody reports what the partner said, and quotations. */
  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(?:says?|said|saying|told (?:me|us)|tells? (?:me|us)|claims?|claimed|insists?|insisted"
              + "|answers?|answered|replied|replies|writes|wrote|argues?|argued|reckons?|keeps? telling"
              + "|goes|their (?:line|answer|reply|argument|excuse) is|apparently|according to"
              + " (?:them|him|her))\\b[\\s,:;-]*(?:that\\b)?|\\n>|^>|(?<![\\p{L}\\p{N}])[\"'“‘](?=\\p{L}[^\"'”’“‘]{10,300}[\"'”’])",
          Pattern.CASE_INSENSITIVE);

  /** Where a report ends: with its sentence or its quotation. */
  private static final Pattern SAID_END =
      Pattern.compile("(?<=\\p{L}{2})[.!?]+(?=\\s|$)|\\n|[\"”’](?=\\W|$)|(?<=\\w)'(?=\\W|$)|$");

  private final ReaderModel model;
  private final TextFeatures textFeatures;
  private final TokenFeatures tokenFeatures;
  private final SpanFeatures spanFeatures;

  /**
   * @param model what was learned
   * @param lexicon the one it was learned with
   */
  public SituationReader(ReaderModel model, Lexicon lexicon) {
    this.model = model;
    this.textFeatures = new TextFeatures(lexicon);
    this.tokenFeatures = new TokenFeatures(lexicon);
    this.spanFeatures = new SpanFeatures(lexicon);
  }

  /** Reads what a person typed to the coach. */
  public Reading read(String text) {
    List<Token> tokens = Token.of(text);
    int[] buckets = textFeatures.of(tokens);
    List<Likely<Situation>> likely =
        likely(model.situation().guesses(buckets)).stream()
            .map(one -> new Likely<>(Situation.byId(one.what()).orElseThrow(), one.probability()))
            .toList();
    Situation situation = likely.get(0).what();
    String kind = situation == Situation.NOT_PUSHBACK ? model.kind().best(buckets).label() : "";
    return new Reading(
        text,
        situation,
        likely.get(0).probability(),
        others(likely),
        kind,
        quoted(text, buckets),
        slots(text, tokens, situation));
  }

  /** Reads what a partner wrote. */
  public ObjectionReading readObjection(String text) {
    List<Token> tokens = Token.of(text);
    List<Likely<Objection>> likely =
        likely(model.objection().guesses(textFeatures.of(tokens))).stream()
            .map(one -> new Likely<>(Objection.byId(one.what()).orElseThrow(), one.probability()))
            .toList();
    List<Span> measures = model.measures().spans(tokens, tokenFeatures.of(tokens));
    if (likely.get(0).what() == Objection.AGREES && likely.get(0).probability() < SURE_YES) {
      // Thanking somebody for a no would be worse than asking once more.
      likely = likely.subList(1, likely.size());
    }
    return new ObjectionReading(
        text,
        likely.get(0).what(),
        likely.get(0).probability(),
        others(likely),
        all(measures, "amount", text),
        all(measures, "date", text));
  }

  /** Reads a combative thought. */
  public ThoughtReading readThought(String text) {
    List<Token> tokens = Token.of(text);
    String grievance = model.grievance().best(textFeatures.of(tokens)).label();
    Optional<Slot> limit =
        first(model.limit().spans(tokens, tokenFeatures.of(tokens)), "limit", text);
    return new ThoughtReading(text, grievance, limit);
  }

  /** How the words of a slot of this reading fit a sentence. */
  public Shape shape(SlotKind kind, Slot slot, Reading reading) {
    int[] buckets =
        spanFeatures.of(
            Token.of(reading.text()), slot.start(), slot.end(), reading.situation().id());
    return Shape.byId(
        switch (kind) {
          case WANT -> model.wantShape().best(buckets).label();
          case THEIRS -> model.theirsShape().best(buckets).label();
          case REASON -> model.reasonShape().best(buckets).label();
        });
  }

  /** The slots whose shape can be told. */
  public enum SlotKind {
    WANT,
    THEIRS,
    REASON
  }

  /**
   * What the partner is reported as saying: what stands behind a verb of saying or in quotation
   * marks, read as a partner's message; or the whole text, if that is clear enough.
   */
  private Objection quoted(String text, int[] buckets) {
    Matcher report = REPORT.matcher(text);
    Objection best = Objection.NONE;
    double surest = REPORTED;
    for (int found = 0; found < MOST_REPORTS && report.find(); found++) {
      Matcher end = SAID_END.matcher(text);
      String said =
          text.substring(
              report.end(),
              Math.min(
                  Math.min(text.length(), report.end() + LONGEST_REPORT),
                  end.find(report.end()) ? end.start() : text.length()));
      Guess guess = model.objection().best(textFeatures.of(Token.of(said)));
      if (guess.probability() >= surest) {
        surest = guess.probability();
        best = Objection.byId(guess.label()).orElse(Objection.NONE);
      }
    }
    Guess whole = model.quoted().best(buckets);
    return best == Objection.NONE && whole.probability() >= REPORTED
        ? Objection.byId(whole.label()).orElse(Objection.NONE)
        : best;
  }

  private Slots slots(String text, List<Token> tokens, Situation situation) {
    int[][] plain = tokenFeatures.of(tokens);
    List<Span> measures = model.measures().spans(tokens, plain);
    Optional<Slot> partner =
        first(model.partner().spans(tokens, plain), "partner", text).flatMap(PartnerWords::trimmed);
    List<Span> wishes =
        situation == Situation.NOT_PUSHBACK
            ? List.of()
            : model.wishes().spans(tokens, tokenFeatures.withTopic(plain, tokens, situation.id()));
    return new Slots(
        partner,
        first(wishes, "want", text),
        first(wishes, "they_want", text),
        first(wishes, "reason", text),
        all(measures, "amount", text),
        all(measures, "date", text));
  }

  private static List<Likely<String>> likely(List<Guess> guesses) {
    return guesses.stream().map(guess -> new Likely<>(guess.label(), guess.probability())).toList();
  }

  private static <T> List<T> others(List<Likely<T>> likely) {
    return likely.stream()
        .skip(1)
        .filter(one -> one.probability() >= WORTH_MENTIONING)
        .limit(ALTERNATIVES)
        .map(Likely::what)
        .toList();
  }

  private static Optional<Slot> first(List<Span> spans, String label, String text) {
    return all(spans, label, text).stream().findFirst();
  }

  private static List<Slot> all(List<Span> spans, String label, String text) {
    return spans.stream()
        .filter(span -> span.label().equals(label))
        .map(span -> Slot.of(span, text))
        .toList();
  }
}
