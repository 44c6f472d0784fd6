package dev.pushback.tone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pushback.TestKnowledge;
import dev.pushback.TestTexts;
import dev.pushback.coach.Knowledge;
import dev.pushback.learning.Token;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import dev.pushback.script.Redraft.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * A check points at words that are there, and its rewrite adds none of its own: over all drafts of
 * the examples, and over whatever jqwik mixes from their sentences.
 */
class DraftCheckPropertiesTest {
  private static final int SHOWN = 12;
  private static final Path WORDS = Path.of("../config/playbook/drafts.yaml");
  private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]]*]");
  private static final List<String> DRAFTS = TestTexts.examples("drafts");

  private static final List<String> SENTENCES =
      DRAFTS.stream()
          .flatMap(
              text -> {
                Draft draft = Draft.of(text);
                return draft.sentences().stream()
                    .map(one -> text.substring(draft.start(one), draft.end(one)));
              })
          .distinct()
          .toList();

  /** What people paste that is no sentence. */
  private static final List<String> ODD =
      List.of("", "👍", "--", "1.", "e.g.", "Hi Jo,", "Best,\nAna", "?!", "[day]", "“so”", "…");

  /** Words that name a day; a modal and a verb that are written alike aside. */
  private static final Set<String> DAYS =
      Stream.of(symbols().getWeekdays(), symbols().getMonths())
          .flatMap(Arrays::stream)
          .map(day -> day.toLowerCase(Locale.ROOT))
          .filter(day -> !day.isEmpty() && !Set.of("may", "march").contains(day))
          .collect(Collectors.toUnmodifiableSet());

  private final Knowledge knowledge = TestKnowledge.get();
  private final DraftCheck check = knowledge.drafts().get();
  private final List<String> added = added();
  private final Set<String> vocabulary =
      added.stream().flatMap(DraftCheckPropertiesTest::words).collect(Collectors.toSet());

  private static DateFormatSymbols symbols() {
    return DateFormatSymbols.getInstance(Locale.ENGLISH);
  }

  /** All that a rewrite may add: the playbook's lines and words, and what makes a question. */
  private static List<String> added() {
    List<String> lines = new ArrayList<>();
    try {
      JsonNode file = new YAMLMapper().readTree(WORDS.toFile());
      file.path("problems").forEach(page -> lines.add(page.path("say").asText("")));
      for (JsonNode rule : file.path("rules")) {
        for (JsonNode words : rule.path("words")) {
          String[] parts = words.asText().split("=>", -1);
          lines.add(parts.length > 1 ? parts[1].replaceFirst("^>", "").replace("{}", "") : "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.addAll(List.of("Could you", "an answer about"));
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static Stream<String> words(String text) {
    return Token.of(text).stream().filter(Token::isWord).map(Token::lower);
  }

  // All examples

  @Test
  void thereAreManyDraftsAndTheWordsThatMayBeAddedNameNothing() {
    assertThat(DRAFTS).hasSizeGreaterThan(500);
    assertThat(added).hasSizeGreaterThan(10);
    assertThat(vocabulary)
        .doesNotContainAnyElementsOf(DAYS)
        .noneMatch(word -> word.matches(".*\\d.*"));
    assertThat(added)
        .allSatisfy(
            line ->
                assertThat(Token.of(line).stream().skip(1))
                    .as(line)
                    .filteredOn(token -> token.shape().startsWith("X"))
                    .allSatisfy(token -> assertThat(beginsSentence(line, token)).isTrue()));
  }

  private static boolean beginsSentence(String line, Token token) {
    return token.lower().matches("i|i'm|i'd")
        || line.substring(0, token.start()).matches("(?s).*[.?!\\[]\\s*");
  }

  @Test
  void noRuleIsBrokenByAnyDraftOfTheExamples() {
    List<String> broken = new ArrayList<>();
    for (String text : DRAFTS) {
      broken.addAll(broken(DraftRequest.of(text)));
    }

    assertThat(broken.stream().limit(SHOWN)).as("%s broken", broken.size()).isEmpty();
  }

  @Test
  void checkingTwiceSaysTheSame() throws IOException {
    DraftCheck another =
        new DraftCheck(knowledge.playbook(), DraftModel.builtIn(), ToneModel.load());
    for (String text : TestTexts.every(5, DRAFTS)) {
      DraftReport report = check.check(DraftRequest.of(text));

      assertThat(check.check(DraftRequest.of(text))).isEqualTo(report);
      assertThat(another.check(DraftRequest.of(text))).isEqualTo(report);
    }
  }

  // Mixtures

  @Property(tries = 600, seed = "1815", edgeCases = EdgeCasesMode.NONE)
  void noRuleIsBrokenByAnyMixtureOfSentences(
      @ForAll("mixtures") String text,
      @ForAll @IntRange(min = 1, max = 3) int round,
      @ForAll Channel channel,
      @ForAll Set<DraftProblem> muted) {
    assertThat(broken(new DraftRequest(text, round, Optional.of(channel), Facts.NONE, muted)))
        .isEmpty();
  }

  @Property(tries = 300, seed = "1848", edgeCases = EdgeCasesMode.NONE)
  void noRuleIsBrokenByADraftThatBreaksOffAnywhere(
      @ForAll("mixtures") String text, @ForAll @IntRange(min = 0, max = 400) int from) {
    String rest = text.substring(Math.min(from, text.length() - 1));

    assertThat(broken(DraftRequest.of(rest.isBlank() ? text : rest))).isEmpty();
  }

  @Provide
  Arbitrary<String> mixtures() {
    Arbitrary<String> sentence =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(SENTENCES)), Tuple.of(1, Arbitraries.of(ODD)));
    Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", "\n", "\n\n", "", ", ", "\n- ", " — ");
    return Combinators.combine(
            sentence.list().ofMinSize(1).ofMaxSize(9), gap.list().ofMinSize(9).ofMaxSize(9))
        .as(DraftCheckPropertiesTest::joined)
        .filter(text -> !text.isBlank() && text.length() <= DraftRequest.LONGEST);
  }

  private static String joined(List<String> sentences, List<String> gaps) {
    StringBuilder text = new StringBuilder(sentences.get(0));
    for (int i = 1; i < sentences.size(); i++) {
      text.append(gaps.get(i)).append(sentences.get(i));
    }
    return text.toString();
  }

  // The rules

  /** What is broken, in words; each with the draft. */
  private List<String> broken(DraftRequest request) {
    String text = request.text();
    DraftReport report;
    try {
      report = check.check(request);
    } catch (RuntimeException e) {
      return List.of(e + " for <" + text + ">");
    }
    List<String> broken = new ArrayList<>();
    findings(request, report, broken);
    changes(text, report, broken);
    additions(text, report.rewrite().words().words(), broken);
    if (!isShare(report.harsh()) || !isShare(report.soft())) {
      broken.add("no share: " + report.harsh() + " or " + report.soft());
    }
    return broken.stream().map(what -> what + " in <" + text + ">").toList();
  }

  private static boolean isShare(double number) {
    return number >= 0 && number <= 1;
  }

  private static void findings(DraftRequest request, DraftReport report, List<String> broken) {
    int length = request.text().length();
    for (Finding finding : report.findings()) {
      if (finding.end() > length || finding.end() <= finding.start()) {
        broken.add("no words at " + finding.start() + " to " + finding.end());
      } else if (finding.in(request.text()).isBlank()) {
        broken.add("only space is " + finding.problem());
      }
      if (request.muted().contains(finding.problem())) {
        broken.add("muted, and still there: " + finding.problem());
      }
    }
    for (Ask ask : report.asks()) {
      if (ask.start() < 0 || ask.end() > length || ask.end() <= ask.start()) {
        broken.add("no ask at " + ask.start() + " to " + ask.end());
      }
    }
  }

  private static void changes(String text, DraftReport report, List<String> broken) {
    StringBuilder byHand = new StringBuilder();
    int copied = 0;
    for (Change change : report.rewrite().changes()) {
      if (change.start() < copied || change.end() > text.length()) {
        broken.add("overlaps or lies outside: " + change);
        return;
      }
      if (!text.substring(change.start(), change.end()).equals(change.before())) {
        broken.add("these words don't stand there: " + change);
      }
      byHand.append(text, copied, change.start()).append(change.after());
      copied = change.end();
    }
    byHand.append(text.substring(copied));
    String rewrite = report.rewrite().words().words();
    if (!byHand.toString().strip().equals(rewrite)) {
      broken.add("by hand it is <" + byHand + ">, not <" + rewrite + ">");
    }
    if (report.isClean() && !rewrite.equals(text.strip())) {
      broken.add("nothing was found, and it was changed");
    }
  }

  /** A rewrite never says what the person didn't: no number, no name, no day, no word at all. */
  private void additions(String text, String rewrite, List<String> broken) {
    Set<String> known = new HashSet<>(vocabulary);
    words(text).forEach(known::add);
    for (Token token : Token.of(rewrite)) {
      if (token.isWord() && !known.contains(token.lower())) {
        broken.add("'" + token.lower() + "' was added: <" + rewrite + ">");
      }
    }
    BLANK
        .matcher(rewrite)
        .results()
        .map(MatchResult::group)
        .filter(blank -> !text.contains(blank))
        .filter(blank -> added.stream().noneMatch(line -> line.contains(blank)))
        .forEach(blank -> broken.add("a blank of its own: " + blank));
  }
}
