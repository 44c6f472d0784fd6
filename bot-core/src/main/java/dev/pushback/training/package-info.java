/**
 * How the reader learns from the playbook's examples, and how well it does on texts it never saw.
 */
@NullMarked
package dev.pushback.training;

import org.jspecify.annotations.NullMarked;
