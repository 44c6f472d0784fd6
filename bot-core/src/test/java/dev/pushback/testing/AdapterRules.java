package dev.pushback.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** What holds for the classes of each adapter. */
public final class AdapterRules {
  private AdapterRules() {}

  /**
   * Time, settings and chance are handed in.
   *
   * @param main the simple name of the only class that may fetch them
   */
  public static ArchRule onlyTheMainClassTouchesTheEnvironmentTheClockAndChance(String main) {
    return noClasses()
        .that()
        .doNotHaveSimpleName(main)
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.(util\\.Random|security\\.SecureRandom)");
  }
}
