/** How a draft will land, and whether the ask is in it. */
@NullMarked
package dev.pushback.tone;

import org.jspecify.annotations.NullMarked;
