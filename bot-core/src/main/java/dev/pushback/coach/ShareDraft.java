package dev.pushback.coach;

import dev.pushback.script.Reframe;
import dev.pushback.script.SendableText;
import dev.pushback.situation.Slot;
import dev.pushback.situation.ThoughtReading;
import dev.pushback.store.Memory;
import java.util.Optional;
import java.util.Set;

/**
 * The thought that was turned round last, as it can be shared. All but the person's limit and whom
 * it is about is the playbook's; those two stand in it only if the person keeps them.
 */
final class ShareDraft {
  private final Knowledge knowledge;
  private final ThoughtReading thought;
  private final Optional<Slot> limit;
  private final PrivateWords words;

  ShareDraft(Knowledge knowledge, String thought, Memory memory) {
    this.knowledge = knowledge;
    this.thought = knowledge.reader().readThought(thought);
    this.limit = knowledge.reframes().limit(this.thought);
    this.words =
        new PrivateWords(
            knowledge.playbook().lexicon(),
            knowledge.reader().read(thought),
            memory.partners().all());
  }

  /** As a teammate would see it. */
  SharedThought shared(Set<Keep> keep) {
    Reframe reframe = knowledge.reframes().write(kept(keep));
    return new SharedThought(
        reframe.title(),
        reframe.reframe().words(),
        reframe.question().words(),
        keep.contains(Keep.NAMES) ? words.named().orElse("") : "");
  }

  private ThoughtReading kept(Set<Keep> keep) {
    Optional<Slot> shown =
        limit
            .filter(slot -> keep.contains(Keep.LIMIT))
            .map(slot -> words.masked(slot.text(), keep))
            .map(masked -> new Slot(masked, 0, masked.length()));
    return new ThoughtReading(thought.text(), thought.grievance(), shown);
  }

  /** As the person can send it themselves. */
  SendableText toSend(Set<Keep> keep) {
    SharedThought shared = shared(keep);
    return knowledge.reframes().toTeammate(shared.reframe(), shared.question());
  }

  /** Why a switch makes no difference. */
  String why(Keep one, Set<Keep> keep) {
    if (one == Keep.LIMIT) {
      return "I found no limit in your thought.";
    }
    boolean inLimit =
        limit
            .map(Slot::text)
            .filter(text -> !words.masked(text, Set.of()).equals(words.masked(text, Set.of(one))))
            .isPresent();
    String what = one == Keep.NAMES ? "a name" : "an amount";
    return inLimit && !keep.contains(Keep.LIMIT)
        ? "The only place for " + what + " is your limit; keep that in, too, and it shows."
        : "What is shared has no place for " + what + ".";
  }
}
