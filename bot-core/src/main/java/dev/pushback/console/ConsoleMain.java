package dev.pushback.console;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.pushback.chat.Reply;
import dev.pushback.chat.Utterance;
import dev.pushback.coach.Coach;
import dev.pushback.coach.Knowledge;
import dev.pushback.operating.Loading;
import dev.pushback.operating.Opening;
import dev.pushback.people.Person;
import dev.pushback.playbook.PlaybookException;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import dev.pushback.training.EvaluateMain;
import dev.pushback.training.TrainMain;
import dev.pushback.training.TrainToneMain;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The console: one question, a conversation, or JSON Lines. Reads the environment; nobody else
 * does.
 */
public final class ConsoleMain {
  private static final Person ME = new Person("console", "me");
  private static final int COULD_NOT_HELP = 1;
  private static final int USAGE = 2;
  private static final int DEFAULT_WIDTH = 80;
  private static final int WIDEST = 100;

  /** Characters of a draft from a pipe; more than any that is checked. */
  private static final int MOST_INPUT = 10_000;

  /** Bytes that AES-GCM wants to be different each time. */
  private static final int NONCE = 12;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  private ConsoleMain(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs and exits: 0 done, 1 could not help, 2 wrong usage.
   *
   * @param args options and words
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = new ConsoleMain(System.getenv(), out, err).run(args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }

  private int run(String[] args) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (Arguments.UsageException e) {
      err.println("pushback: " + e.getMessage());
      return USAGE;
    }
    try {
      return switch (arguments.task()) {
        case HELP -> help();
        case VERSION -> version();
        case JSON_LINES -> jsonLines();
        case TRAIN -> train(arguments);
        case EVALUATE -> EvaluateMain.run(arguments.words(), out, err);
        case DOCTOR -> Examination.run(opening(), out);
        case BACKUP -> upkeep().backup(arguments.words());
        case RESTORE -> upkeep().restore(arguments.words(), arguments.force());
        case EXPORT -> upkeep().export(arguments.words(), arguments.personOr(ME));
        case FORGET -> upkeep().forget(arguments.personOr(ME), arguments.yes());
        case RESTORED -> upkeep().restored();
        case REKEY -> upkeep().rekey();
        case TALK -> arguments.words().isEmpty() ? talk() : once(arguments);
      };
    } catch (PlaybookException e) {
      err.println("pushback: the playbook can't be used. " + e.getMessage());
      return USAGE;
    } catch (IOException | StoreException e) {
      err.println("pushback: " + e.getMessage());
      return COULD_NOT_HELP;
    } catch (RuntimeException e) {
      err.println(
          "pushback: something went wrong that is no fault of yours, reference " + bugs().note(e));
      return COULD_NOT_HELP;
    }
  }

  private Upkeep upkeep() {
    return new Upkeep(opening(), out, err);
  }

  /** How the memory is opened: with real ids, real chance and the real time. */
  private Opening opening() {
    SecureRandom random = new SecureRandom();
    return new Opening(
        environment,
        dataPath(),
        () -> UuidCreator.getTimeOrderedEpoch().toString(),
        () -> {
          byte[] nonce = new byte[NONCE];
          random.nextBytes(nonce);
          return nonce;
        },
        InstantSource.system());
  }

  private Bugs bugs() {
    Path folder = dataPath();
    return new Bugs(
        Files.isWritable(folder) ? Optional.of(folder.resolve("bugs.log")) : Optional.empty(),
        () -> Long.toHexString(ThreadLocalRandom.current().nextLong()));
  }

  private int help() {
    out.print(Arguments.usage());
    screen(width()).show(Coach.help(Loading.load(environment)));
    return 0;
  }

  private int version() {
    Package here = ConsoleMain.class.getPackage();
    out.println(
        "pushback " + Optional.ofNullable(here.getImplementationVersion()).orElse("(development)"));
    return 0;
  }

  private int jsonLines() throws IOException {
    JsonLines lines = new JsonLines(Loading.load(environment), bugs());
    try (BufferedReader in = input();
        BufferedWriter answers =
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      lines.run(in, answers);
    }
    return 0;
  }

  private int train(Arguments arguments) throws IOException {
    if (arguments.words().size() == 2 && arguments.words().get(0).equals("tone")) {
      return TrainToneMain.run(arguments.words().subList(1, 2), out, err);
    }
    if (arguments.words().size() != 1) {
      err.println("pushback: train needs the folder of a playbook: ./pushback train FOLDER");
      return USAGE;
    }
    Path folder = Path.of(arguments.words().get(0));
    out.println(
        "Learned from " + folder.resolve("examples") + ": " + TrainMain.train(folder, folder));
    return 0;
  }

  private int once(Arguments arguments) throws IOException {
    if (arguments.draft().isPresent() && !arguments.saidAfterwards().isEmpty()) {
      err.println(
          "pushback: check takes no options; a draft is checked against the case you talked about"
              + " last");
      return USAGE;
    }
    Supplier<Knowledge> knowledge = Loading.begin(environment);
    try (Store store = opening().store()) {
      return once(arguments, new Coach(knowledge.get(), store, ZoneId.systemDefault()));
    }
  }

  private int once(Arguments arguments, Coach coach) throws IOException {
    List<String> said = new ArrayList<>();
    said.add(said(arguments));
    said.addAll(arguments.saidAfterwards());
    Reply reply = coach.reply(new Utterance(ME, said.get(0)));
    for (String more : said.subList(1, said.size())) {
      if (reply.helped()) {
        reply = coach.reply(new Utterance(ME, more));
      }
    }
    screen(width()).show(reply.card());
    return reply.helped() ? 0 : COULD_NOT_HELP;
  }

  /** A draft may also come from a pipe or a file, where it keeps its lines. */
  private static String said(Arguments arguments) throws IOException {
    Optional<String> draft = arguments.draft();
    if (draft.isEmpty()) {
      return String.join(" ", arguments.words());
    }
    return "check: " + (draft.get().equals("-") ? fromInput() : draft.get());
  }

  /** All of the input, or so much of it that it is too long in any case. */
  private static String fromInput() throws IOException {
    try (BufferedReader in = input()) {
      char[] text = new char[MOST_INPUT];
      int length = 0;
      int read = in.read(text, 0, MOST_INPUT);
      while (read > 0) {
        length += read;
        read = in.read(text, length, MOST_INPUT - length);
      }
      return new String(text, 0, length);
    }
  }

  private int talk() throws IOException {
    checkDataFolder();
    Supplier<Knowledge> knowledge = Loading.begin(environment);
    Opening opening = opening();
    try (Store store = opening.store()) {
      Talk talk =
          new Talk(
              opening,
              knowledge.get(),
              ZoneId.systemDefault(),
              System::nanoTime,
              line -> err.println("pushback: " + line));
      return talk(talk, store, opening.history());
    }
  }

  private int talk(Talk talk, Store store, Path history) throws IOException {
    if (!isTerminal()) {
      talk.run(store, ME, screen(width()), bugs(), Lines.from(input()));
      return 0;
    }
    try (Terminal terminal = terminal()) {
      int columns = terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : width();
      talk.run(store, ME, screen(Math.min(columns, WIDEST)), bugs(), Lines.from(terminal, history));
    }
    return 0;
  }

  /** Whether a person sits at the other end, and not a pipe or a file. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on the launcher asks for the old behaviour
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static Terminal terminal() throws IOException {
    // Asking the terminal about grapheme clusters takes a quarter of a second where it doesn't
    // answer.
    System.setProperty("org.jline.terminal.graphemeCluster", "false");
    return TerminalBuilder.builder().system(true).dumb(true).build();
  }

  /** The history of typed lines is kept there. */
  private void checkDataFolder() throws IOException {
    Path folder = dataPath();
    boolean named = !environment.getOrDefault("PUSHBACK_DATA", "").isBlank();
    if (!named && !Files.exists(folder)) {
      Files.createDirectories(folder);
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "the data folder "
              + folder
              + " doesn't exist; create it, or set PUSHBACK_DATA to another");
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "the data folder "
              + folder
              + " can't be written to; allow it, or set PUSHBACK_DATA to another");
    }
  }

  private Path dataPath() {
    String named = environment.getOrDefault("PUSHBACK_DATA", "");
    return named.isBlank()
        ? Path.of(environment.getOrDefault("HOME", "."), ".pushback")
        : Path.of(named);
  }

  private Screen screen(int width) {
    boolean colours =
        isTerminal()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(out, width, colours);
  }

  private int width() {
    try {
      return Math.min(WIDEST, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  private static BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
