package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.situation.Screening;
import dev.pushback.store.Memory;
import dev.pushback.store.Store;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The coach. A person says something; the coach replies with a card. All that one utterance changes
 * is kept in one transaction, before the reply.
 */
public final class Coach {
  private final Commands commands;
  private final Recall recall;
  private final Store store;
  private final ZoneId zone;

  /**
   * @param knowledge what it can do
   * @param store what it remembers
   * @param zone the clock of people who haven't said where they are
   */
  public Coach(Knowledge knowledge, Store store, ZoneId zone) {
    this(knowledge, store, zone, Set.of());
  }

  /**
   * @param knowledge what it can do
   * @param store what it remembers
   * @param zone the clock of people who haven't said where they are
   * @param linked tenants whose people are each other's teammates, beside those of one tenant
   */
  public Coach(Knowledge knowledge, Store store, ZoneId zone, Set<String> linked) {
    this.commands = new Commands(knowledge, linked);
    this.recall = new Recall(knowledge);
    this.store = store;
    this.zone = zone;
  }

  /** Answers; never fails because of what was said. */
  public Reply reply(Utterance utterance) {
    String text = Screening.clean(utterance.text());
    return store.with(utterance.person(), memory -> reply(memory, text));
  }

  private Reply reply(Memory memory, String text) {
    Conversation before = recall.conversation(memory);
    ZoneId theirs = memory.people().profile().zone().orElse(zone);
    Turn turn = commands.say(new Session(before, memory, theirs), text);
    recall.keep(before, turn.next(), memory);
    return turn.reply();
  }

  /** One example of every command, in the order of the help. */
  public List<String> examples() {
    return commands.all().stream().map(Command::example).toList();
  }

  /** What can be said to any coach that knows this. */
  public static Card help(Knowledge knowledge) {
    return new Commands(knowledge, Set.of()).help();
  }
}
