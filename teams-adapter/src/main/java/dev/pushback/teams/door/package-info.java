/**
 * Everything that comes in from Teams: who may come in, what it is, and the fence around the SDK.
 */
@NullMarked
package dev.pushback.teams.door;

import org.jspecify.annotations.NullMarked;
