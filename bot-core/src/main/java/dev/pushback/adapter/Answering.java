package dev.pushback.adapter;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.operating.Metrics;
import dev.pushback.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coach as a platform's requests ask it: it always has an answer, also if something is broken;
 * then with a reference that the operator finds in the log, where no word of the person stands.
 */
public final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private final String platform;
  private final Coach coach;
  private final Metrics metrics;
  private final LongSupplier ticker;
  private final Supplier<String> references;

  /**
   * With a coach.
   *
   * @param platform such as {@code slack}, for those who count
   * @param ticker nanoseconds that pass
   * @param references makes something short to find a line of the log by
   */
  public Answering(
      String platform,
      Coach coach,
      Metrics metrics,
      LongSupplier ticker,
      Supplier<String> references) {
    this.platform = platform;
    this.coach = coach;
    this.metrics = metrics;
    this.ticker = ticker;
    this.references = references;
  }

  /** Answers. */
  public Reply reply(Utterance utterance) {
    return timed(() -> guarded(() -> coach.reply(utterance)));
  }

  /**
   * Answers what may be delivered more than once.
   *
   * @param event what the platform calls the delivery
   * @return nothing if it was answered before
   * @throws StoreException if it couldn't be kept, so that it may be delivered again
   */
  public Optional<Reply> replyOnce(Utterance utterance, String event) {
    return timed(
        () -> {
          try {
            return coach.replyOnce(utterance, event);
          } catch (StoreException e) {
            throw e;
          } catch (RuntimeException e) {
            return Optional.of(broken(e));
          }
        });
  }

  /** Whatever is done, there is an answer. */
  public Reply guarded(Supplier<Reply> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  /** The same where there may be nothing to answer. */
  public Optional<Reply> attempted(Supplier<Optional<Reply>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return Optional.of(broken(e));
    }
  }

  private <T> T timed(Supplier<T> answer) {
    long began = ticker.getAsLong();
    try {
      return answer.get();
    } finally {
      metrics.replied(platform, Duration.ofNanos(ticker.getAsLong() - began));
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
