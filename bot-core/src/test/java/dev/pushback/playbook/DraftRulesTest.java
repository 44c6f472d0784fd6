package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pushback.learning.PhraseMatcher.Hit;
import dev.pushback.learning.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule for drafts says, and what it may leave to its problem. */
class DraftRulesTest {
  private static final String DRAFTS = "drafts.yaml";

  private final Path folder;

  DraftRulesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    BuiltInPlaybook.copyTo(folder);
  }

  /** The rules with one more. */
  private DraftRules with(String rule) throws IOException {
    Path file = folder.resolve(DRAFTS);
    Files.writeString(
        file, Files.readString(file).replace("\nrules:\n", "\nrules:\n" + rule.indent(2)));
    return Playbooks.in(folder).read().drafts();
  }

  private static List<DraftRule.Sign> signs(DraftRules rules, String text) {
    List<Token> tokens = Token.of(text);
    return rules.signs().find(tokens, 0, tokens.size()).stream().map(Hit::value).toList();
  }

  @Test
  void aRuleThatDoesNotExplainItselfIsExplainedAsItsProblemIs() throws IOException {
    DraftRules rules =
        with(
            """
            - problem: blame
              id: zebra
              cut: words
              words: [zebra]
            """);

    DraftRule rule = signs(rules, "A zebra.").get(0).rule();

    assertThat(rule.problem()).isEqualTo(DraftProblem.BLAME);
    assertThat(rule.cut()).isEqualTo(DraftRule.Cut.WORDS);
    assertThat(rule.why()).isEqualTo(rules.page(DraftProblem.BLAME).why());
    assertThat(rule.instead()).isEqualTo(rules.page(DraftProblem.BLAME).instead());
  }

  @Test
  void aRuleMayExplainItselfAndSayWhatIsBetterAndWhatOnlyLooksTheSame() throws IOException {
    DraftRules rules =
        with(
            """
            - problem: blame
              id: zebra
              why: Stripes are loud.
              instead: Say horse.
              cut: nothing
              words: [zebra => horse, zebu =>, okapi =>> a donkey]
              but: [zebra crossing]
            """);

    assertThat(signs(rules, "A zebra, a zebu, an okapi! A zebra crossing."))
        .extracting(DraftRule.Sign::better, DraftRule.Sign::isExcuse)
        .startsWith(
            tuple(Optional.of(new DraftRule.Better("horse", false)), false),
            tuple(Optional.of(new DraftRule.Better("", false)), false),
            tuple(Optional.of(new DraftRule.Better("a donkey", true)), false))
        .contains(tuple(Optional.empty(), true));
    assertThat(signs(rules, "A zebra.").get(0).rule())
        .extracting(DraftRule::why, DraftRule::instead)
        .containsExactly("Stripes are loud.", "Say horse.");
  }

  @Test
  void everyProblemIsExplainedAndWhatIsMissingCanBeAdded() {
    DraftRules rules = Playbooks.builtIn().read().drafts();

    for (DraftProblem problem : DraftProblem.values()) {
      assertThat(rules.page(problem).title()).as(problem.id()).isNotBlank();
    }
    for (DraftProblem missing :
        List.of(DraftProblem.NO_ASK, DraftProblem.NO_REASON, DraftProblem.NO_QUESTION)) {
      assertThat(rules.page(missing).say()).as(missing.id()).isPresent();
    }
    assertThat(rules.verbs()).contains("send", "confirm");
  }
}
