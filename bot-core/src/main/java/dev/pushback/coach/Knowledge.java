package dev.pushback.coach;

import dev.pushback.dates.DateReader;
import dev.pushback.dates.DayMonth;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.playbook.PlaybookReader;
import dev.pushback.playbook.Playbooks;
import dev.pushback.script.AnswerWriter;
import dev.pushback.script.EndgameWriter;
import dev.pushback.script.ReframeWriter;
import dev.pushback.script.ScriptWriter;
import dev.pushback.situation.LanguageGuess;
import dev.pushback.situation.ReaderModel;
import dev.pushback.situation.Screening;
import dev.pushback.situation.SituationReader;
import dev.pushback.tracking.TrackModel;
import dev.pushback.tracking.TrackReader;
import java.io.IOException;

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
 * @param tracks reads requests to track; loaded when first asked for
 * @param dates tells which day is meant; loaded when first asked for
 */
public record Knowledge(
    Playbook playbook,
    Screening screening,
    SituationReader reader,
    ScriptWriter scripts,
    AnswerWriter answers,
    ReframeWriter reframes,
    EndgameWriter endgame,
    OnDemand<TrackReader> tracks,
    OnDemand<DateReader> dates) {

  /** Puts it together from words and what was learned, with the program's own way of tracking. */
  public static Knowledge of(Playbook playbook, ReaderModel model) {
    return of(playbook, model, Playbooks.builtIn(), TrackModel::builtIn);
  }

  /** What was learned about requests to track. */
  @FunctionalInterface
  public interface TrackSource {
    /**
     * Reads the model.
     *
     * @throws IOException when it cannot be read
     */
    TrackModel read() throws IOException;
  }

  /**
   * Puts it together from words and what was learned.
   *
   * @param source where the words for tracking and dates are read, when they are first needed
   * @param tracking where what was learned about tracking is read, when it is first needed
   */
  public static Knowledge of(
      Playbook playbook, ReaderModel model, PlaybookReader source, TrackSource tracking) {
    SituationReader reader = new SituationReader(model, playbook.lexicon());
    return new Knowledge(
        playbook,
        new Screening(playbook.lexicon(), new LanguageGuess()),
        reader,
        new ScriptWriter(playbook, reader),
        new AnswerWriter(playbook, reader),
        new ReframeWriter(playbook),
        new EndgameWriter(playbook),
        new OnDemand<>(() -> new TrackReader(read(tracking), source.trackingLexicon())),
        new OnDemand<>(
            () -> new DateReader(source.dateWords(), DayMonth.UNKNOWN, DateReader::isWeekday)));
  }

  private static TrackModel read(TrackSource source) {
    try {
      return source.read();
    } catch (IOException e) {
      throw new PlaybookException(TrackModel.FILE, 0, String.valueOf(e.getMessage()));
    }
  }
}
