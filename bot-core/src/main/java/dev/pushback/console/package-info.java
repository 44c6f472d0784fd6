/** The third adapter: the coach in a terminal, and as JSON Lines for scripts and measurements. */
@NullMarked
package dev.pushback.console;

import org.jspecify.annotations.NullMarked;
