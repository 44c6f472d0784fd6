/** When it is polite to ask a partner again: their working time, their usual waits, a judgement. */
@NullMarked
package dev.pushback.followup;

import org.jspecify.annotations.NullMarked;
