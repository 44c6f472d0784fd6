package dev.pushback.teams;

import dev.pushback.teams.door.Arrival;
import java.net.URI;

/**
 * A conversation of more than two, in which somebody turned to the coach.
 *
 * @param conversation what Teams calls it
 * @param serviceUrl where Teams is spoken to about it
 * @param user the id by which this bot knows the person
 */
record Place(String conversation, URI serviceUrl, String user) {
  /** Where something came from. */
  static Place of(Arrival arrival) {
    return new Place(arrival.conversation(), arrival.serviceUrl(), arrival.from());
  }
}
