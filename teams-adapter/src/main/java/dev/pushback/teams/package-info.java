/** Translates between the coach and Microsoft Teams, and has no opinions of its own. */
@NullMarked
package dev.pushback.teams;

import org.jspecify.annotations.NullMarked;
