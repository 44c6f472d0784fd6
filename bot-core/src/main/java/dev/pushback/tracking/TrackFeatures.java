package dev.pushback.tracking;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.Span;
import dev.pushback.learning.SpanFeatures;
import dev.pushback.learning.TextFeatures;
import dev.pushback.learning.Token;
import dev.pushback.learning.TokenFeatures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a request to track is read by; the same when it is learned and when it is read. */
public final class TrackFeatures {
  private final TextFeatures text;
  private final TokenFeatures token;
  private final SpanFeatures span;

  /**
   * @param lexicon groups of words that mean much the same, those of tracking.yaml among them
   */
  public TrackFeatures(Lexicon lexicon) {
    this.text = new TextFeatures(lexicon);
    this.token = new TokenFeatures(lexicon);
    this.span = new SpanFeatures(lexicon);
  }

  /** Buckets of the whole text. */
  public int[] ofText(List<Token> tokens) {
    return text.of(tokens);
  }

  /** Buckets of each token. */
  public int[][] ofTokens(List<Token> tokens) {
    return token.of(tokens);
  }

  /**
   * Buckets for the kind of partner: those of the whole text, and those of the partner's words and
   * surroundings, which say more ("Okafor & Dunne solicitors").
   */
  public int[] ofPartner(List<Token> tokens, Optional<Span> partner) {
    int[] whole = text.of(tokens);
    if (partner.isEmpty() || tokens.isEmpty()) {
      return whole;
    }
    int[] words = span.of(tokens, partner.get().start(), partner.get().end(), "");
    int mask = (1 << TextFeatures.BITS) - 1;
    return IntStream.concat(
            IntStream.of(whole), IntStream.of(words).map(bucket -> (bucket * 8 + 5) & mask))
        .sorted()
        .distinct()
        .toArray();
  }
}
