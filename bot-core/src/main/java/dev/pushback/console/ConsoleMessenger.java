package dev.pushback.console;

import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Brings nudges to the person who sits at this terminal. */
final class ConsoleMessenger implements Messenger {
  /** What the console is called among the platforms. */
  static final String PLATFORM = "console";

  private static final String REF = "screen";

  private final Person here;
  private final Predicate<Card> show;
  private final Set<String> shown = new HashSet<>();

  /**
   * @param here who sits at it
   * @param show shows a card; false if nobody can tell whether it was seen
   */
  ConsoleMessenger(Person here, Predicate<Card> show) {
    this.here = here;
    this.show = show;
  }

  @Override
  public Outcome send(Nudge nudge) {
    if (!nudge.to().equals(here)) {
      return new Outcome.NotSent("not-here", true);
    }
    if (!show.test(nudge.card())) {
      return new Outcome.InDoubt(REF);
    }
    shown.add(nudge.id());
    return new Outcome.Sent(REF);
  }

  /** A screen keeps no record: only what this conversation showed is known. */
  @Override
  public Lookup find(Sought nudge) {
    return shown.contains(nudge.id()) ? new Lookup.Found(REF) : new Lookup.CannotTell();
  }
}
