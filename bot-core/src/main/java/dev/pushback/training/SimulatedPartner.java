package dev.pushback.training;

import dev.pushback.followup.Observation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A partner made of chance with a seed: log-normal waits around a median, with habits that real
 * process logs show and a log-normal curve lacks. Some answers wait for the next morning, some for
 * Monday.
 */
final class SimulatedPartner {
  private static final double DAY = 8;
  private static final double WEEK = 40;
  private static final int LONGEST_WATCH = 12;

  private final SplittableRandom chance;
  private final double median;
  private final double spread;
  private final double mornings;
  private final double mondays;

  /**
   * A partner.
   *
   * @param medianHours of the waits before habits
   * @param mornings the share of answers that wait for the next morning
   * @param mondays the share that waits for Monday
   */
  SimulatedPartner(
      SplittableRandom chance, double medianHours, double spread, double mornings, double mondays) {
    this.chance = chance;
    this.median = medianHours;
    this.spread = spread;
    this.mornings = mornings;
    this.mondays = mondays;
  }

  /** Working hours until the answer to one ask. */
  double nextWait() {
    double asked = chance.nextDouble() * WEEK;
    double answered = asked + median * Math.exp(spread * chance.nextGaussian());
    double habit = chance.nextDouble();
    if (habit < mornings) {
      answered = (Math.floor(answered / DAY) + 1) * DAY + chance.nextDouble();
    } else if (habit < mornings + mondays) {
      answered = (Math.floor(answered / WEEK) + 1) * WEEK + chance.nextDouble() * 2;
    }
    return answered - asked;
  }

  /** One ask, watched for 1 to 12 working days: often it is still open then. */
  Observation ask() {
    double wait = nextWait();
    double watched = (1 + chance.nextInt(LONGEST_WATCH)) * DAY;
    return wait <= watched ? new Observation(wait, true) : new Observation(watched, false);
  }

  List<Observation> asks(int count) {
    return IntStream.range(0, count).mapToObj(i -> ask()).toList();
  }
}
