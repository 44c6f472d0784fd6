package dev.pushback.tone;

import dev.pushback.learning.Lexicon;
import dev.pushback.learning.TextFeatures;
import dev.pushback.playbook.DraftRules;
import java.util.List;

/** What is seen of each sentence of a draft, the same for learning and for reading. */
public final class DraftFeatures {
  private final DraftRules rules;
  private final TextFeatures text;

  /**
   * @param rules the words by which problems are recognised
   * @param lexicon groups of words that mean much the same
   */
  public DraftFeatures(DraftRules rules, Lexicon lexicon) {
    this.rules = rules;
    this.text = new TextFeatures(lexicon, DraftModel.BITS);
  }

  /**
   * What is seen of a sentence.
   *
   * @param start offset of its first character, behind a greeting
   * @param end offset after its last character
   * @param signs what its words are signs of
   * @param buckets its features
   */
  @SuppressWarnings("ArrayRecordComponent") // made once and never shown outside reading
  record Seen(int start, int end, SentenceSigns signs, int[] buckets) {}

  /** One sentence with its features, for learning. */
  @SuppressWarnings("ArrayRecordComponent") // made once and never shown outside training
  public record Line(int start, int end, int[] buckets) {}

  /** The sentences of a text, for learning. */
  public List<Line> lines(String text) {
    Draft draft = Draft.of(text);
    return draft.sentences().stream()
        .map(sentence -> see(draft, sentence))
        .map(seen -> new Line(seen.start(), seen.end(), seen.buckets()))
        .toList();
  }

  Seen see(Draft draft, Draft.Sentence sentence) {
    SentenceSigns signs = SentenceSigns.of(rules, draft, sentence);
    return new Seen(
        draft.start(sentence),
        draft.end(sentence),
        signs,
        text.of(draft.body(sentence), signs.marks(draft, sentence)));
  }
}
