package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pushback.TestClock;
import dev.pushback.TestKnowledge;
import dev.pushback.card.Block.Button;
import dev.pushback.card.Card;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Utterance;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock;
import dev.pushback.store.Store;
import dev.pushback.store.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every Markdown file in {@code src/test/resources/dialogues} is a conversation with the coach.
 *
 * <pre>
 * &gt; what the person says; a number presses the button with that number
 *
 *     what the card shows, in this order; lines that follow each other stand together in the card
 *     …
 *     the dots stand for anything in between
 *     not: what must not appear anywhere in the card
 *
 * ~ 3 working days later
 * </pre>
 *
 * <p>It begins on a Tuesday at ten; a line with {@code ~} moves the clock, and what is brought up
 * then stands below it. {@code sam> hello} is said by somebody else.
 *
 * <p>Everything else is for the reader. White space, blank lines and the signs at the margin of a
 * card don't count.
 */
class DialoguesTest {
  private static final Path README = Path.of("../README.md");
  private static final Path DIALOGUES = Path.of("src/test/resources/dialogues");
  private static final Pattern SAYS = Pattern.compile("([a-z]*)> (.*)");
  private static final String LATER = "~ ";
  private static final String SHOWS = "    ";
  private static final String ANYTHING = "…";
  private static final String NOT = "not: ";
  private static final int WIDTH = 100;

  @TestFactory
  Stream<DynamicTest> dialogues() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(DIALOGUES)) {
      files = all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(15);
    return Stream.concat(
        files.stream()
            .map(
                file ->
                    dynamicTest(
                        title(file), file.toUri(), () -> run(file, Files.readAllLines(file)))),
        readme().stream()
            .map(lines -> dynamicTest("README: " + lines.get(0), () -> run(README, lines))));
  }

  /**
   * The dialogues of the README: what stands in code blocks behind a line with "dialogue:", up to
   * the next table or heading. Dots stand for anything, also within a line.
   */
  private static List<List<String>> readme() throws IOException {
    List<List<String>> dialogues = new ArrayList<>();
    boolean on = false;
    boolean code = false;
    for (String line : Files.readAllLines(README)) {
      if (line.startsWith("<!-- dialogue:")) {
        dialogues.add(new ArrayList<>());
        on = true;
      } else if (line.startsWith("```")) {
        code = !code;
      } else if (!code && (line.startsWith("|") || line.startsWith("#"))) {
        on = false;
      } else if (on && code) {
        add(line, dialogues.get(dialogues.size() - 1));
      }
    }
    assertThat(dialogues).hasSizeGreaterThanOrEqualTo(2);
    return dialogues;
  }

  private static void add(String line, List<String> dialogue) {
    if (SAYS.matcher(line).matches()) {
      dialogue.add(line);
      return;
    }
    for (String part : line.split(ANYTHING, -1)) {
      if (!part.replaceFirst("^[ |-]+", "").isBlank()) {
        dialogue.add(SHOWS + ANYTHING);
        dialogue.add(SHOWS + part.strip());
      }
    }
  }

  private static void run(Path file, List<String> lines) {
    Dialogue dialogue = new Dialogue(file);
    try {
      dialogue.run(lines);
    } finally {
      dialogue.engine.close();
      dialogue.store.close();
    }
  }

  private static String title(Path file) {
    return String.valueOf(file.getFileName()).replace(".md", "").replace('-', ' ');
  }

  /** Keeps what is sent. */
  private record Inbox(List<Nudge> nudges) implements Messenger {
    @Override
    public Outcome send(Nudge nudge) {
      nudges.add(nudge);
      return new Outcome.Sent(nudge.id());
    }

    @Override
    public Lookup find(Sought nudge) {
      return new Lookup.CannotTell();
    }
  }

  /** One conversation, and where in its file we are. */
  private static final class Dialogue {
    private final Path file;
    private final TestClock clock = new TestClock(TestCoach.TUESDAY, ZoneOffset.UTC);
    private final Store store = TestStores.inMemory(clock);
    private final Coach coach = TestCoach.with(store);
    private final List<Nudge> nudges = new ArrayList<>();
    private final NudgeEngine engine =
        new NudgeEngine(
            store,
            new NudgeCards(TestKnowledge.get(), ZoneOffset.UTC).rules(),
            Map.of("dialogue", new Inbox(nudges)),
            NudgeEngine.Settings.of(AlarmClock.Pace.FILE),
            clock,
            () -> 0,
            step -> {});
    private List<Button> buttons = List.of();
    private String started = "";
    private String card = "";
    private int found;
    private final List<String> chunk = new ArrayList<>();
    private int said;

    private Dialogue(Path file) {
      this.file = file;
    }

    private void run(List<String> lines) {
      int expectations = 0;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        Matcher says = SAYS.matcher(line);
        if (says.matches()) {
          shown(i);
          said = i + 1;
          say(says.group(1).isEmpty() ? "ada" : says.group(1), says.group(2));
        } else if (line.startsWith(LATER)) {
          shown(i);
          said = i + 1;
          later(line.substring(LATER.length()));
        } else if (line.startsWith(SHOWS)) {
          expectations++;
          expect(line.strip(), i + 1);
        } else if (!line.isBlank()) {
          shown(i);
        }
      }
      shown(lines.size());
      assertThat(expectations).as("%s expects something", file).isPositive();
    }

    /** Time passes, and what is due is brought up. */
    private void later(String words) {
      clock.move(words);
      nudges.clear();
      engine.tick();
      StringBuilder all = new StringBuilder();
      for (Nudge nudge : nudges) {
        SafeCommands.check(nudge.card());
        all.append("to ").append(nudge.to().user()).append(": ");
        all.append(TextCardWriter.write(nudge.card(), WIDTH, false)).append('\n');
        buttons = nudge.card().numbered();
      }
      card = nudges.isEmpty() ? "nothing comes up" : folded(all.toString());
      found = 0;
    }

    private void say(String who, String words) {
      if (started.isEmpty() && words.matches("\\d{1,2}")) {
        int number = Integer.parseInt(words);
        assertThat(buttons).as("buttons at %s:%s", file, said).hasSizeGreaterThanOrEqualTo(number);
        Button pressed = buttons.get(number - 1);
        if (pressed.asksForMore()) {
          started = pressed.command();
        } else {
          show(who, pressed.command());
        }
      } else {
        show(who, started + words);
        started = "";
      }
    }

    private void show(String who, String utterance) {
      Card reply = coach.reply(new Utterance(new Person("dialogue", who), utterance)).card();
      SafeCommands.check(reply);
      buttons = reply.numbered();
      card = folded(TextCardWriter.write(reply, WIDTH, false));
      found = 0;
    }

    private void expect(String line, int number) {
      if (line.equals(ANYTHING)) {
        shown(number);
      } else if (line.startsWith(NOT)) {
        shown(number);
        String unwanted = folded(line.substring(NOT.length()));
        if (card.toLowerCase(Locale.ROOT).contains(unwanted.toLowerCase(Locale.ROOT))) {
          fail("%s:%d must not show: %s%nbut the card was:%n%s", file, number, unwanted, card);
        }
      } else {
        chunk.add(line);
      }
    }

    /** Looks for the lines collected so far, after what was found before. */
    private void shown(int number) {
      if (chunk.isEmpty()) {
        return;
      }
      String wanted = folded(String.join("\n", chunk));
      chunk.clear();
      int place = card.indexOf(wanted, found);
      if (place < 0) {
        fail(
            "%s:%d must show%s: %s%nbut the card of line %d was:%n%s",
            file,
            number,
            card.contains(wanted) ? " (it does, but in another order)" : "",
            wanted,
            said,
            card);
      }
      found = place + wanted.length();
    }

    private static String folded(String text) {
      return text.lines()
          .map(line -> line.strip().replaceFirst("^[|>-](?: |$)", ""))
          .collect(Collectors.joining(" "))
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}
