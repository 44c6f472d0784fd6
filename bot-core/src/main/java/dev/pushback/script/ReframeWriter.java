package dev.pushback.script;

import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.ReframePage;
import dev.pushback.situation.Slot;
import dev.pushback.situation.ThoughtReading;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a combative thought into one that keeps the limit, names the grievance and opens a joint
 * question; never sunny (T-156 to T-158). Pure.
 */
public final class ReframeWriter {
  private static final int LONGEST = 300;

  /** What somebody does a thing for: "they drag it out to …". */
  private static final Pattern PURPOSE =
      Pattern.compile("(?i)\\b(?:just|only|out|around|on purpose|simply|in order) to\\s*$");

  private final Playbook playbook;

  /**
   * @param playbook the words
   */
  public ReframeWriter(Playbook playbook) {
    this.playbook = playbook;
  }

  /** A reframe as the person can pass it on to a teammate themselves. */
  public SendableText toTeammate(String reframe, String question) {
    return new SendableText(
        String.join(" ", Composer.say(playbook.passesOn(), Map.of(), 0), reframe, question));
  }

  /** Why they do it is no limit of ours. */
  private static boolean isTheirPurpose(Slot slot, String text) {
    return PURPOSE.matcher(text.substring(0, slot.start())).find();
  }

  /** The person's own limit in a thought; what the partner is after is none. */
  public Optional<Slot> limit(ThoughtReading thought) {
    return thought
        .limit()
        .filter(slot -> !isTheirPurpose(slot, thought.text()))
        .filter(slot -> slot.text().length() <= LONGEST);
  }

  /** Turns the thought. */
  public Reframe write(ThoughtReading thought) {
    ReframePage page = playbook.reframe(thought.grievance());
    int seed = Composer.seed(thought.text(), 1);
    String limit = limit(thought).map(Slot::text).orElse("");
    String keeps =
        limit.isEmpty()
            ? Composer.say(playbook.asksLimit(), Map.of(), seed)
            : Composer.say(playbook.keepsLimit(), Map.of("limit", limit), seed);
    return new Reframe(
        page.title(),
        new CoachText(
            String.join(
                " ",
                Composer.say(page.feeling(), Map.of(), seed),
                keeps,
                Composer.say(page.other(), Map.of(), seed))),
        limit,
        new SendableText(Composer.say(page.question(), Map.of(), seed)),
        page.cites());
  }
}
