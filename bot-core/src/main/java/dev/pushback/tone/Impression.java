package dev.pushback.tone;

/**
 * How a text may land with the person it is for. Every probability is what it would be if both
 * answers were equally frequent: 0.5 says nothing either way.
 *
 * @param rude it reads as a request that people call impolite
 * @param cold it reads as a tough offer rather than a warm one
 * @param uncivil it reads as frustrated, impatient, mocking or insulting
 * @param impatient it reads as impatient
 * @param closed it reads as an answer of somebody who doesn't want to hear the other side
 * @param harsh all of these in one, to rank texts by and to warn: from 0.5 on a person should look
 *     twice; nine of ten civil texts are below
 */
public record Impression(
    double rude, double cold, double uncivil, double impatient, double closed, double harsh) {
  /** Checks that all are probabilities. */
  public Impression {
    check(rude);
    check(cold);
    check(uncivil);
    check(impatient);
    check(closed);
    check(harsh);
  }

  private static void check(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(probability + " is no probability");
    }
  }
}
