/** Who speaks with the coach. */
@NullMarked
package dev.pushback.people;

import org.jspecify.annotations.NullMarked;
