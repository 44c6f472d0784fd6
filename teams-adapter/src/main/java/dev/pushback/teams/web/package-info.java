/** What goes out to Teams: tokens, messages to one person at a time, and what came of them. */
@NullMarked
package dev.pushback.teams.web;

import org.jspecify.annotations.NullMarked;
