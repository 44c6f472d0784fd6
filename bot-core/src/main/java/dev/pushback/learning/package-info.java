/**
 * What the coach learned from labelled examples: a linear classifier, a detector of one thing, a
 * span tagger, and how they are trained and kept. Nothing here knows what a situation or a partner
 * is.
 */
@NullMarked
package dev.pushback.learning;

import org.jspecify.annotations.NullMarked;
