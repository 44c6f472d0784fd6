package dev.pushback.teams.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is done about what came in. Called on the thread that waits to answer Teams: whatever takes
 * longer, or speaks to Teams, is handed to somebody else.
 *
 * <p>What has an answer gives the body of a 200; nothing if the 200 says enough. Whatever is thrown
 * is answered with a bare 500, or 503 if the memory doesn't answer.
 */
public interface Turns {
  /** Somebody wrote, or pressed a button of the kind that writes. */
  void message(Arrival arrival);

  /**
   * Somebody installed the app where it came from, or removed it.
   *
   * @param added also if it was there before, and is now a newer one
   */
  void installation(Arrival arrival, boolean added);

  /** Somebody pressed a button whose answer replaces the card ({@code adaptiveCard/action}). */
  Optional<ObjectNode> cardAction(Arrival arrival);

  /**
   * Somebody chose our action on a message, or while writing ({@code composeExtension/fetchTask}).
   */
  Optional<ObjectNode> messageAction(Arrival arrival);

  /** Somebody went on in the dialog of that ({@code composeExtension/submitAction}). */
  Optional<ObjectNode> messageActionSubmitted(Arrival arrival);

  /** Somebody pressed a button that opens a dialog ({@code task/fetch}). */
  Optional<ObjectNode> dialog(Arrival arrival);

  /** Somebody went on in that ({@code task/submit}). */
  Optional<ObjectNode> dialogSubmitted(Arrival arrival);
}
