package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.situation.Screening;
import java.util.List;

/** The coach. A person says something; the coach replies with a card. */
public final class Coach {
  private final Commands commands;
  private final Conversations conversations = new Conversations();

  /**
   * @param knowledge what it can do
   */
  public Coach(Knowledge knowledge) {
    this.commands = new Commands(knowledge);
  }

  /** Answers; never fails because of what was said. */
  public Reply reply(Utterance utterance) {
    String text = Screening.clean(utterance.text());
    return conversations
        .goOn(utterance.person(), conversation -> commands.say(conversation, text))
        .reply();
  }

  /** One example of every command, in the order of the help. */
  public List<String> examples() {
    return commands.all().stream().map(Command::example).toList();
  }

  /** The help. */
  public Card help() {
    return commands.say(Conversation.EMPTY, "help").reply().card();
  }
}
