package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The playbook is edited by people who do not write Java. A mistake stops the start, and the
 * complaint tells the file, the line and what to do.
 */
class BrokenPlaybookTest {
  private static final String NO_REPLY = "situations/no-reply.yaml";

  private final Path folder;

  BrokenPlaybookTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void anUntouchedCopyIsFine() throws IOException {
    BuiltInPlaybook.copyTo(folder);

    assertThat(Playbooks.in(folder).read().situations())
        .hasSameSizeAs(Playbooks.builtIn().read().situations());
  }

  /** The line is counted from the edit: 0 is the edited line, -1 the one before it. */
  static Stream<Arguments> edits() {
    return Stream.of(
        arguments(
            "a bracket that is not closed",
            "endings.yaml",
            "title: Park it",
            "title: [Park it",
            1,
            "this is not valid YAML: while parsing a flow sequence"),
        arguments(
            "a colon in a text without quotation marks",
            "endings.yaml",
            "title: Park it",
            "title: Park: it",
            0,
            "this is not valid YAML: mapping values are not allowed here"),
        arguments(
            "the same name twice",
            NO_REPLY,
            "title: They don't answer",
            "title: They don't answer\ntitle: They ghost you",
            1,
            "this is not valid YAML: Duplicate field 'title'"),
        arguments(
            "a name with a typing error, for which there is a default",
            NO_REPLY,
            "facts: [deadline]",
            "fatcs: [deadline]",
            0,
            "unknown name 'fatcs'; known here: rounds, facts, title, cites"),
        arguments(
            "a name with a typing error, for which there is none",
            NO_REPLY,
            "title: They don't answer",
            "titel: They don't answer",
            0,
            "'title' is missing"),
        arguments(
            "an objection nobody knows",
            "objections.yaml",
            "offended:",
            "insulted:\n  title: They insult us\noffended:",
            1,
            "unknown name 'insulted'; known here: procedure, third-party"),
        arguments(
            "an empty title",
            NO_REPLY,
            "title: They don't answer",
            "title:",
            0,
            "'title' is missing or empty"),
        arguments(
            "a text where a list belongs",
            NO_REPLY,
            "likely: [stall, no-capacity, not-priority]",
            "likely: stall",
            0,
            "here should stand a list, each item after '- '"),
        arguments(
            "a list where a text belongs",
            NO_REPLY,
            "why: One thing they can answer in a line.",
            "why: [One thing they can answer in a line.]",
            0,
            "here should stand a text"),
        arguments(
            "a place nobody can fill",
            NO_REPLY,
            "I'd still be glad to have {want.noun}.",
            "I'd still be glad to have {want.foo}.",
            0,
            "unknown place {want.foo}; use one of [detail.noun, detail.says, fact:clause"),
        arguments(
            "a curly bracket without a partner",
            NO_REPLY,
            "I'd still be glad to have {want.noun}.",
            "I'd still be glad to have {want.noun.",
            0,
            "a curly bracket has no partner in: I'd still be glad to have {want.noun."),
        arguments(
            "a square bracket without a partner",
            NO_REPLY,
            "my last message: [the one thing you need from them].",
            "my last message: [the one thing you need from them.",
            0,
            "a square bracket has no partner in: I wanted to come back to my last message"),
        arguments(
            "an empty phrase",
            NO_REPLY,
            "\"A short one, since I know how inboxes fill up.\"",
            "\"\"",
            0,
            "an empty phrase"),
        arguments(
            "one firmness missing",
            NO_REPLY,
            "gentle:\n        - \"I'd still be glad",
            "friendly:\n        - \"I'd still be glad",
            -3,
            "'gentle' is missing; give gentle, steady and firm, or 'say' for all"),
        arguments(
            "a technique that does not exist",
            NO_REPLY,
            "[T-030, T-080]",
            "[T-215]",
            -1,
            "'T-215' is no technique; they run from T-001 to T-214"),
        arguments(
            "a technique with a digit missing",
            NO_REPLY,
            "[T-030, T-080]",
            "[T-30]",
            -1,
            "'T-30' is no technique; they run from T-001 to T-214"),
        arguments(
            "a rule without a source",
            NO_REPLY,
            "[T-030, T-080]",
            "[]",
            -1,
            "'cites' is missing; name the technique (T-021) or the source the rule comes from"),
        arguments(
            "an unknown objection to prepare for",
            NO_REPLY,
            "likely: [stall,",
            "likely: [stalling,",
            0,
            "'stalling' is no objection; use one of [procedure, third-party"),
        arguments(
            "an unknown fact",
            NO_REPLY,
            "facts: [deadline]",
            "facts: [weather]",
            0,
            "'weather' is no fact; use [budget, deadline, quote, boss]"),
        arguments(
            "a round that is no number",
            NO_REPLY,
            "  3:\n",
            "  three:\n",
            1,
            "'three' is no round; use 1, 2 or 3"),
        arguments(
            "an unknown end",
            "objections.yaml",
            "ends: boss-report",
            "ends: boss",
            0,
            "use next, yes, trade, park or boss-report, not boss"),
        arguments(
            "a path that does not end",
            "objections.yaml",
            "ends: boss-report",
            "ends: next",
            -3,
            "'ends' must be yes, trade, park or boss-report"),
        arguments(
            "an answer that leads nowhere",
            "objections.yaml",
            "leads: next",
            "leads: nowhere",
            0,
            "use next, yes, trade, park or boss-report, not nowhere"),
        arguments(
            "an unknown group of situations",
            "objections.yaml",
            "          money:\n",
            "          cash:\n",
            1,
            "unknown name 'cash'; known here: any, time, money, work, people"),
        arguments(
            "a line of the report missing",
            "endgame.yaml",
            "    options: ",
            "    choices: ",
            -13,
            "'options' is missing"),
        arguments(
            "a rung that does not exist",
            "follow-ups.yaml",
            "move: ask-eta",
            "move: ask-again",
            0,
            "'ask-again' is no rung; use one of [ask-eta, ask-what-you-need, take-the-work"),
        arguments(
            "an occasion that does not exist",
            "follow-ups.yaml",
            "      before-due:\n        - \"A note",
            "      before-dew:\n        - \"A note",
            1,
            "'before-dew' is no occasion; use [before-due, overdue, promised"),
        arguments(
            "a place that no follow-up can fill",
            "follow-ups.yaml",
            "On which day can I expect {item}, and",
            "On which day can I expect {want.noun}, and",
            0,
            "{want.noun} can't be filled here"),
        arguments(
            "a boss's line for the partner",
            "follow-ups.yaml",
            "    to: boss",
            "    to: partner",
            0,
            "the words of 'tell-the-boss' don't go to: partner"),
        arguments(
            "a place that no nudge can fill",
            "nudges.yaml",
            "{promised.when} was the day for {what} from {partner}, and",
            "{fact:sum} was the day for {what} from {partner}, and",
            0,
            "{fact:sum} can't be filled here"),
        arguments(
            "a verdict missing",
            "ledger.yaml",
            "  pause:\n    title",
            "  wait:\n    title",
            -8,
            "'pause' is missing"),
        arguments(
            "a weight that is no number",
            "ledger.yaml",
            "special: 2",
            "special: two",
            0,
            "here should stand a number, not two"),
        arguments(
            "a wait without a unit",
            "waits.yaml",
            "    median: 8 wd",
            "    median: 8",
            0,
            "'8' is no wait; write '2 wd' for working days, '4 h' for working hours or '30 days'"),
        arguments(
            "a wait that is overdue before half of the answers are there",
            "waits.yaml",
            "    title: a small sign-off in a large organisation\n    kinds: [bureaucracy]\n    words: [sign-off, approval, signature, form, poster, purchase order, release]\n    median: 8 wd",
            "    title: a small sign-off in a large organisation\n    kinds: [bureaucracy]\n    words: [sign-off]\n    median: 30 wd",
            0,
            "'median' must be more than nothing and before 'overdue'"),
        arguments(
            "a wait of a kind of partner that does not exist",
            "waits.yaml",
            "    kinds: [government]\n    words: [letter",
            "    kinds: [goverment]\n    words: [letter",
            0,
            "'goverment' is no kind of partner; see partner-kinds.yaml"),
        arguments(
            "a number that is none",
            "waits.yaml",
            "  level_weight: 1",
            "  level_weight: one",
            0,
            "here should stand a number, such as 1.5"),
        arguments(
            "a number out of its range",
            "waits.yaml",
            "  attachment: 1.5",
            "  attachment: 0.5",
            0,
            "'attachment' must be from 1.0 to 10.0"),
        arguments(
            "a channel missing",
            "waits.yaml",
            "  phone: {factor: 0.5}",
            "  telephone: {factor: 0.5}",
            -4,
            "'phone' is missing"),
        arguments(
            "a day of the week that does not exist",
            "waits.yaml",
            "  - days: [thursday, friday]",
            "  - days: [thorsday, friday]",
            0,
            "'thorsday' is no day of the week"),
        arguments(
            "a country that does not exist",
            "waits.yaml",
            "    countries: [BD, MV]",
            "    countries: [BD, XX]",
            0,
            "'XX' is no country; write 'EG', 'SA', …"),
        arguments(
            "a place a sentence does not have",
            "waits.yaml",
            "Polite from {when}.",
            "Polite from {whem}.",
            0,
            "unknown place {whem}; use one of [when]"),
        arguments(
            "words that are no list",
            "cues.yaml",
            "waiting: [wait,",
            "awaiting: wait\nwaiting: [wait,",
            0,
            "here should stand a list, each item after '- '"),
        arguments(
            "a problem of a draft that is not explained",
            "drafts.yaml",
            "problems:\n  threat:\n",
            "problems:\n  menace:\n",
            1,
            "'threat' is missing"),
        arguments(
            "a problem of a draft that nobody knows",
            "drafts.yaml",
            "problems:\n",
            "problems:\n  rambling: x\n",
            1,
            "unknown name 'rambling'; known here: threat, harsh"),
        arguments(
            "a problem of a draft without a source",
            "drafts.yaml",
            "    cites: [T-202, T-203, ",
            "    sites: [T-202, T-203, ",
            -1,
            "'cites' is missing; name the technique (T-021)"),
        arguments(
            "a problem of a draft with a field too many",
            "drafts.yaml",
            "problems:\n  threat:\n",
            "problems:\n  threat:\n    says: Don't.\n",
            2,
            "unknown name 'says'; known here: title, cites, why, instead, say"),
        arguments(
            "an unknown way to cut",
            "drafts.yaml",
            "    id: insult\n    cut: sentence",
            "    id: insult\n    cut: paragraph",
            -1,
            "'cut' must be words, clause, sentence, question or nothing, not paragraph"),
        arguments(
            "a rule for a problem that does not exist",
            "drafts.yaml",
            "  - problem: blame\n    id: fault",
            "  - problem: blaim\n    id: fault",
            0,
            "there is no problem 'blaim'"),
        arguments(
            "two rules with one name",
            "drafts.yaml",
            "    id: motive",
            "    id: fault",
            -1,
            "there are two rules 'fault'"),
        arguments(
            "a rule with a name that nobody reads",
            "drafts.yaml",
            "    id: motive\n    why: ",
            "    id: motive\n    because: x\n    why: ",
            1,
            "unknown name 'because'; known here: problem, id, why, instead, cut, words, but"),
        arguments(
            "a group in a rule that does not exist",
            "drafts.yaml",
            "      - cc @boss\n",
            "      - cc @bosses\n",
            0,
            "there is no group @bosses"),
        arguments(
            "a group in an exception that does not exist",
            "drafts.yaml",
            "      - thank your @boss\n",
            "      - thank your @bos\n",
            0,
            "there is no group @bos"),
        arguments(
            "a phrase that could be nothing",
            "drafts.yaml",
            "      - cc @boss\n",
            "      - cc?\n",
            0,
            "'cc?' could be nothing at all"),
        arguments(
            "no words for a kind of speech",
            "drafts.yaml",
            "speech:\n  requests:\n",
            "speech:\n  asking:\n",
            1,
            "'requests' is missing"),
        arguments(
            "a group that is no list",
            "drafts.yaml",
            "  us: [we, i, us]",
            "  us: we",
            0,
            "here should stand a list, each item after '- '"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void theComplaintTellsTheFileTheLineAndWhatToDo(
      String damage, String file, String good, String bad, int lineFromEdit, String complaint)
      throws IOException {
    BuiltInPlaybook.copyTo(folder);
    String text = Files.readString(folder.resolve(file));
    int at = text.indexOf(good);
    assertThat(at).as("the test edits '%s', which must be in %s", good, file).isNotNegative();
    int editedLine =
        1 + (int) text.substring(0, at).lines().count() - (startsLine(text, at) ? 0 : 1);

    Files.writeString(
        folder.resolve(file), text.substring(0, at) + bad + text.substring(at + good.length()));

    assertThatExceptionOfType(PlaybookException.class)
        .as(damage)
        .isThrownBy(() -> Playbooks.in(folder).read())
        .withMessageStartingWith(file + ", line " + (editedLine + lineFromEdit) + ": " + complaint);
  }

  private static boolean startsLine(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeFiles")
  void aWholeFileThatIsWrongIsNamedToo(String damage, String file, String text, String complaint)
      throws IOException {
    BuiltInPlaybook.copyTo(folder);

    Files.writeString(folder.resolve(file), text);

    assertThatExceptionOfType(PlaybookException.class)
        .as(damage)
        .isThrownBy(() -> Playbooks.in(folder).read())
        .withMessage(file + complaint);
  }

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        arguments("empty", "facts.yaml", "", ": the file is empty"),
        arguments("only a comment", "facts.yaml", "# to do\n", ": the file is empty"),
        arguments(
            "only words",
            NO_REPLY,
            "They don't answer",
            ", line 1: here should stand names and values, such as 'title: …'"),
        arguments(
            "only a list",
            NO_REPLY,
            "\n- They don't answer\n",
            ", line 2: here should stand names and values, such as 'title: …'"));
  }

  @ParameterizedTest
  @MethodSource("everyFile")
  void aMissingFileIsNamedWithWhereToGetIt(String file) throws IOException {
    BuiltInPlaybook.copyTo(folder);

    Files.delete(folder.resolve(file));

    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(
            () -> {
              PlaybookReader reader = Playbooks.in(folder);
              reader.read();
              // Read when somebody tracks something.
              reader.trackingLexicon();
              reader.dateWords();
            })
        .withMessage(file + ": the file is missing; copy it from config/playbook");
  }

  /** Every file but the one that only says why techniques were left out. */
  static Stream<String> everyFile() throws IOException {
    return BuiltInPlaybook.files().stream()
        .map(file -> BuiltInPlaybook.folder().relativize(file).toString().replace('\\', '/'))
        .filter(file -> !file.equals("techniques-left-out.yaml"));
  }

  @Test
  void aFolderThatDoesNotExistIsNamedWithTheSettingThatNamesIt() {
    Path missing = folder.resolve("no-such-folder");

    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> Playbooks.in(missing))
        .withMessage(missing + ": there is no such folder; PUSHBACK_PLAYBOOK names it");
  }

  @Test
  void aFileInsteadOfAFolderIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("playbook.yaml"), "title: x");

    assertThatExceptionOfType(PlaybookException.class)
        .isThrownBy(() -> Playbooks.in(file))
        .withMessage(file + ": there is no such folder; PUSHBACK_PLAYBOOK names it");
  }
}
