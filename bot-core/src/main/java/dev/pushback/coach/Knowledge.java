package dev.pushback.coach;

import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.script.AnswerWriter;
import dev.pushback.script.EndgameWriter;
import dev.pushback.script.ReframeWriter;
import dev.pushback.script.ScriptWriter;
import dev.pushback.situation.LanguageGuess;
import dev.pushback.situation.ReaderModel;
import dev.pushback.situation.Screening;
import dev.pushback.situation.SituationReader;
import dev.pushback.tone.DraftCheck;
import dev.pushback.tone.DraftModel;
import dev.pushback.tone.ToneModel;
import dev.pushback.tracking.TrackModel;
import java.util.function.Supplier;

/**
 * All that the coach can do without knowing whom it talks to. Safe for use by many threads.
 *
 * @param playbook the words and rules
 * @param screening tells what cannot be read
 * @param reader reads
 * @param scripts writes scripts
 * @param answers answers objections
 * @param reframes turns thoughts
 * @param endgame writes thanks and reports
 * @param followUps what is needed for following up, loaded when it is
 * @param drafts checks drafts, loaded when it is needed
 */
public record Knowledge(
    Playbook playbook,
    Screening screening,
    SituationReader reader,
    ScriptWriter scripts,
    AnswerWriter answers,
    ReframeWriter reframes,
    EndgameWriter endgame,
    Lazy<FollowUpKnowledge> followUps,
    Lazy<DraftCheck> drafts) {

  /**
   * Puts it together from words and what was learned.
   *
   * @param words where the playbook's words beside the playbook itself come from
   * @param tracking what was learned for reading what is to be tracked
   * @param drafts what was learned for checking drafts
   */
  public static Knowledge of(
      Playbook playbook,
      ReaderModel model,
      PlaybookReader words,
      Supplier<TrackModel> tracking,
      Supplier<DraftModel> drafts) {
    SituationReader reader = new SituationReader(model, playbook.lexicon());
    return new Knowledge(
        playbook,
        new Screening(playbook.lexicon(), new LanguageGuess()),
        reader,
        new ScriptWriter(playbook, reader),
        new AnswerWriter(playbook, reader),
        new ReframeWriter(playbook),
        new EndgameWriter(playbook),
        new Lazy<>(
            () ->
                FollowUpKnowledge.of(
                    playbook, reader, words.dateWords(), words.trackingLexicon(), tracking.get())),
        new Lazy<>(() -> new DraftCheck(playbook, drafts.get(), ToneModel.load())));
  }
}
