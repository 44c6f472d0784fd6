package dev.pushback.slack.web;

import com.slack.api.model.block.LayoutBlock;
import dev.pushback.card.Card;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import java.util.List;
import java.util.function.Function;

/** Brings nudges to people on Slack: one message to one person, found again by its id. */
@SuppressWarnings("DoNotCallSuggester")
public final class SlackMessenger implements Messenger {

  /**
   * Sends through this client.
   *
   * @param blocks shows a card
   */
  public SlackMessenger(SlackClient client, Function<Card, List<LayoutBlock>> blocks) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome send(Nudge nudge) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Lookup find(Sought nudge) {
    throw new UnsupportedOperationException();
  }
}
