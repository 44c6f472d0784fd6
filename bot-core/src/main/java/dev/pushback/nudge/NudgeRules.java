package dev.pushback.nudge;

import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.people.Profile;
import dev.pushback.store.Memory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the coach decides about nudges. The functions are called within a transaction of the person
 * whom the nudge is for, before anything is sent, and change nothing.
 *
 * @param reminder the words of a reminder
 * @param shared the words around something shared
 * @param next when a follow-up that is brought up now ({@link Memory#now}) is to be brought up
 *     again; it is given as it was before. One function serves all follow-ups of a transaction
 * @param allowed the first instant, from the given one on, at which this person may be disturbed
 * @param zone where people's clocks are who didn't say so
 */
public record NudgeRules(
    BiFunction<Memory, Digest, Card> reminder,
    BiFunction<Memory, SharedNote, Card> shared,
    Function<Memory, Function<FollowUp, Optional<Instant>>> next,
    BiFunction<Profile, Instant, Instant> allowed,
    ZoneId zone) {}
