/**
 * Writing: from what was read and what was vouched for to words that may be sent, and the advice
 * around them. Pure. {@link dev.pushback.script.SendableText} can only be made here.
 */
@NullMarked
package dev.pushback.script;

import org.jspecify.annotations.NullMarked;
