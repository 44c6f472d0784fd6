/** What comes in over HTTP, whatever the platform: who answers what, how much, and how slowly. */
@NullMarked
package dev.pushback.door;

import org.jspecify.annotations.NullMarked;
