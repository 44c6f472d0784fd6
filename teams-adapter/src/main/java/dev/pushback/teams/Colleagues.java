package dev.pushback.teams;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.TeamsClient;
import java.util.Collection;
import java.util.Optional;

/** Who belongs to an organisation and is no guest of it, as Teams says now. */
record Colleagues(TeamsClient client, Chats chats) {
  /** For whoever picked somebody else. */
  static final Reply NO_COLLEAGUE =
      new Reply(
          Card.of(
              "Not a colleague",
              "Something like this is shared with colleagues only, and that isn't one, or Teams"
                  + " doesn't say so just now. Nothing was shared."),
          false);

  /** Whether somebody is one; whoever Teams doesn't know isn't. */
  boolean isInsider(Person who) {
    return chats
        .with(who)
        .flatMap(
            chat ->
                client.member(
                    chat.tenant(), chat.serviceUrl(), chat.conversationId(), chat.userId()))
        .filter(member -> member.isInsider(who.tenant()))
        .isPresent();
  }

  /** What is answered to whoever picked somebody else; nothing if all of them are colleagues. */
  Optional<Reply> refusal(Arrival arrival, Collection<String> picked) {
    return areAll(arrival, picked) ? Optional.empty() : Optional.of(NO_COLLEAGUE);
  }

  /**
   * Whether all of these are; whoever was picked is looked up again: the form may be old, or
   * forged.
   */
  boolean areAll(Arrival arrival, Collection<String> picked) {
    String tenant = Speaker.tenant(arrival.tenant());
    return picked.stream()
        .allMatch(user -> isInsider(new Person(tenant, user)) || isAround(arrival, tenant, user));
  }

  /** Whoever hasn't talked with the coach is known where they were picked. */
  private boolean isAround(Arrival arrival, String tenant, String user) {
    return !arrival.isPersonal()
        && !arrival.conversation().isEmpty()
        && client
            .member(tenant, arrival.serviceUrl(), arrival.conversation(), user)
            .filter(member -> member.isInsider(tenant))
            .isPresent();
  }
}
