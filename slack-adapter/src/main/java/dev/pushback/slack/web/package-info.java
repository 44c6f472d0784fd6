/** Everything that goes out to Slack: messages to one person, views, answers, and questions. */
@NullMarked
package dev.pushback.slack.web;

import org.jspecify.annotations.NullMarked;
