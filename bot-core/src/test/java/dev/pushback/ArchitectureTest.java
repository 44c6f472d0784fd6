package dev.pushback;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.pushback.script.SendableText;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Each table is a list of what is allowed; everything else is not. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.pushback");

  /** A package may always use itself, java.lang, java.util and the annotations of JSpecify. */
  private static final Map<String, String> MAY_USE =
      Map.ofEntries(
          entry("people", "java.time"),
          entry("learning", "java.io java.text de.bwaldvogel.liblinear"),
          entry("situation", "java.io learning opennlp.tools.langdetect"),
          entry("dates", "java.time learning org.natty"),
          entry(
              "playbook",
              "java.io java.nio.file java.time dates learning situation com.fasterxml.jackson"),
          entry("script", "learning playbook situation"),
          entry("partner", "java.time learning playbook script"),
          entry("followup", "java.time playbook de.focus_shift.jollyday"),
          entry("tone", "java.io java.nio java.text learning playbook script situation"),
          entry("tracking", "java.io followup learning situation"),
          entry(
              "store",
              "java.io java.net java.nio java.security java.sql java.time javax.crypto javax.sql followup"
                  + " partner people playbook script com.fasterxml.jackson com.zaxxer.hikari"
                  + " com.github.kagkarlsson.scheduler org.flywaydb org.jdbi org.sqlite"),
          entry("card", "script"),
          entry("chat", "card people"),
          entry("nudge", "java.time card followup people store"),
          entry(
              "coach",
              "java.time card chat dates followup learning nudge partner people playbook script"
                  + " situation store tone tracking"),
          entry(
              "training",
              "java.io java.nio java.time dates followup learning playbook situation tone"
                  + " tracking com.fasterxml.jackson"),
          entry(
              "operating",
              "java.io java.net java.nio java.security java.time chat coach nudge playbook situation"
                  + " store tone tracking com.sun.net.httpserver io.micrometer org.apache.commons.text"),
          entry("web", "java.io java.net java.time javax.net okhttp3 okio"),
          entry(
              "door",
              "java.io java.net java.nio java.security java.time operating com.fasterxml.jackson"
                  + " org.eclipse.jetty org.slf4j"),
          entry(
              "adapter",
              "java.io java.net java.nio java.security java.time card chat coach door nudge"
                  + " operating people playbook store web com.github.f4b6a3.uuid org.slf4j"),
          entry(
              "console",
              "java.io java.net java.nio java.security java.time card chat coach dates followup"
                  + " nudge operating people playbook script situation store tone tracking training"
                  + " com.fasterxml.jackson com.github.f4b6a3.uuid org.apache.commons.text"
                  + " org.jline picocli"));

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    check(slices().matching("dev.pushback.(*)..").should().beFreeOfCycles());
  }

  static Set<String> packages() {
    return new TreeSet<>(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheTableAllows(String name) {
    String allowed = MAY_USE.getOrDefault(name, "");
    String itself = "dev.pushback." + name;
    Stream<String> others =
        Pattern.compile("\\s+")
            .splitAsStream(allowed)
            .filter(other -> !other.isEmpty())
            .map(other -> MAY_USE.containsKey(other) ? "dev.pushback." + other : other);
    Set<String> packages =
        Stream.concat(
                Stream.of(itself, "java.lang", "java.util", "org.jspecify.annotations"), others)
            .map(other -> other + "..")
            .collect(Collectors.toSet());
    packages.add(""); // int, boolean and arrays of them have no package

    check(
        classes()
            .that()
            .resideInAPackage(itself + "..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new))));
  }

  @Test
  void everyPackageIsInTheTableOfWhatItMayUse() {
    assertThat(
            CLASSES.stream()
                .map(one -> one.getPackageName().replaceFirst("dev\\.pushback\\.(\\w+).*", "$1"))
                .collect(Collectors.toSet()))
        .isEqualTo(packages());
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          org.natty..             ; dev\\.pushback\\.dates\\.Library
          opennlp..               ; dev\\.pushback\\.situation\\.LanguageGuess
          de.bwaldvogel..         ; dev\\.pushback\\.learning\\.(Classifier|Detector)Trainer
          com.fasterxml.jackson.. ; dev\\.pushback\\.(door\\.StrictJson|playbook\\.Node|store\\.Export|training\\..*|console\\..*)
          de.focus_shift..        ; dev\\.pushback\\.followup\\.PublicHolidays
          picocli..               ; dev\\.pushback\\.console\\..*
          org.jline..             ; dev\\.pushback\\.console\\..*
          com.github.kagkarlsson.. ; dev\\.pushback\\.store\\.(AlarmClock|EpochMillis)
          com.zaxxer..            ; dev\\.pushback\\.store\\.Database
          com.github.f4b6a3..     ; dev\\.pushback\\..*Main
          com.sun.net..           ; dev\\.pushback\\.operating\\.OperationsServer
          io.micrometer..         ; dev\\.pushback\\.operating\\.Metrics
          org.eclipse.jetty..     ; dev\\.pushback\\.door\\.(Body|Door|Front)
          okhttp3..               ; dev\\.pushback\\.web\\.(Http|NoSecondTry|ShortReplies)
          org.jdbi..              ; dev\\.pushback\\.store\\..*
          org.sqlite..            ; dev\\.pushback\\.store\\.(Backup|Complaints|SqliteFile)
          org.flywaydb..          ; dev\\.pushback\\.store\\.Migrations
          """)
  void aLibraryIsUsedOnlyWhereItIsNeeded(String library, String users) {
    DescribedPredicate<JavaClass> others =
        DescribedPredicate.describe(
            "other than " + users, one -> !outermost(one).getName().matches(users));

    check(noClasses().that(others).should().dependOnClassesThat().resideInAPackage(library));
    assertThat(CLASSES.stream().filter(DescribedPredicate.not(others)))
        .as("somebody who uses %s", library)
        .anyMatch(
            one ->
                one.getDirectDependenciesFromSelf().stream()
                    .anyMatch(use -> resideInAnyPackage(library).test(use.getTargetClass())));
  }

  @Test
  void theRecordsOfThePlaybookArePureData() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.pushback.playbook")
            .and()
            .areRecords()
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "dev.pushback.playbook..",
                    "dev.pushback.situation..",
                    "dev.pushback.learning..")));
  }

  @Test
  void theEnvironmentTheClockAndChanceComeInThroughAMainOnly() {
    check(noClasses().that(areNoMain()).should().callMethodWhere(readsTheWorld()));
    check(
        noClasses()
            .that(areNoMain())
            .should()
            .callConstructorWhere(
                DescribedPredicate.describe(
                    "chance without a seed",
                    call ->
                        call.getTargetOwner().isAssignableTo(Random.class)
                            && call.getTarget().getRawParameterTypes().isEmpty())));
  }

  @Test
  void theRulesAboutCallsFindTheCallsThatThereAre() {
    assertThat(calls("dev.pushback.console.ConsoleMain")).anyMatch(readsTheWorld());
    assertThat(calls("dev.pushback.script.AnswerWriter")).anyMatch(makesWordsToSend());
    assertThat(calls("dev.pushback.script.Wording"))
        .isNotEmpty()
        .noneMatch(readsTheWorld().or(makesWordsToSend()));
  }

  private static Stream<JavaCall<?>> calls(String name) {
    JavaClass one = CLASSES.get(name);
    return Stream.concat(
        one.getMethodCallsFromSelf().stream(), one.getConstructorCallsFromSelf().stream());
  }

  private static DescribedPredicate<JavaCall<?>> readsTheWorld() {
    DescribedPredicate<JavaCall<?>> environment =
        target(owner(name("java.lang.System")))
            .and(target(nameMatching("getenv|currentTimeMillis|nanoTime")));
    DescribedPredicate<JavaCall<?>> clock =
        target(owner(nameMatching("java\\.time\\..*")))
            .and(
                target(name("now"))
                    .or(
                        target(owner(name(Clock.class.getName())))
                            .and(target(nameMatching("system.*|tick.*")))));
    DescribedPredicate<JavaCall<?>> chance =
        target(owner(name("java.lang.Math")))
            .and(target(name("random")))
            .or(target(owner(name("java.util.UUID"))).and(target(name("randomUUID"))))
            .or(target(owner(name("java.util.concurrent.ThreadLocalRandom"))))
            .or(
                target(owner(name("java.util.Collections")))
                    .and(
                        DescribedPredicate.describe(
                            "shuffle without a seed",
                            call ->
                                call.getName().equals("shuffle")
                                    && call.getTarget().getRawParameterTypes().size() == 1)));
    return environment.or(clock).or(chance);
  }

  private static DescribedPredicate<JavaClass> areNoMain() {
    return DescribedPredicate.describe(
        "are no main", one -> !outermost(one).getSimpleName().endsWith("Main"));
  }

  private static JavaClass outermost(JavaClass one) {
    JavaClass outer = one;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  @Test
  void onlyScriptMakesWordsToSend() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.pushback.script")
            .should()
            .callCodeUnitWhere(makesWordsToSend()));
  }

  private static DescribedPredicate<JavaCall<?>> makesWordsToSend() {
    return target(owner(name(SendableText.class.getName()))).and(target(name("<init>")));
  }

  @Test
  void onlyTheStoreSpeaksSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.pushback.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql.."));
  }

  @Test
  void aRuleAboutNobodyFails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                check(
                    classes()
                        .that()
                        .resideInAPackage("dev.pushback.nowhere")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAPackage("java.lang..")))
        .withMessageContaining("failed to check any classes");
  }
}
