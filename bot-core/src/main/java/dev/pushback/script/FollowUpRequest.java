package dev.pushback.script;

import dev.pushback.playbook.Rung;
import java.util.Optional;

/**
 * What a follow-up is to be written for.
 *
 * @param rung which step of the ladder
 * @param item what the person waits for, in their words
 * @param partner who it is waited for from, in the person's words; empty if unknown
 * @param partnerKind an id of partner-kinds.yaml
 * @param attempt how many messages this partner has had about anything before, from 0 on; the next
 *     number gives other words
 * @param date the day they named, or the due date, in words: "20 May"
 * @param passed whether that day has passed
 * @param waited since when it is open, as it stands after "open": "for three weeks", "since 3 May"
 * @param facts what the person vouched for; only the deadline is used
 * @param channel where it is sent
 */
public record FollowUpRequest(
    Rung rung,
    String item,
    Optional<String> partner,
    String partnerKind,
    int attempt,
    Optional<String> date,
    boolean passed,
    Optional<String> waited,
    Facts facts,
    Channel channel) {
  /** Checks that something is waited for. */
  public FollowUpRequest {
    if (item.isBlank()) {
      throw new IllegalArgumentException("a follow-up is about something");
    }
    if (attempt < 0) {
      throw new IllegalArgumentException("attempts are counted from 0");
    }
  }

  /** The first question about something, of which nothing else is known. */
  public static FollowUpRequest first(String item, String partnerKind) {
    return new FollowUpRequest(
        Rung.ASK_ETA,
        item,
        Optional.empty(),
        partnerKind,
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        Facts.NONE,
        Channel.CHAT);
  }

  /** The same on another rung, one message later. */
  public FollowUpRequest next(Rung other) {
    return new FollowUpRequest(
        other, item, partner, partnerKind, attempt + 1, date, passed, waited, facts, channel);
  }
}
