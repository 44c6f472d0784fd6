package dev.pushback.teams.web;

import dev.pushback.store.Conversation;

/** What came of opening a conversation with somebody. */
public sealed interface Opened {
  /**
   * Here it is.
   *
   * @param conversation not kept yet; until the person writes, their own id stands for the one that
   *     only this coach knows them by
   */
  record At(Conversation conversation) implements Opened {}

  /**
   * There is none.
   *
   * @param code why, in Teams' words; {@code ForbiddenOperationException} if they don't have the
   *     app
   */
  record Not(String code) implements Opened {}
}
