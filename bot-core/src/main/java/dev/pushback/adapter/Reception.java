package dev.pushback.adapter;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all entries have in common: somebody says something somewhere, the coach thinks about it on
 * a worker's thread, and whoever asked shows the answer. The platform itself never waits longer
 * than the patience.
 *
 * @param coach answers
 * @param workers do it
 * @param patience how long an answer may take to be given together with the acknowledgement
 * @param met hears of everybody who spoke
 * @param gate who may share
 */
public record Reception(
    Answering coach, Workers workers, Duration patience, Consumer<Person> met, ShareGate gate) {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  /** What a person would say to see what a tab of their own shows. */
  public static final String HOME = "home";

  /** When there is too much to do. */
  public static final Reply BUSY =
      new Reply(
          Card.of("One moment", "Too many people are asking me just now. Please try again soon."),
          false);

  /** For people of another organisation. */
  public static final Reply NOT_YOURS =
      new Reply(
          Card.of("This isn't for you", "It belongs to somebody of another organisation."), false);

  /** For a form that was sent twice. */
  public static final Reply SENT_BEFORE =
      new Reply(
          Card.of(
              "That was sent already",
              "I've got it once, and that's enough. You can close this window."),
          false);

  /** What the coach answers. */
  public Reply answer(Person who, String text, Optional<String> about) {
    if (!gate.lets(who, text)) {
      return ShareGate.CLOSED;
    }
    Reply reply = coach.reply(new Utterance(who, text, about));
    meet(who, text);
    return reply;
  }

  /**
   * The same for what may be delivered more than once.
   *
   * @param event what the platform calls the delivery
   * @return nothing if it was answered before
   * @throws dev.pushback.store.StoreException if it couldn't be kept
   */
  public Optional<Reply> answerOnce(Utterance utterance, String event) {
    if (!gate.lets(utterance.person(), utterance.text())) {
      return Optional.of(ShareGate.CLOSED);
    }
    Optional<Reply> reply = coach.replyOnce(utterance, event);
    meet(utterance.person(), utterance.text());
    return reply;
  }

  /** Whoever only looks, or wants to be forgotten, isn't asked about. */
  private void meet(Person who, String text) {
    if (!text.equals(HOME) && !text.startsWith("forget")) {
      met.accept(who);
    }
  }

  /**
   * Has something done; what fails is noted.
   *
   * @return false if there is too much to do
   */
  public boolean work(Runnable work) {
    return workers.take(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.error("something that was begun failed", e);
          }
        });
  }

  /** What became of thinking about something. */
  public sealed interface Thought {
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
  public Thought think(Supplier<Reply> work, Consumer<Reply> late) {
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
