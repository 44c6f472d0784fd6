package dev.pushback.slack;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 */
record Reception(
    Answering coach, Desk desk, Showing showing, Duration patience, Consumer<Speaker> met) {
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
  boolean say(Speaker who, String text, Optional<String> about, Place place) {
    return work(() -> showing.show(who, place, answer(who, text, about)));
  }

  /** What the coach answers. */
  Reply answer(Speaker who, String text, Optional<String> about) {
    Reply reply = coach.reply(new Utterance(who.person(), text, about));
    met.accept(who);
    return reply;
  }

  /**
   * Has something done; what fails is noted.
   *
   * @return false if there is too much to do
   */
  boolean work(Runnable work) {
    return begin(
            () -> {
              work.run();
              return true;
            })
        .isPresent();
  }

  /** The same, for what comes of it. */
  <T> Optional<CompletableFuture<T>> begin(Supplier<T> work) {
    return desk.take(
        () -> {
          try {
            return work.get();
          } catch (RuntimeException e) {
            LOG.error("something at the desk failed", e);
            throw e;
          }
        });
  }

  /** What came of it, if it came soon enough. */
  <T> Optional<T> soon(CompletableFuture<T> future) {
    try {
      return Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
