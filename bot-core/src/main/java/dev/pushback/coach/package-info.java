/**
 * The coach: what a person says goes in, a card comes out. One table of commands; one journey for
 * each thing a person can do.
 */
@NullMarked
package dev.pushback.coach;

import org.jspecify.annotations.NullMarked;
