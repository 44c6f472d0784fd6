/**
 * What the coach learned from labelled examples: a linear classifier, a span tagger, and how both
 * are trained and kept. Nothing here knows what a situation or a partner is.
 */
@NullMarked
package dev.pushback.learning;

import org.jspecify.annotations.NullMarked;
