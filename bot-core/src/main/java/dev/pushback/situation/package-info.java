/**
 * Reading what a person or a partner wrote: which situation, which objection, which words say what
 * is wanted. Pure: text in, values out.
 */
@NullMarked
package dev.pushback.situation;

import org.jspecify.annotations.NullMarked;
