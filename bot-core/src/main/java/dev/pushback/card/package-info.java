/**
 * What the coach shows, as plain data without markup, described once; each platform has a writer
 * that puts it in its own language.
 */
@NullMarked
package dev.pushback.card;

import org.jspecify.annotations.NullMarked;
