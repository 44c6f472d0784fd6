package dev.pushback.coach;

import dev.pushback.playbook.Playbook;
import dev.pushback.script.AnswerWriter;
import dev.pushback.script.EndgameWriter;
import dev.pushback.script.ReframeWriter;
import dev.pushback.script.ScriptWriter;
import dev.pushback.situation.LanguageGuess;
import dev.pushback.situation.ReaderModel;
import dev.pushback.situation.Screening;
import dev.pushback.situation.SituationReader;

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
 */
public record Knowledge(
    Playbook playbook,
    Screening screening,
    SituationReader reader,
    ScriptWriter scripts,
    AnswerWriter answers,
    ReframeWriter reframes,
    EndgameWriter endgame) {

  /** Puts it together from words and what was learned. */
  public static Knowledge of(Playbook playbook, ReaderModel model) {
    SituationReader reader = new SituationReader(model, playbook.lexicon());
    return new Knowledge(
        playbook,
        new Screening(playbook.lexicon(), new LanguageGuess()),
        reader,
        new ScriptWriter(playbook, reader),
        new AnswerWriter(playbook, reader),
        new ReframeWriter(playbook),
        new EndgameWriter(playbook));
  }
}
