package dev.pushback.teams.door;

/** What was decided about a request. */
sealed interface Verdict {
  /**
   * It comes from Teams.
   *
   * @param tenant the organisation it comes from
   */
  record Admitted(String tenant) implements Verdict {}

  /**
   * It stays outside.
   *
   * @param status of the answer
   * @param code why, in a word, for the log only
   */
  record Refused(int status, String code) implements Verdict {}
}
