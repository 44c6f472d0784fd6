package dev.pushback.console;

import dev.pushback.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line, parsed. */
@Command(
    name = "pushback",
    sortOptions = false,
    description = "Words for pushing back on an outside partner, politely.",
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "pushback [options] \"what they want, and what you'd like instead\"",
      "       pushback [options] <command> …      one of what you can say, below",
      "       pushback                            a conversation",
      "       pushback check -                    checks a draft from a pipe or a file",
      "       pushback jsonl                      JSON Lines in and out",
      "       pushback evaluate [FOLDER]          how well texts are read",
      "       pushback evaluate clock [FOLDER]    how well waits are told from delays",
      "       pushback evaluate tone FOLDER       how well the tone of drafts is read",
      "       pushback train FOLDER               learn a playbook's examples",
      "       pushback train tone FOLDER          learn tone from public data",
      "       pushback doctor                     what is wrong, and how to mend it",
      "       pushback backup FILE                a copy, also while the coach runs",
      "       pushback restore FILE [--force]     puts it back, while the coach is stopped",
      "       pushback restored                   notes that pg_restore put a copy back",
      "       pushback export FILE|-              all that is kept of you, as JSON",
      "       pushback forget --yes               erases all of that",
      "       pushback rekey                      encrypts all anew with the first key",
      "       pushback slack, pushback teams      say how they will be configured",
      ""
    })
final class Arguments {
  @Option(
      names = "--round",
      paramLabel = "N",
      description = "which exchange about this item it is (1)")
  private int round = 1;

  @Option(names = "--firmness", paramLabel = "F", description = "gentle, steady or firm (steady)")
  private String firmness = "steady";

  @Option(names = "--channel", paramLabel = "C", description = "chat or email (chat)")
  private String channel = "chat";

  @Option(
      names = "--partner",
      paramLabel = "KIND",
      description = "the kind of partner, such as vendor or government")
  private String partner = "";

  @Option(
      names = "--budget",
      paramLabel = "FACT",
      description = "your budget, if you can stand behind it")
  private String budget = "";

  @Option(
      names = "--deadline",
      paramLabel = "FACT",
      description = "an outside date you have to meet")
  private String deadline = "";

  @Option(
      names = "--quote",
      paramLabel = "FACT",
      description = "another vendor's real and current quote")
  private String quote = "";

  @Option(
      names = "--boss",
      paramLabel = "WISH",
      description = "what your boss wants, if they agreed to be named")
  private String boss = "";

  @Option(names = "--tenant", paramLabel = "T", description = "export, forget: of which workspace")
  private String tenant = "";

  @Option(names = "--user", paramLabel = "U", description = "export, forget: of whom")
  private String user = "";

  @Option(names = "--yes", description = "forget: do it")
  private boolean yes;

  @Option(names = "--force", description = "restore: replace what is there")
  private boolean force;

  @Option(
      names = {"-h", "--help"},
      description = "this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "the version")
  private boolean version;

  @Parameters(paramLabel = "WORDS", hidden = true)
  private List<String> words = new ArrayList<>();

  /** The words that name a task if they stand first, and how many more may follow. */
  private static final Map<String, Named> TASKS =
      Map.of(
          "jsonl", new Named(Task.JSON_LINES, 0),
          "train", new Named(Task.TRAIN, 2),
          "evaluate", new Named(Task.EVALUATE, 2),
          "doctor", new Named(Task.DOCTOR, 0),
          "backup", new Named(Task.BACKUP, 1),
          "restore", new Named(Task.RESTORE, 1),
          "restored", new Named(Task.RESTORED, 0),
          "export", new Named(Task.EXPORT, 1),
          "forget", new Named(Task.FORGET, 0),
          "rekey", new Named(Task.REKEY, 0));

  private record Named(Task task, int most) {}

  /** What there is to do. */
  enum Task {
    TALK,
    JSON_LINES,
    TRAIN,
    EVALUATE,
    DOCTOR,
    BACKUP,
    RESTORE,
    RESTORED,
    EXPORT,
    FORGET,
    REKEY,
    HELP,
    VERSION
  }

  /** A command line that cannot be understood. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  private Arguments() {}

  static Arguments parse(String[] args) throws UsageException {
    Arguments arguments = new Arguments();
    if (Stream.of(args).noneMatch(arg -> arg.startsWith("-"))) {
      // Plain words, as nearly always: asking picocli takes a tenth of the whole start.
      arguments.words = List.of(args);
      return arguments;
    }
    try {
      new CommandLine(arguments)
          .setUnmatchedOptionsArePositionalParams(false)
          .setExpandAtFiles(false)
          .parseArgs(args);
    } catch (ParameterException e) {
      throw new UsageException(e.getMessage() + suggestion(e) + "\nTry: ./pushback --help");
    }
    check("--firmness", arguments.firmness, List.of("gentle", "steady", "firm"));
    check("--channel", arguments.channel, List.of("chat", "email"));
    if (arguments.round < 1 || arguments.round > 9) {
      throw new UsageException("--round must be from 1 to 9, not " + arguments.round);
    }
    if (arguments.partner.indexOf(' ') >= 0) {
      throw new UsageException("--partner takes one word, such as vendor or government");
    }
    if (arguments.tenant.isBlank() != arguments.user.isBlank()) {
      throw new UsageException("--tenant and --user go together");
    }
    return arguments;
  }

  /** The nearest option, for an option that doesn't exist. */
  private static String suggestion(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String typed = unmatched.getUnmatched().get(0);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
        .min(
            Comparator.comparing((String name) -> distance.apply(typed, name))
                .thenComparing(name -> name))
        .map(nearest -> ". Did you mean " + nearest + "?")
        .orElse("");
  }

  private static void check(String option, String value, List<String> allowed)
      throws UsageException {
    if (!allowed.contains(value)) {
      throw new UsageException(
          option + " must be one of " + String.join(", ", allowed) + ", not " + value);
    }
  }

  static String usage() {
    return new CommandLine(new Arguments()).getUsageMessage() + "\n";
  }

  /** The words that name a task. */
  static Set<String> tasks() {
    return TASKS.keySet();
  }

  Task task() {
    if (help) {
      return Task.HELP;
    }
    if (version) {
      return Task.VERSION;
    }
    return named().map(Named::task).orElse(Task.TALK);
  }

  private Optional<Named> named() {
    return words.stream()
        .findFirst()
        .map(TASKS::get)
        .filter(named -> words.size() - 1 <= named.most);
  }

  /** The words, without the one that named the task. */
  List<String> words() {
    return List.copyOf(named().isPresent() ? words.subList(1, words.size()) : words);
  }

  /** What stands alone behind {@code check}: a draft, or "-" for the input. */
  Optional<String> draft() {
    return words.size() == 2 && words.get(0).equals("check")
        ? Optional.of(words.get(1))
        : Optional.empty();
  }

  /** Of whom, for tasks about one person's data; the person at the console if nobody is named. */
  Person personOr(Person me) {
    return new Person(tenant.isBlank() ? me.tenant() : tenant, user.isBlank() ? me.user() : user);
  }

  boolean yes() {
    return yes;
  }

  boolean force() {
    return force;
  }

  /** The options as commands: what they stand for can be typed in a conversation as well. */
  List<String> saidAfterwards() {
    List<String> said = new ArrayList<>();
    add(said, "fact budget ", budget);
    add(said, "fact deadline ", deadline);
    add(said, "fact quote ", quote);
    add(said, "fact boss agreed: ", boss);
    add(said, "partner ", partner);
    if (!firmness.equals("steady")) {
      said.add(firmness.equals("gentle") ? "softer" : "firmer");
    }
    if (channel.equals("email")) {
      said.add("email");
    }
    if (round > 1) {
      said.add("round " + round);
    }
    return said;
  }

  private static void add(List<String> said, String command, String value) {
    if (!value.isBlank()) {
      said.add(command + value);
    }
  }
}
