package dev.pushback.slack;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.operating.Metrics;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coach as Slack's requests ask it: it always has an answer, also if something is broken; then
 * with a reference that the operator finds in the log, where no word of the person stands.
 */
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private final Function<Utterance, Reply> reply;
  private final BiFunction<Utterance, String, Optional<Reply>> replyOnce;
  private final Metrics metrics;
  private final LongSupplier ticker;
  private final Supplier<String> references;

  /**
   * What it is made of.
   *
   * @param reply answers
   * @param replyOnce answers unless the event was answered before
   * @param ticker nanoseconds that pass
   * @param references makes something short to find a line of the log by
   */
  Answering(
      Function<Utterance, Reply> reply,
      BiFunction<Utterance, String, Optional<Reply>> replyOnce,
      Metrics metrics,
      LongSupplier ticker,
      Supplier<String> references) {
    this.reply = reply;
    this.replyOnce = replyOnce;
    this.metrics = metrics;
    this.ticker = ticker;
    this.references = references;
  }

  /** With a coach. */
  static Answering of(
      Coach coach, Metrics metrics, LongSupplier ticker, Supplier<String> references) {
    return new Answering(coach::reply, coach::replyOnce, metrics, ticker, references);
  }

  /** Answers. */
  Reply reply(Utterance utterance) {
    return measured(() -> Optional.of(reply.apply(utterance))).orElseThrow();
  }

  /**
   * Answers what may be delivered more than once.
   *
   * @param event what Slack calls the delivery
   * @return nothing if it was answered before
   */
  Optional<Reply> replyOnce(Utterance utterance, String event) {
    return measured(() -> replyOnce.apply(utterance, event));
  }

  /**
   * The same for what is delivered again if we say that we couldn't take it.
   *
   * @throws StoreException if it couldn't be kept
   */
  Optional<Reply> takeOnce(Utterance utterance, String event) {
    return measured(
        () -> {
          try {
            return replyOnce.apply(utterance, event);
          } catch (StoreException e) {
            throw new NotKept(e);
          }
        });
  }

  /** Passes what is to be tried again through the place where all else is answered. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreException why;

    NotKept(StoreException why) {
      super(why);
      this.why = why;
    }
  }

  /** Whatever is done, there is an answer. */
  Reply guarded(Supplier<Reply> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  private Optional<Reply> measured(Supplier<Optional<Reply>> answer) {
    long began = ticker.getAsLong();
    try {
      return answer.get();
    } catch (NotKept e) {
      throw e.why;
    } catch (RuntimeException e) {
      return Optional.of(broken(e));
    } finally {
      metrics.replied(Speaker.PLATFORM, Duration.ofNanos(ticker.getAsLong() - began));
    }
  }

  private Reply broken(RuntimeException e) {
    String reference = references.get();
    LOG.error("reference {}: an answer failed", reference, e);
    return new Reply(
        Card.of(
            "Something went wrong",
            "That's no fault of yours. Nothing you said before is lost; please try again. If it"
                + " happens again, tell whoever runs me this reference: "
                + reference),
        false);
  }
}
