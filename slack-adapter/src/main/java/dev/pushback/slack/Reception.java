package dev.pushback.slack;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all entries have in common: somebody says something somewhere, the coach thinks about it at
 * its desk, and the answer is shown there. Slack itself never waits longer than the patience.
 *
 * @param coach answers
 * @param desk where it is done
 * @param showing shows answers
 * @param patience how long an answer may take to be given together with the acknowledgement
 * @param met hears of everybody who spoke
 * @param gate who may share
 */
record Reception(
    Answering coach,
    Desk desk,
    Showing showing,
    Duration patience,
    Consumer<Speaker> met,
    ShareGate gate) {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** When there is too much to do. */
  static final Reply BUSY =
      new Reply(
          Card.of("One moment", "Too many people are asking me just now. Please try again soon."),
          false);

  /** For people of another organisation. */
  static final Reply NOT_YOURS =
      new Reply(
          Card.of("This isn't for you", "It belongs to somebody of another organisation."), false);

  /**
   * Has something said and its answer shown.
   *
   * @return false if there is too much to do
   */
  boolean say(Speaker who, String text, Place place) {
    return work(() -> showing.show(who, place, answer(who, text, Optional.empty())));
  }

  /** What the coach answers. */
  Reply answer(Speaker who, String text, Optional<String> about) {
    if (!gate.lets(who, text)) {
      return ShareGate.CLOSED;
    }
    Reply reply = coach.reply(new Utterance(who.person(), text, about));
    meet(who, text);
    return reply;
  }

  /**
   * The same for what may be delivered more than once.
   *
   * @return nothing if it was answered before
   * @throws dev.pushback.store.StoreException if it couldn't be kept
   */
  Optional<Reply> answerOnce(Speaker who, Utterance utterance, String event) {
    if (!gate.lets(who, utterance.text())) {
      return Optional.of(ShareGate.CLOSED);
    }
    Optional<Reply> reply = coach.replyOnce(utterance, event);
    meet(who, utterance.text());
    return reply;
  }

  /** Whoever only looks, or wants to be forgotten, isn't asked about. */
  void meet(Speaker who, String text) {
    if (!text.equals(HomeTab.COMMAND) && !text.startsWith("forget")) {
      met.accept(who);
    }
  }

  /**
   * Has something done; what fails is noted.
   *
   * @return false if there is too much to do
   */
  boolean work(Runnable work) {
    return desk.take(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.error("something at the desk failed", e);
          }
        });
  }

  /** What became of thinking about something. */
  sealed interface Thought {
    /** Here it is. */
    record Ready(Reply reply) implements Thought {}

    /** It takes longer, and is shown by itself. */
    record Later() implements Thought {}

    /** There is too much to do. */
    record TooMuch() implements Thought {}
  }

  /**
   * Has something thought about. Whatever happens, there is an answer, and it comes once: here if
   * it is ready soon enough, else to whoever shows what comes late.
   */
  Thought think(Supplier<Reply> work, Consumer<Reply> late) {
    CompletableFuture<Thought> thought = new CompletableFuture<>();
    boolean taken =
        work(
            () -> {
              Reply reply = coach.guarded(work);
              if (!thought.complete(new Thought.Ready(reply))) {
                late.accept(reply);
              }
            });
    return taken
        ? thought
            .completeOnTimeout(new Thought.Later(), patience.toMillis(), TimeUnit.MILLISECONDS)
            .join()
        : new Thought.TooMuch();
  }
}
