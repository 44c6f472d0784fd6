package dev.pushback.coach;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.situation.Situation;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What buttons and forms say holds nothing that people wrote: it leaves the house with every card,
 * and is kept by the platform.
 */
final class SafeCommands {
  /** Those that the help doesn't name. */
  private static final Set<String> HIDDEN =
      Set.of("theirs", "ours", "home", "usual", "special", "case", "check:");

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|id-\\d+|[fp]\\d+";
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d|\\d{1,2}|in|days|tomorrow|yesterday";
  private static final String FIXED =
      "now|words|waiting|partners|cases|you|limit|limits|names|amounts|keep|on|off|me|new|again|[0-9a-f]{6,64}";
  private static final String SITUATIONS =
      Arrays.stream(Situation.values()).map(Situation::id).collect(joining("|"));

  private static final String DRAFTS =
      Arrays.stream(DraftProblem.values()).map(DraftProblem::id).collect(joining("|"));

  private static final Pattern REST =
      Pattern.compile(
          "(?: (?:" + String.join("|", ID, "@\\w+", DAY, FIXED, SITUATIONS, DRAFTS) + "))* ?");

  private static final Set<String> VERBS =
      Stream.concat(TestCoach.fresh().examples().stream().map(SafeCommands::verb), HIDDEN.stream())
          .collect(toUnmodifiableSet());

  private SafeCommands() {}

  private static String verb(String command) {
    return command.replaceFirst(" .*", "");
  }

  /** Fails if a button or a form of the card says anything but fixed words, ids and days. */
  static void check(Card card) {
    Stream<String> options =
        card.blocks().stream()
            .filter(Block.Form.class::isInstance)
            .flatMap(form -> ((Block.Form) form).fields().stream())
            .filter(field -> field.kind() instanceof Block.Kind.OneOf)
            .flatMap(field -> ((Block.Kind.OneOf) field.kind()).options().stream())
            .map(Block.Option::value)
            .filter(value -> !value.matches("[a-z-]{1,20}"));
    assertThat(options).allSatisfy(value -> assertThat(value).matches(ID));
    assertThat(card.numbered())
        .extracting(Block.Button::command)
        .allSatisfy(
            command -> {
              assertThat(VERBS).as(command).contains(verb(command));
              assertThat(command.substring(verb(command).length())).as(command).matches(REST);
            });
  }
}
