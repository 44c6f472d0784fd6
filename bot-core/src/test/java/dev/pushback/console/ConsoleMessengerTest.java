package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a terminal can say about a nudge. */
class ConsoleMessengerTest {
  private static final Person ME = new Person("console", "me");

  private final List<Card> shown = new ArrayList<>();
  private final ConsoleMessenger messenger = new ConsoleMessenger(ME, shown::add);

  private static Nudge nudge(Person to) {
    return new Nudge("n1", to, Card.of("Due", "The NDA."), false);
  }

  private static Sought sought() {
    return new Sought("n1", ME, Instant.EPOCH);
  }

  @Test
  void whatWasShownIsFoundAgainInTheSameConversation() {
    assertThat(messenger.send(nudge(ME))).isInstanceOf(Outcome.Sent.class);

    assertThat(shown).hasSize(1);
    assertThat(messenger.find(sought())).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void whatAnEarlierConversationShowedNobodyCanTell() {
    assertThat(messenger.find(sought())).isInstanceOf(Lookup.CannotTell.class);
  }

  @Test
  void aScreenThatIsGoneLeavesDoubt() {
    ConsoleMessenger gone = new ConsoleMessenger(ME, card -> false);

    assertThat(gone.send(nudge(ME))).isInstanceOf(Outcome.InDoubt.class);
    assertThat(gone.find(sought())).isInstanceOf(Lookup.CannotTell.class);
  }

  @Test
  void nobodyElsesNudgeIsShown() {
    assertThat(messenger.send(nudge(new Person("console", "you"))))
        .isInstanceOf(Outcome.NotSent.class);
    assertThat(shown).isEmpty();
  }
}
