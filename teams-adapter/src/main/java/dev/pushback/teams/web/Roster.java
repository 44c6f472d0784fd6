package dev.pushback.teams.web;

import java.util.List;
import java.util.Optional;

/** Who is in a conversation. */
public sealed interface Roster {
  /**
   * Some of them.
   *
   * @param continuation what to ask for the next ones with; empty if these are the last
   */
  record Page(List<Member> members, Optional<String> continuation) implements Roster {
    /** Copies. */
    public Page {
      members = List.copyOf(members);
    }

    /** How many, and not who. */
    @Override
    public String toString() {
      return members.size() + " members";
    }
  }

  /**
   * Teams doesn't say.
   *
   * @param code why, such as {@code BotNotInConversationRoster}
   */
  record Unknown(String code) implements Roster {}
}
