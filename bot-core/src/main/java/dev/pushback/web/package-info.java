/** What goes out over HTTP, whatever the platform: each request once, and no endless replies. */
@NullMarked
package dev.pushback.web;

import org.jspecify.annotations.NullMarked;
