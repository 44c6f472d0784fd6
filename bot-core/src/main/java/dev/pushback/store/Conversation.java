package dev.pushback.store;

import dev.pushback.people.Person;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the coach can write to one person by itself: the conversation between the two of them.
 * There is none with more people in it.
 *
 * @param tenant the organisation, such as {@code teams:t1}
 * @param user the person within it
 * @param conversationId what the platform calls the conversation
 * @param serviceUrl where the platform wants to be spoken to; whoever sends something there checks
 *     first that it is the platform
 * @param botId who the coach is there
 * @param userId who the person is to this coach; another one knows them by another id
 * @param type always {@link #PERSONAL}
 * @param updatedAt when it was last heard of
 * @param blockedSince since when the platform takes nothing for them; empty if it does
 */
public record Conversation(
    String tenant,
    String user,
    String conversationId,
    URI serviceUrl,
    String botId,
    String userId,
    String type,
    Instant updatedAt,
    Optional<Instant> blockedSince) {
  /** A conversation of one person and the coach. */
  public static final String PERSONAL = "personal";

  /** Checks that it is with one person, and that nothing is missing. */
  public Conversation {
    if (!type.equals(PERSONAL)) {
      throw new IllegalArgumentException("a conversation is kept only if it is personal");
    }
    if (Stream.of(tenant, user, conversationId, botId, userId).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a conversation has a tenant and ids");
    }
    if (Optional.ofNullable(serviceUrl.getHost()).isEmpty()) {
      throw new IllegalArgumentException("a conversation is at an address with a host");
    }
  }

  /** One just heard of, that isn't blocked. */
  public static Conversation personal(
      Person person,
      String conversationId,
      URI serviceUrl,
      String botId,
      String userId,
      Instant at) {
    return new Conversation(
        person.tenant(),
        person.user(),
        conversationId,
        serviceUrl,
        botId,
        userId,
        PERSONAL,
        at,
        Optional.empty());
  }

  /** Whose it is. */
  public Person person() {
    return new Person(tenant, user);
  }

  /** Whether the platform takes nothing for them. */
  public boolean isBlocked() {
    return blockedSince.isPresent();
  }

  /** Whether the same is known of both, whenever that was. */
  boolean isLike(Conversation other) {
    return conversationId.equals(other.conversationId)
        && serviceUrl.equals(other.serviceUrl)
        && botId.equals(other.botId)
        && userId.equals(other.userId)
        && blockedSince.equals(other.blockedSince);
  }

  /** Not with whom: it may end up in a log. */
  @Override
  public String toString() {
    return "conversation in " + tenant;
  }
}
