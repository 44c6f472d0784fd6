package dev.pushback.nudge;

import dev.pushback.followup.FollowUp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What one reminder is about.
 *
 * @param worst at most five, the worst first
 * @param total how many are due altogether
 */
public record Digest(List<FollowUp> worst, int total) {
  /** More than this many in one message nobody reads. */
  public static final int SHOWN = 5;

  /** What has the nearest deadline is worst; then what is waited for longest. */
  public static final Comparator<FollowUp> WORST_FIRST =
      Comparator.<FollowUp, LocalDate>comparing(one -> one.deadline().orElse(LocalDate.MAX))
          .thenComparing(FollowUp::askedAt)
          .thenComparing(FollowUp::id);

  /** Checks the numbers, and copies. */
  public Digest {
    if (worst.isEmpty() || worst.size() > SHOWN || total < worst.size()) {
      throw new IllegalArgumentException("a digest shows one to five of what is due");
    }
    worst = List.copyOf(worst);
  }

  static Digest of(List<FollowUp> due) {
    return new Digest(due.stream().sorted(WORST_FIRST).limit(SHOWN).toList(), due.size());
  }
}
