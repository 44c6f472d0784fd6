package dev.pushback.operating;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is counted and measured. The only label is the platform: nothing about people or what they
 * wrote, and never more than a handful of series.
 */
public final class Metrics {
  /** Three seconds is what Slack waits for. */
  private static final Duration[] OBJECTIVES = {
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(150),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(15)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicLong due = new AtomicLong();
  private final AtomicLong oldestMillis = new AtomicLong();
  private volatile Runnable look = () -> {};

  /** Begins at zero. */
  public Metrics() {
    Gauge.builder("pushback.nudges.due", due, Metrics::known)
        .description("Nudges that are due and not sent yet")
        .register(registry);
    Gauge.builder("pushback.nudges.oldest.due", oldestMillis, millis -> known(millis) / 1000)
        .description("How long the oldest of them has been due")
        .baseUnit("seconds")
        .register(registry);
  }

  /**
   * How many nudges are due.
   *
   * @param count how many
   * @param oldest how long the oldest has been due; zero if there is none
   */
  public void nudgesDue(long count, Duration oldest) {
    due.set(count);
    oldestMillis.set(oldest.toMillis());
  }

  /** How many are due can't be told: the memory doesn't answer. Shown as NaN. */
  public void nudgesDueUnknown() {
    due.set(-1);
    oldestMillis.set(-1);
  }

  private static double known(AtomicLong value) {
    return value.get() < 0 ? Double.NaN : value.doubleValue();
  }

  /** Has something done each time before the figures are read, such as asking what is due. */
  public void beforeScrape(Runnable look) {
    this.look = look;
  }

  /** A nudge arrived. */
  public void nudgeSent(String platform) {
    nudges("sent", platform);
  }

  /** Whether a nudge arrived isn't known, and will be looked up. */
  public void nudgeInDoubt(String platform) {
    nudges("in-doubt", platform);
  }

  /** Whether a nudge arrived can't be told for good; the person is told of the doubt. */
  public void nudgeUnknown(String platform) {
    nudges("unknown", platform);
  }

  /** A nudge can't be sent, and somebody has to look. */
  public void nudgeParked(String platform) {
    nudges("parked", platform);
  }

  /** A nudge was refused and will be tried again. */
  public void nudgeRefused(String platform) {
    nudges("refused", platform);
  }

  private void nudges(String outcome, String platform) {
    Counter.builder("pushback.nudges")
        .description("Nudges by what became of them")
        .tag("outcome", outcome)
        .tag("platform", known(platform))
        .register(registry)
        .increment();
  }

  /** How long it took from hearing somebody to having answered. */
  public void replied(String platform, Duration took) {
    timer("pushback.reply", "From hearing somebody to having answered", platform).record(took);
  }

  /** How long one look for what is due took. */
  public void ticked(Duration took) {
    timer("pushback.tick", "One look for what is due", "any").record(took);
  }

  /** How long the platform took to accept a message. */
  public void sent(String platform, Duration took) {
    timer("pushback.send", "Until the platform had accepted a message", platform).record(took);
  }

  private Timer timer(String name, String description, String platform) {
    return Timer.builder(name)
        .description(description)
        .tag("platform", known(platform))
        .serviceLevelObjectives(OBJECTIVES)
        .register(registry);
  }

  /** A mistake in a caller must not turn what people wrote into labels. */
  private static String known(String platform) {
    return switch (platform) {
      case "slack", "teams", "console", "any" -> platform;
      default -> "other";
    };
  }

  /** All of it as Prometheus reads it. */
  public String scrape() {
    look.run();
    return registry.scrape();
  }
}
