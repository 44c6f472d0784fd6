/** Puts cards into Adaptive Cards, and reads back what was pressed or filled in. */
@NullMarked
package dev.pushback.teams.adaptivecard;

import org.jspecify.annotations.NullMarked;
