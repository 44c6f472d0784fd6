/** One way in and one way out: a person says something, the coach replies. */
@NullMarked
package dev.pushback.chat;

import org.jspecify.annotations.NullMarked;
