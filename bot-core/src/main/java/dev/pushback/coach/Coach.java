package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.situation.Screening;
import dev.pushback.store.Memory;
import dev.pushback.store.Store;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The coach. A person says something; the coach replies with a card. All that one utterance changes
 * is kept in one transaction, before the reply.
 */
public final class Coach {
  private static final Card GONE =
      Card.of(
          "That one is gone",
          "What this button was about isn't remembered any more. Say: cases, to see what is.");

  private final Commands commands;
  private final Recall recall;
  private final Store store;
  private final ZoneId zone;
  private final Allowance allowance;

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
    this(knowledge, store, zone, linked, Allowance.ANY);
  }

  /**
   * @param knowledge what it can do
   * @param store what it remembers
   * @param zone the clock of people who haven't said where they are
   * @param linked tenants whose people are each other's teammates, beside those of one tenant
   * @param allowance how much one person may say
   */
  public Coach(
      Knowledge knowledge, Store store, ZoneId zone, Set<String> linked, Allowance allowance) {
    this.commands = new Commands(knowledge, linked);
    this.recall = new Recall(knowledge);
    this.store = store;
    this.zone = zone;
    this.allowance = allowance;
  }

  /** Answers; never fails because of what was said. */
  public Reply reply(Utterance utterance) {
    return tooMany(utterance).orElseGet(() -> answer(utterance));
  }

  private Reply answer(Utterance utterance) {
    return isFarewell(utterance)
        ? ForgetJourney.done(store.forget(utterance.person()))
        : store.with(utterance.person(), memory -> reply(memory, utterance));
  }

  private static boolean isFarewell(Utterance utterance) {
    return ForgetJourney.isConfirmed(Screening.clean(utterance.text()));
  }

  /** Whoever only looks has said nothing: it isn't counted, and nobody finds them by it. */
  private static boolean isLook(Utterance utterance) {
    return HomeJourney.isAsked(Screening.clean(utterance.text()).strip());
  }

  /**
   * Answers what a platform may deliver more than once.
   *
   * @param event what the platform calls the delivery; noted together with all that it changes
   * @return nothing if it was answered before
   */
  public Optional<Reply> replyOnce(Utterance utterance, String event) {
    Optional<Reply> tooMany = tooMany(utterance);
    if (tooMany.isPresent()) {
      return tooMany;
    }
    if (isFarewell(utterance)) {
      // Not even that they asked for it is kept.
      return Optional.of(answer(utterance));
    }
    return store.with(
        utterance.person(),
        memory -> memory.isFirst(event) ? Optional.of(reply(memory, utterance)) : Optional.empty());
  }

  /** Before anything is read or written for it. */
  private Optional<Reply> tooMany(Utterance utterance) {
    return isLook(utterance)
        ? Optional.empty()
        : allowance.toWait(utterance.person()).map(wait -> new Reply(Allowance.card(wait), false));
  }

  private Reply reply(Memory memory, Utterance utterance) {
    if (!isLook(utterance)) {
      memory.people().talk();
    }
    Conversation before = recall.conversation(memory);
    Optional<Conversation> meant = recall.meant(utterance.about(), before, memory);
    if (meant.isEmpty()) {
      return new Reply(GONE, false);
    }
    ZoneId theirs = memory.people().profile().zone().orElse(zone);
    Session session = new Session(meant.get(), memory, theirs);
    Turn turn = commands.say(session, Screening.clean(utterance.text()));
    return turn.reply(recall.keep(before, turn.next(), memory));
  }

  /** One example of every command, in the order of the help. */
  public List<String> examples() {
    return commands.all().stream().map(Command::example).toList();
  }

  /** What can be said to any coach that knows this. */
  public static Card help(Knowledge knowledge) {
    return new Commands(knowledge, Set.of()).help().all();
  }
}
