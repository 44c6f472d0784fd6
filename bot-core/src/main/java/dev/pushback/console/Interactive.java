package dev.pushback.console;

import dev.pushback.card.Block.Button;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A conversation line by line; a number presses the button with that number. */
final class Interactive {
  private static final Person ME = new Person("console", "me");

  private final Function<Utterance, Reply> coach;
  private final Screen screen;
  private final Bugs bugs;
  private List<Button> buttons = List.of();
  private boolean complained;

  /**
   * @param coach answers
   */
  Interactive(Function<Utterance, Reply> coach, Screen screen, Bugs bugs) {
    this.coach = coach;
    this.screen = screen;
    this.bugs = bugs;
  }

  /**
   * Talks until the input ends or the person leaves.
   *
   * @param lines asks for a line, given what to have typed already; empty at the end
   */
  void talk(Function<String, Optional<String>> lines) {
    talk(lines, () -> {});
  }

  /**
   * Talks until the input ends or the person leaves.
   *
   * @param beforeEachPrompt what else there is to see to while nobody types; not between a button
   *     and the words it asks for
   */
  void talk(Function<String, Optional<String>> lines, Runnable beforeEachPrompt) {
    screen.show(
        Card.of(
            "pushback",
            "Tell me what an outside partner wants and what you'd like instead. Only you see what I"
                + " say. Type help for more, quit to leave."));
    seeTo(beforeEachPrompt);
    Optional<String> line = lines.apply("");
    while (line.isPresent() && !isFarewell(line.get())) {
      String started = "";
      Optional<Button> pressed = button(line.get());
      if (pressed.isPresent() && pressed.get().asksForMore()) {
        started = pressed.get().command();
      } else if (pressed.isEmpty() && line.get().strip().matches("\\d{1,2}")) {
        screen.out().println("There is no button " + line.get().strip() + " here.");
      } else if (!line.get().isBlank()) {
        say(pressed.map(Button::command).orElse(line.get()));
      }
      if (started.isEmpty()) {
        seeTo(beforeEachPrompt);
      }
      line = lines.apply(started);
    }
  }

  /** What fails is noted, once: the person has come for something else. */
  private void seeTo(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!complained) {
        complained = true;
        screen
            .out()
            .println("I can't bring up what is due just now, reference " + bugs.note(e) + ".");
      }
    }
  }

  /**
   * Shows something that the person didn't ask for; its buttons can be pressed like those of a
   * reply.
   *
   * @return whether the screen took it
   */
  boolean bringUp(Card card) {
    buttons = card.numbered();
    screen.out().println();
    screen.show(card);
    return !screen.out().checkError();
  }

  /** One turn; a bug in it does not end the conversation. */
  private void say(String text) {
    screen.out().println();
    try {
      Reply reply = coach.apply(new Utterance(ME, text));
      buttons = reply.card().numbered();
      screen.show(reply.card());
    } catch (RuntimeException e) {
      screen
          .out()
          .println(
              "Something went wrong that is no fault of yours, reference "
                  + bugs.note(e)
                  + ". Nothing you said before is lost.");
    }
  }

  private static boolean isFarewell(String line) {
    String word = line.strip();
    return word.equalsIgnoreCase("quit") || word.equalsIgnoreCase("exit");
  }

  private Optional<Button> button(String line) {
    String digits = line.strip();
    if (!digits.matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= buttons.size()
        ? Optional.of(buttons.get(number - 1))
        : Optional.empty();
  }
}
