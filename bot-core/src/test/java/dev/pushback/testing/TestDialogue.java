package dev.pushback.testing;

import dev.pushback.card.Block.Button;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.NudgeCards;
import dev.pushback.nudge.Lookup;
import dev.pushback.nudge.Messenger;
import dev.pushback.nudge.Nudge;
import dev.pushback.nudge.NudgeEngine;
import dev.pushback.nudge.Outcome;
import dev.pushback.nudge.Sought;
import dev.pushback.people.Person;
import dev.pushback.store.AlarmClock;
import dev.pushback.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A conversation with the coach as the dialogues of the core are written: lines are said, numbers
 * press buttons, and the clock is moved.
 */
public final class TestDialogue implements AutoCloseable {
  private static final Path DIALOGUES = Path.of("../bot-core/src/test/resources/dialogues");
  private static final Pattern SAYS = Pattern.compile("([a-z]*)> (.*)");

  private final TestCoach.Clock clock = TestCoach.clock();
  private final Store store = TestCoach.store(clock);
  private final Coach coach = TestCoach.coach(store);
  private final List<Nudge> nudges = new ArrayList<>();
  private final NudgeEngine engine =
      new NudgeEngine(
          store,
          new NudgeCards(TestCoach.knowledge(), ZoneOffset.UTC).rules(),
          Map.of("slack", new Inbox(nudges)),
          NudgeEngine.Settings.of(AlarmClock.Pace.FILE),
          clock,
          () -> 0,
          step -> {});
  private List<Button> buttons = List.of();
  private String started = "";
  private String saidLast = "";

  /** Every dialogue of the core. */
  public static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(DIALOGUES)) {
      return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /** All that the coach shows in a dialogue, its nudges among it. */
  public static List<Reply> replies(Path file) throws IOException {
    List<Reply> replies = new ArrayList<>();
    try (TestDialogue dialogue = new TestDialogue()) {
      for (String line : Files.readAllLines(file)) {
        Matcher says = SAYS.matcher(line);
        if (says.matches()) {
          dialogue
              .say(says.group(1).isEmpty() ? "ada" : says.group(1), says.group(2))
              .ifPresent(replies::add);
        } else if (line.startsWith("~ ")) {
          replies.addAll(dialogue.later(line.substring(2)));
        }
      }
    }
    return replies;
  }

  /** Ada says it, and the coach answers. */
  public Reply say(String words) {
    return say("ada", words).orElseThrow();
  }

  /**
   * Somebody says it.
   *
   * @param words a number presses the button with that number
   * @return nothing if a button was pressed that asks for more words
   */
  public Optional<Reply> say(String who, String words) {
    String said = started + words;
    if (started.isEmpty() && words.matches("\\d{1,2}")) {
      Button pressed = buttons.get(Integer.parseInt(words) - 1);
      if (pressed.asksForMore()) {
        started = pressed.command();
        return Optional.empty();
      }
      said = pressed.command();
    }
    started = "";
    saidLast = said;
    Reply reply = coach.reply(new Utterance(new Person("slack:T1", who), said));
    buttons = reply.card().numbered();
    return Optional.of(reply);
  }

  /** The words that the last line or button said. */
  public String saidLast() {
    return saidLast;
  }

  /** What the clock shows. */
  public Instant now() {
    return clock.instant();
  }

  /** Time passes, and what is due is brought up: "3 working days later". */
  public List<Reply> later(String words) {
    clock.set(Passing.after(clock.instant(), words));
    nudges.clear();
    engine.tick();
    List<Reply> shown = new ArrayList<>();
    for (Nudge nudge : nudges) {
      Card card = nudge.card();
      shown.add(new Reply(card, true));
      buttons = card.numbered();
    }
    return shown;
  }

  @Override
  public void close() {
    engine.close();
    store.close();
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
}
