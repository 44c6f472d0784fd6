package dev.pushback.operating;

import dev.pushback.nudge.Step;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Counts what becomes of the nudges of one platform. Safe for use by many threads; a try begins and
 * ends on the same one.
 */
public final class NudgeWatch implements Consumer<Step> {
  private final Metrics metrics;
  private final String platform;
  private final LongSupplier ticker;
  private final ThreadLocal<Long> began = new ThreadLocal<>();

  /**
   * @param platform as the metrics name it
   * @param ticker nanoseconds that pass; {@code System::nanoTime}
   */
  public NudgeWatch(Metrics metrics, String platform, LongSupplier ticker) {
    this.metrics = metrics;
    this.platform = platform;
    this.ticker = ticker;
  }

  @Override
  public void accept(Step step) {
    switch (step) {
      case BEGUN -> began.set(ticker.getAsLong());
      case TRIED -> tried();
      case SENT -> metrics.nudgeSent(platform);
      case PUT_OFF -> metrics.nudgeRefused(platform);
      case IN_DOUBT -> metrics.nudgeInDoubt(platform);
      case UNKNOWN -> metrics.nudgeUnknown(platform);
      case PARKED -> metrics.nudgeParked(platform);
    }
  }

  private void tried() {
    metrics.sent(platform, Duration.ofNanos(ticker.getAsLong() - began.get()));
    began.remove();
  }
}
