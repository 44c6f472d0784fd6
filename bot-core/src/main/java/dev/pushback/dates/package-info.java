/** What day people mean when they say "Friday week", "end of Q1" or "31/12". */
@NullMarked
package dev.pushback.dates;

import org.jspecify.annotations.NullMarked;
