/** What the coach brings up by itself: never lost, never sent twice by us, and doubt is said. */
@NullMarked
package dev.pushback.nudge;

import org.jspecify.annotations.NullMarked;
