package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.store.Teammates;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What became of thoughts that were shared, where they didn't arrive; told for a week. */
final class ShareNews {
  private static final Duration TOLD = Duration.ofDays(7);

  private ShareNews() {}

  /** A line for each of them; nothing if all arrived. */
  static List<Block> of(Session session) {
    List<Teammates.Undelivered> lost =
        session.memory().teammates(Set.of()).undelivered(session.now().minus(TOLD));
    if (lost.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Block.Facts(
            "What you shared",
            lost.stream()
                .map(
                    one ->
                        new Block.Row(
                            "",
                            "The thought for "
                                + (one.name().isBlank()
                                    ? "your colleague"
                                    : Shown.shortened(one.name(), Shown.BUTTON))
                                + " of "
                                + Shown.day(one.at(), session.zone())
                                + (one.isSure()
                                    ? " couldn't be delivered; nothing of it was shown."
                                    : " may not have arrived; I don't send it twice.")))
                .toList()));
  }
}
