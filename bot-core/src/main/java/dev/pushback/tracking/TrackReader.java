package dev.pushback.tracking;

import dev.pushback.followup.Direction;
import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Span;
import dev.pushback.learning.SpanTagger;
import dev.pushback.learning.Token;
import dev.pushback.situation.PartnerWords;
import dev.pushback.situation.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads requests to track something. Pure and deterministic; safe for use by many threads. */
public final class TrackReader {
  /** A partner's name is no longer than this; a longer one is a story. */
  private static final int LONGEST_NAME = 80;

  private static final Pattern THING =
      Pattern.compile(
          "(?isU)[^\\w]*(?:(?:the|a|an|his|her|our|my|its)\\s+)?(\\w.*?)"
              + "(?:\\s+(?:with|from|by|for|of|to))?[\\s\\p{P}&&[^%)]]*");

  private static final List<String> ALWAYS_THERE = List.of("what", "partner");
  private static final int CLOSER_LOOKS = 6;
  private static final int CLOSER = 8;

  private final TrackModel model;
  private final TrackFeatures features;

  /**
   * @param model what was learned
   * @param lexicon the one it was learned with
   */
  public TrackReader(TrackModel model, Lexicon lexicon) {
    this.model = model;
    this.features = new TrackFeatures(lexicon);
  }

  /**
   * Reads what a person asks to be tracked; an empty text has no slots. Where what was learned
   * finds no partner or no thing, the form that the help teaches may tell.
   */
  public TrackReading read(String text) {
    TrackReading learned = learned(text);
    return learned.what().isPresent() && learned.partner().isPresent()
        ? learned
        : UsualForm.of(text).map(form -> in(form, learned)).orElse(learned);
  }

  private TrackReading learned(String text) {
    List<Token> tokens = Token.of(calm(text));
    int[][] buckets = features.ofTokens(tokens);
    List<Span> spans = slots(tokens, buckets);
    // "chase Tanaka for the quote" is what is wanted, with the partner inside; the second tagger
    // finds that one.
    Optional<Span> partner =
        Stream.concat(
                spans.stream().filter(span -> span.label().equals("partner")),
                model.partner().spans(tokens, buckets).stream())
            .filter(span -> span.end() - span.start() <= LONGEST_NAME)
            .findFirst();
    return new TrackReading(
        text,
        first(spans, "what", text).flatMap(TrackReader::thing),
        partner.map(span -> Slot.of(span, text)).flatMap(PartnerWords::trimmed),
        first(spans, "due", text),
        first(spans, "remind", text),
        first(spans, "channel", text),
        model.kind().best(features.ofPartner(tokens, partner)).label(),
        Direction.byId(model.direction().best(features.ofText(tokens)).label()));
  }

  /** Without an article in front, a small word behind, and marks around. */
  private static Optional<Slot> thing(Slot slot) {
    Matcher edges = THING.matcher(slot.text());
    if (!edges.matches()) {
      return Optional.empty();
    }
    int start = slot.start() + edges.start(1);
    return Optional.of(new Slot(edges.group(1), start, start + edges.group(1).length()));
  }

  /**
   * Reads what follows the command {@code track}: the form that the help teaches comes first, and
   * what was learned tells the rest.
   */
  public TrackReading readCommand(String text) {
    TrackReading learned = learned(text);
    return UsualForm.of(text).map(form -> in(form, learned)).orElse(learned);
  }

  private static TrackReading in(UsualForm.Parts form, TrackReading learned) {
    return new TrackReading(
        learned.text(),
        thing(form.what()),
        PartnerWords.trimmed(form.partner()),
        learned.due(),
        learned.remind(),
        learned.channel(),
        learned.kind(),
        learned.direction());
  }

  /** Something is always waited for, from somebody: where none is seen, a closer look is taken. */
  private List<Span> slots(List<Token> tokens, int[][] buckets) {
    SpanTagger tagger = model.slots();
    List<Span> spans = tagger.spans(tokens, buckets);
    for (int look = 0; look < CLOSER_LOOKS; look++) {
      SpanTagger closer = tagger;
      for (String label : ALWAYS_THERE) {
        if (spans.stream().noneMatch(span -> span.label().equals(label))) {
          closer = closer.leaningTo(label, CLOSER);
        }
      }
      if (closer == tagger) {
        return spans;
      }
      tagger = closer;
      spans = tagger.spans(tokens, buckets);
    }
    return spans;
  }

  /** Who shouts loses what capitals tell: in a text without small letters they tell nothing. */
  private static String calm(String text) {
    boolean shouted = text.chars().noneMatch(Character::isLowerCase);
    String lower = text.toLowerCase(Locale.ROOT);
    return shouted && lower.length() == text.length() ? lower : text;
  }

  private static Optional<Slot> first(List<Span> spans, String label, String text) {
    return spans.stream()
        .filter(span -> span.label().equals(label))
        .map(span -> Slot.of(span, text))
        .findFirst();
  }
}
