/** Translates between the coach and Slack, and has no opinions of its own. */
@NullMarked
package dev.pushback.slack;

import org.jspecify.annotations.NullMarked;
