/** What all adapters have in common: how they start, think, meet people, and end. */
@NullMarked
package dev.pushback.adapter;

import org.jspecify.annotations.NullMarked;
