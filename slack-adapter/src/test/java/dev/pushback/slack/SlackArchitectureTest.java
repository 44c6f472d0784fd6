package dev.pushback.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pushback.testing.AdapterRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each part of the adapter may know. */
class SlackArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pushback.slack");

  /** Of our own code; the words before the colon are packages of the core. */
  @ParameterizedTest(name = "{0} knows {1}")
  @CsvSource({
    "blockkit, card chat script",
    "web,      card nudge people web",
    "door,     door operating store",
  })
  void aPartKnowsOnlyThese(String part, String known) {
    String[] packages =
        Stream.concat(
                Stream.of("dev.pushback.slack." + part + ".."),
                Stream.of(known.split(" ")).map(name -> "dev.pushback." + name + ".."))
            .toArray(String[]::new);
    assertThat(CLASSES.containPackage("dev.pushback.slack." + part)).isTrue();

    noClasses()
        .that()
        .resideInAPackage("dev.pushback.slack." + part + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "ours, other than " + known,
                one ->
                    one.getPackageName().startsWith("dev.pushback")
                        && Stream.of(packages)
                            .noneMatch(
                                allowed ->
                                    one.getPackageName().startsWith(allowed.replace("..", "")))))
        .check(CLASSES);
  }

  @Test
  void thePartsKnowEachOtherInNoCircle() {
    slices().matching("dev.pushback.slack.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheMainClassTouchesTheEnvironmentTheClockAndChance() {
    AdapterRules.onlyTheMainClassTouchesTheEnvironmentTheClockAndChance("SlackMain").check(CLASSES);
  }

  @Test
  void onlyTheClientSpeaksHttpAndOnlyTheDoorListens() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.pushback.slack.web..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "no HTTP client", one -> !one.getPackageName().startsWith("okhttp3")))
        .check(CLASSES);
    classes()
        .that()
        .resideOutsideOfPackage("dev.pushback.slack.door..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "no HTTP server", one -> !one.getPackageName().startsWith("org.eclipse.jetty")))
        .check(CLASSES);
  }
}
