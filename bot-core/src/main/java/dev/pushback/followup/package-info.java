/** What a person waits for, and when asking again is polite. Pure. */
@NullMarked
package dev.pushback.followup;

import org.jspecify.annotations.NullMarked;
