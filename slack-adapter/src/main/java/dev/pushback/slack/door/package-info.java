/** Everything that comes in from Slack: the server, its gate, the pages to install, Socket Mode. */
@NullMarked
package dev.pushback.slack.door;

import org.jspecify.annotations.NullMarked;
