package dev.pushback.teams.web;

import dev.pushback.people.Person;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One person in a conversation of several, to be told something that nobody else there sees.
 *
 * @param to who
 * @param userId who they are to this coach
 * @param botId who the coach is there
 * @param conversationId what Teams calls the conversation
 * @param type {@code groupChat} or {@code channel}; the two of them alone need nothing aside
 * @param serviceUrl where Teams wants to be spoken to
 */
public record Aside(
    Person to, String userId, String botId, String conversationId, String type, URI serviceUrl) {
  private static final Set<String> OF_SEVERAL = Set.of("groupChat", "channel");

  /** Checks that it is in a conversation of several, and that nothing is missing. */
  public Aside {
    if (!OF_SEVERAL.contains(type)) {
      throw new IllegalArgumentException("an aside is in a group chat or a channel");
    }
    if (Stream.of(userId, botId, conversationId).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an aside has ids");
    }
    if (Optional.ofNullable(serviceUrl.getHost()).isEmpty()) {
      throw new IllegalArgumentException("an aside is at an address with a host");
    }
  }

  /** Not to whom: it may end up in a log. */
  @Override
  public String toString() {
    return "aside in " + to.tenant();
  }
}
