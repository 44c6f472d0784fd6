package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.coach.Command.Takes;
import dev.pushback.coach.Command.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be said: the main things on one screen, and the rest by what it is about. */
final class Help {
  private static final String TITLE = "What you can say";
  private static final String ALL = "all";

  /** A topic, all of them, or nothing. */
  static final Takes TAKES =
      new Takes.OneOf(
          Stream.concat(Stream.of("", ALL), Arrays.stream(Topic.values()).map(Topic::id))
              .collect(Collectors.toUnmodifiableSet()));

  /** What somebody needs in the first week. */
  private static final Set<String> MAIN =
      Set.of(
          "answer",
          "check",
          "facts",
          "reframe",
          "track",
          "waiting",
          "chase",
          "partners",
          "fair",
          "share",
          "cases",
          "report",
          "thanks",
          "me",
          "forget");

  /** What is no command: what happened, in a sentence. */
  private static final Block.Row FIRST =
      new Block.Row(
          "they want the kick-off in February, we need April",
          "Tell me in a sentence, and you get words to send.");

  private final List<Command> commands;

  /**
   * @param commands those to show, in their order
   */
  Help(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * What is asked for.
   *
   * @param rest a topic, "all", or nothing for the main things
   */
  Card of(String rest) {
    String wanted = rest.strip().toLowerCase(Locale.ROOT);
    Optional<Topic> topic =
        Arrays.stream(Topic.values()).filter(one -> one.id().equals(wanted)).findFirst();
    return topic.map(this::about).orElseGet(() -> wanted.equals(ALL) ? all() : main());
  }

  /** Everything, on one long card. */
  Card all() {
    List<Block> blocks = new ArrayList<>(greeting());
    for (Topic topic : Topic.values()) {
      blocks.add(new Block.Facts(topic.title(), rows(topic)));
    }
    return new Card(TITLE, blocks);
  }

  private Card main() {
    List<Block> blocks = new ArrayList<>(greeting());
    for (Topic topic : Topic.values()) {
      List<Block.Row> rows =
          Stream.concat(
                  topic == Topic.WORDS ? Stream.of(FIRST) : Stream.empty(),
                  of(topic)
                      .filter(command -> MAIN.contains(command.verb()))
                      .map(command -> new Block.Row(command.example(), command.help())))
              .toList();
      blocks.add(new Block.Facts(topic.title(), rows));
    }
    blocks.add(new Block.Note("There's more to each; help all shows everything at once."));
    blocks.add(topics(Optional.empty()));
    return new Card(TITLE, blocks);
  }

  private Card about(Topic topic) {
    return new Card(
        TITLE + ": " + topic.title().toLowerCase(Locale.ROOT),
        List.of(new Block.Facts("", rows(topic)), topics(Optional.of(topic))));
  }

  private static List<Block> greeting() {
    return List.of(
        new Block.Text(
            "I help you to hold your ground with partners outside your organisation, politely. Only"
                + " you see what I say."));
  }

  private static Block topics(Optional<Topic> shown) {
    return new Block.Buttons(
        Arrays.stream(Topic.values())
            .filter(topic -> !shown.equals(Optional.of(topic)))
            .map(topic -> new Block.Button(topic.title(), "help " + topic.id()))
            .toList());
  }

  private List<Block.Row> rows(Topic topic) {
    return Stream.concat(situation(topic), of(topic).map(Help::row)).toList();
  }

  private Stream<Command> of(Topic topic) {
    return commands.stream().filter(command -> command.topic() == topic);
  }

  private static Stream<Block.Row> situation(Topic topic) {
    return topic == Topic.WORDS
        ? Stream.of(
            new Block.Row(
                "<what they want, and what you'd like>",
                "Words to send, for example: they want the kick-off in February, we need April"))
        : Stream.empty();
  }

  private static Block.Row row(Command command) {
    String example =
        command.example().equals(command.usage()) ? "" : " For example: " + command.example();
    return new Block.Row(command.usage(), command.help() + example);
  }
}
