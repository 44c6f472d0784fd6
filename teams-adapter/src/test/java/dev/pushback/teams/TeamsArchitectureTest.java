package dev.pushback.teams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pushback.testing.AdapterRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each part of the adapter may know. */
class TeamsArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pushback.teams");

  /** Of our own code: itself, and these packages of the core. */
  @ParameterizedTest(name = "{0} knows {1}")
  @CsvSource({
    "adaptivecard, card chat script",
    "web,          card nudge people store web",
    "door,         door store web",
  })
  void aPartKnowsOnlyThese(String part, String known) {
    String own = "dev.pushback.teams." + part;
    assertThat(CLASSES.containPackage(own)).isTrue();

    noClasses()
        .that()
        .resideInAPackage(own + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "ours, other than " + known,
                one ->
                    one.getPackageName().startsWith("dev.pushback")
                        && Stream.concat(
                                Stream.of(own),
                                Stream.of(known.split(" ")).map(name -> "dev.pushback." + name))
                            .noneMatch(allowed -> isIn(one, allowed))))
        .check(CLASSES);
  }

  private static boolean isIn(JavaClass one, String wanted) {
    return (one.getPackageName() + ".").startsWith(wanted + ".");
  }

  @Test
  void thePartsKnowEachOtherInNoCircle() {
    slices().matching("dev.pushback.teams.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheMainClassTouchesTheEnvironmentTheClockAndChance() {
    AdapterRules.onlyTheMainClassTouchesTheEnvironmentTheClockAndChance("TeamsMain").check(CLASSES);
  }

  @Test
  void onlyTheClientSpeaksHttpAndNobodyListensBesideTheDoorOfAll() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.pushback.teams.web..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "no HTTP client", one -> !one.getPackageName().startsWith("okhttp3")))
        .check(CLASSES);
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "no HTTP server", one -> !one.getPackageName().startsWith("org.eclipse.jetty")))
        .check(CLASSES);
  }
}
