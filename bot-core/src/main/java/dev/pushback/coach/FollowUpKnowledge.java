package dev.pushback.coach;

import dev.pushback.dates.DateReader;
import dev.pushback.dates.DateWords;
import dev.pushback.dates.DayMonth;
import dev.pushback.followup.AskByPlanner;
import dev.pushback.followup.PolitenessClock;
import dev.pushback.followup.WorkingCalendars;
import dev.pushback.learning.Lexicon;
import dev.pushback.playbook.Guard;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.WaitingRules;
import dev.pushback.script.EmptyBump;
import dev.pushback.script.FollowUpWriter;
import dev.pushback.script.NudgeWriter;
import dev.pushback.situation.SituationReader;
import dev.pushback.tracking.TrackModel;
import dev.pushback.tracking.TrackReader;

/**
 * What the coach needs for following up, beside what it needs for a script. Safe for use by many
 * threads.
 *
 * @param track reads what is to be tracked
 * @param dates tells which day is meant
 * @param waiting how long partners take
 * @param calendars when people work
 * @param clock judges whether asking is polite
 * @param planner tells by when to ask
 * @param words writes what to send
 * @param nudges writes what is brought up
 * @param bumps finds messages that add nothing
 * @param guard finds heat and threats
 */
public record FollowUpKnowledge(
    TrackReader track,
    DateReader dates,
    WaitingRules waiting,
    WorkingCalendars calendars,
    PolitenessClock clock,
    AskByPlanner planner,
    FollowUpWriter words,
    NudgeWriter nudges,
    EmptyBump bumps,
    Guard guard) {

  /** Puts it together. */
  public static FollowUpKnowledge of(
      Playbook playbook,
      SituationReader reader,
      DateWords dates,
      Lexicon trackingLexicon,
      TrackModel model) {
    WaitingRules waiting = playbook.waiting();
    return new FollowUpKnowledge(
        new TrackReader(model, trackingLexicon),
        new DateReader(dates, DayMonth.UNKNOWN, DateReader::isWeekday),
        waiting,
        new WorkingCalendars(waiting),
        new PolitenessClock(waiting),
        new AskByPlanner(waiting),
        new FollowUpWriter(playbook, reader),
        new NudgeWriter(playbook),
        new EmptyBump(playbook),
        playbook.guard());
  }
}
