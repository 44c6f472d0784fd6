/** How a draft will land. */
@NullMarked
package dev.pushback.tone;

import org.jspecify.annotations.NullMarked;
