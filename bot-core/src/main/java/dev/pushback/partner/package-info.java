/** Who is on the other side, what was asked of them, and what was got and given. Pure. */
@NullMarked
package dev.pushback.partner;

import org.jspecify.annotations.NullMarked;
