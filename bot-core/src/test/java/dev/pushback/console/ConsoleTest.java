package dev.pushback.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.TestCoach;
import dev.pushback.console.Arguments.Task;
import dev.pushback.console.Arguments.UsageException;
import dev.pushback.people.Person;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The coach in a terminal: the command line, and a conversation line by line. */
class ConsoleTest {
  private static final String KICK_OFF = "they want the kick-off in February, we need April";

  // The command line

  @ParameterizedTest
  @CsvSource({
    "--rond, --round",
    "--firmnes, --firmness",
    "--firmnesss, --firmness",
    "--bugdet, --budget",
    "--deadlin, --deadline",
    "--chanel, --channel",
    "--partnr, --partner",
    "--verison, --version",
    "--hlep, --help",
    "--qoute, --quote",
    "--Round, --round"
  })
  void anUnknownOptionNamesTheNearestOne(String typed, String meant) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Arguments.parse(new String[] {typed, "2", KICK_OFF}))
        .withMessageContaining(typed)
        .withMessageContaining("Did you mean " + meant + "?")
        .withMessageContaining("./pushback --help");
  }

  @ParameterizedTest
  @CsvSource({
    "--round, 0, from 1 to 9",
    "--round, 10, from 1 to 9",
    "--round, two, --round",
    "--firmness, hard, 'gentle, steady, firm'",
    "--channel, fax, 'chat, email'"
  })
  void aWrongValueSaysWhichAreRight(String option, String value, String says) {
    assertThatThrownBy(() -> Arguments.parse(new String[] {option, value, KICK_OFF}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(says);
  }

  @Test
  void anOptionWithoutItsValueIsWrongUsage() {
    assertThatThrownBy(() -> Arguments.parse(new String[] {KICK_OFF, "--budget"}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--budget");
  }

  @ParameterizedTest
  @CsvSource({
    "'', TALK",
    "they want it cheaper, TALK",
    "jsonl, JSON_LINES",
    "jsonl please, TALK",
    "train folder, TRAIN",
    "train tone folder, TRAIN",
    "evaluate tone folder, EVALUATE",
    "evaluate, EVALUATE",
    "evaluate folder, EVALUATE",
    "evaluate the offer with me, TALK",
    "train station is closed, TALK",
    "doctor, DOCTOR",
    "doctor Who called again, TALK",
    "backup copy.db, BACKUP",
    "backup, BACKUP",
    "backup the vendor can't do it, TALK",
    "restore copy.db --force, RESTORE",
    "export -, EXPORT",
    "export duties are theirs, TALK",
    "forget --yes, FORGET",
    "forget the discount, TALK",
    "rekey, REKEY",
    "--help, HELP",
    "-h, HELP",
    "--version, VERSION",
    "-V, VERSION",
    "help, TALK"
  })
  void theFirstWordNamesATaskOnlyIfTheRestFits(String line, Task task) throws UsageException {
    assertThat(arguments(line).task()).isEqualTo(task);
  }

  @Test
  void optionsBecomeWhatCouldBeTyped() throws UsageException {
    Arguments arguments =
        arguments(
            "--budget 8,000 --deadline friday --quote 7,500 --boss 15%off --partner vendor"
                + " --firmness firm --channel email --round 2 they want more");

    assertThat(arguments.saidAfterwards())
        .containsExactly(
            "fact budget 8,000",
            "fact deadline friday",
            "fact quote 7,500",
            "fact boss agreed: 15%off",
            "partner vendor",
            "firmer",
            "email",
            "round 2");
    assertThat(arguments.words()).containsExactly("they", "want", "more");
  }

  @Test
  void plainWordsNeedNothingAfterwards() throws UsageException {
    assertThat(arguments(KICK_OFF).saidAfterwards()).isEmpty();
    assertThat(arguments("--firmness gentle " + KICK_OFF).saidAfterwards())
        .containsExactly("softer");
  }

  @Test
  void theUsageNamesEveryOption() {
    assertThat(Arguments.usage())
        .contains("--round", "--firmness", "--channel", "--partner", "--budget", "--deadline")
        .contains("--quote", "--boss", "--help", "--version", "jsonl", "evaluate", "train");
  }

  @Test
  void theUsageNamesEveryTask() {
    assertThat(Arguments.tasks()).isNotEmpty().allMatch(task -> usageLine(task).isPresent());
  }

  private static Optional<String> usageLine(String task) {
    return Arguments.usage().lines().filter(line -> line.contains("pushback " + task)).findFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, Everything works.",
    "0, 1, Everything works. One thing to look at.",
    "1, 0, One thing doesn't work. Each line above says how to mend it.",
    "2, 3, 2 things don't work. Each line above says how to mend it. 3 things to look at."
  })
  void theDoctorSumsUp(long fails, long warns, String said) {
    assertThat(Examination.summary(fails, warns)).isEqualTo(said);
  }

  // A conversation

  @Test
  void aConversationShowsNumberedButtons() {
    assertThat(talk(KICK_OFF, "quit"))
        .contains("help for more, quit to leave.")
        .contains("They want it earlier than suits you (round 1, steady)")
        .contains("[1] Softer")
        .contains("[2] Firmer")
        .contains("[3] They answered …");
  }

  @Test
  void aNumberPressesTheButton() {
    assertThat(talk(KICK_OFF, "2", "quit")).contains("(round 1, firm)").doesNotContain("No words");
    assertThat(talk(KICK_OFF, " 1 ", "quit")).contains("(round 1, gentle)");
  }

  @Test
  void aButtonThatNeedsMoreBeginsTheNextLine() {
    List<String> begun = new ArrayList<>();
    Queue<String> typed =
        new ArrayDeque<>(List.of(KICK_OFF, "3", "answer we can't move it", "quit"));
    String shown =
        shown(
            started -> {
              begun.add(started);
              return Optional.ofNullable(typed.poll());
            });

    assertThat(begun).containsExactly("", "", "answer ", "");
    assertThat(shown).contains("> we can't move it").contains("(round 1)");
  }

  @Test
  void fromAPipeTheBeginningOfTheLineIsPutBeforeIt() {
    BufferedReader pipe =
        new BufferedReader(new StringReader(KICK_OFF + "\n3\nwe can't move it\nquit\n"));

    assertThat(shown(Lines.from(pipe))).contains("> we can't move it").contains("(round 1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quit", "exit", "QUIT", "  quit  "})
  void aFarewellEndsItAndNothingMoreIsRead(String farewell) {
    Queue<String> typed = new ArrayDeque<>(List.of(farewell, KICK_OFF));

    shown(started -> Optional.ofNullable(typed.poll()));

    assertThat(typed).containsExactly(KICK_OFF);
  }

  @Test
  void theEndOfTheInputEndsItToo() {
    assertThat(talk()).contains("pushback").doesNotContain("[1]");
  }

  @Test
  void aBlankLineSaysNothing() {
    assertThat(talk("", "   ", "\t", "quit")).isEqualTo(talk("quit"));
    assertThat(talk(KICK_OFF, "", "1", "quit")).contains("(round 1, gentle)");
  }

  @Test
  void aNumberWithoutAButtonIsAnsweredKindly() {
    assertThat(talk(KICK_OFF, "9", "quit"))
        .contains("There is no button")
        .contains("(round 1, steady)");
    assertThat(talk("1", "quit")).contains("There is no button");
    assertThat(talk(KICK_OFF, "0", "99", "quit")).contains("There is no button");
  }

  @Test
  void helpShowsEveryCommandWithAnExampleThatRuns() {
    Coach coach = TestCoach.fresh();
    String help = talk("help all", "quit").replaceAll("\\s+", " ");
    assertThat(coach.examples()).hasSizeGreaterThan(15).doesNotHaveDuplicates();

    coach.reply(new Utterance(new Person("help", "sam"), "name Sam"));

    for (String example : coach.examples()) {
      Person person = new Person("help", example);
      coach.reply(new Utterance(person, "reframe they just don't get it"));
      coach.reply(new Utterance(person, KICK_OFF));
      coach.reply(new Utterance(person, "track the signed NDA with Rivera by Friday"));
      coach.reply(new Utterance(person, "check Could you send it by Friday?"));
      Reply reply = coach.reply(new Utterance(person, example));
      assertThat(help).contains(example);
      assertThat(reply.helped()).as(example + ": " + reply.card().title()).isTrue();
    }
  }

  @Test
  void helpIsGroupedByWhatItIsAbout() {
    assertThat(talk("help", "quit").lines())
        .containsSubsequence(
            "Words to send",
            "What you wait for",
            "Partners and favours",
            "Cases and endings",
            "You");
  }

  @Test
  void whatGoesWrongBesideTheConversationIsToldOnceAndDoesNotEndIt() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Queue<String> typed = new ArrayDeque<>(List.of(KICK_OFF, "softer", "quit"));

    new Interactive(
            TestCoach.fresh()::reply,
            new Screen(out, 100, false),
            new Bugs(Optional.empty(), () -> "test"))
        .talk(
            started -> Optional.ofNullable(typed.poll()),
            () -> {
              throw new IllegalStateException("the database is away");
            });

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("I can't bring up what is due just now, reference test.")
        .contains("(round 1, gentle)")
        .doesNotContain("away");
  }

  @Test
  void withoutATerminalThereAreNoColours() {
    assertThat(talk(KICK_OFF, "quit")).doesNotContain("\u001b");
  }

  private static Arguments arguments(String line) throws UsageException {
    return Arguments.parse(line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  private static String talk(String... typed) {
    Queue<String> lines = new ArrayDeque<>(List.of(typed));
    return shown(started -> Optional.ofNullable(lines.poll()));
  }

  private static String shown(Function<String, Optional<String>> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new Interactive(
            TestCoach.fresh()::reply,
            new Screen(out, 100, false),
            new Bugs(Optional.empty(), () -> "test"))
        .talk(lines);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
