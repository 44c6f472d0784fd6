package dev.pushback.tone;

import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.DraftRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what each sentence of a draft does. Safe for use by many threads. */
final class LineReader {
  private final DraftFeatures features;
  private final DraftModel.Table model;

  LineReader(DraftRules rules, Lexicon lexicon, DraftModel model) {
    this.features = new DraftFeatures(rules, lexicon);
    this.model = model.table();
  }

  List<DraftLine> read(Draft draft) {
    List<DraftLine> lines = new ArrayList<>();
    for (Draft.Sentence sentence : draft.sentences()) {
      DraftFeatures.Seen seen = features.see(draft, sentence);
      Map<Role, Double> roles = new EnumMap<>(Role.class);
      if (sentence.body() < sentence.to()) {
        roles.putAll(model.probabilities(seen.buckets()));
        if (draft.isShouted(sentence)) {
          roles.put(Role.HARSH, 1.0);
        }
      }
      lines.add(
          new DraftLine(
              sentence,
              seen.start(),
              seen.end(),
              draft.words(sentence.body(), sentence.to()),
              seen.signs(),
              roles));
    }
    return lines;
  }
}
