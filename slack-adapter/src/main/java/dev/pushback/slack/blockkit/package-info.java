/** Puts cards into Block Kit, and reads back what was pressed or filled in. */
@NullMarked
package dev.pushback.slack.blockkit;

import org.jspecify.annotations.NullMarked;
