/** What measuring an adapter on one's own machine needs, whatever its platform. */
@NullMarked
package dev.pushback.load;

import org.jspecify.annotations.NullMarked;
