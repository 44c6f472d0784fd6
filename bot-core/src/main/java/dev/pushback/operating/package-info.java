/** Running the coach for others: measurements, readiness, an orderly end, and a doctor. */
@NullMarked
package dev.pushback.operating;

import org.jspecify.annotations.NullMarked;
