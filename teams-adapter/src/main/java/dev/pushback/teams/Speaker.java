package dev.pushback.teams;

import dev.pushback.people.Person;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.web.Aside;
import java.util.Locale;
import java.util.Optional;

/**
 * Who typed or pressed something in Teams.
 *
 * @param person whose memory it is about: their organisation, and how its directory calls them
 * @param isColleague whether they belong to it; in a shared channel, people of another organisation
 *     can choose the action at a message, too
 */
record Speaker(Person person, boolean isColleague) {
  /** What the coach calls this platform. */
  static final String PLATFORM = "teams";

  /**
   * From what Teams says of them. Where no directory knows them, the bot's own id for them does.
   */
  static Speaker of(Arrival arrival) {
    return new Speaker(
        new Person(tenant(arrival.tenant()), arrival.directoryId().orElse(arrival.from()).strip()),
        isColleague(arrival));
  }

  /** Where they can be answered for their eyes alone, in a conversation of more than two. */
  static Aside aside(Arrival arrival) {
    return new Aside(
        of(arrival).person(),
        arrival.from(),
        arrival.recipient(),
        arrival.conversation(),
        arrival.conversationType().equals("channel") ? "channel" : "groupChat",
        arrival.serviceUrl());
  }

  /** What the coach calls an organisation. */
  static String tenant(String id) {
    return PLATFORM + ":" + id.toLowerCase(Locale.ROOT);
  }

  private static boolean isColleague(Arrival arrival) {
    return Optional.ofNullable(arrival.json().path("from").path("tenantId").textValue())
        .filter(tenant -> !tenant.equalsIgnoreCase(arrival.tenant()))
        .isEmpty();
  }
}
