/** Reads a request to track something: what, from whom, by when, and who owes it. */
@NullMarked
package dev.pushback.tracking;

import org.jspecify.annotations.NullMarked;
