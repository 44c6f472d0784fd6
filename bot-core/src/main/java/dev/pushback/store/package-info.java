/** What the coach remembers, on SQLite or PostgreSQL. The only package that speaks SQL. */
@NullMarked
package dev.pushback.store;

import org.jspecify.annotations.NullMarked;
