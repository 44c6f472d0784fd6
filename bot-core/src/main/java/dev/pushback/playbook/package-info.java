/**
 * All the words and rules the coach knows, as data: what the files of config/playbook hold, and how
 * they are read. A broken playbook stops the start, naming file, line and what to do.
 */
@NullMarked
package dev.pushback.playbook;

import org.jspecify.annotations.NullMarked;
