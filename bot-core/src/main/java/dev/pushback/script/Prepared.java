package dev.pushback.script;

import dev.pushback.situation.Objection;

/**
 * What to say if the partner answers this.
 *
 * @param objection what they may say
 * @param title the same in plain words
 * @param say the answer
 */
public record Prepared(Objection objection, String title, SendableText say) {}
