package dev.pushback.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tables of texts by other people that tone is learned from. */
public final class PublicData {
  static final String POLITENESS = "politeness_requests.csv";
  static final String OFFERS = "offers_warm_tough.csv";
  static final String INCIVILITY = "incivility.csv";
  static final String RECEPTIVENESS = "receptiveness.csv";
  static final String ASKS = "contains_ask.csv";

  private static final List<String> FILES =
      List.of(POLITENESS, OFFERS, INCIVILITY, RECEPTIVENESS, ASKS);
  private static final String TEXT = "text";

  private final Path folder;

  private PublicData(Path folder) {
    this.folder = folder;
  }

  /** A text and what people said of it. */
  record Row(String text, String answer, String place) {
    /**
     * The answer as a number.
     *
     * @throws IOException naming the file and line if it isn't one
     */
    double score() throws IOException {
      try {
        return Double.parseDouble(answer);
      } catch (NumberFormatException e) {
        throw new IOException(place + ": \"" + answer + "\" is no number", e);
      }
    }

    /**
     * Whether the answer is yes.
     *
     * @throws IOException naming the file and line if it is neither 1 nor 0
     */
    boolean yes() throws IOException {
      return switch (answer) {
        case "1" -> true;
        case "0" -> false;
        default -> throw new IOException(place + ": \"" + answer + "\" is neither 1 nor 0");
      };
    }
  }

  /**
   * The data in the one folder that somebody named; if there is none, that is said.
   *
   * @param words what was typed behind the command
   * @param command what was to be done
   */
  static Optional<PublicData> named(List<String> words, String command, PrintStream err) {
    if (words.size() != 1) {
      err.println(
          "pushback: %s needs the folder of the data: ./pushback %s FOLDER"
              .formatted(command, command));
      return Optional.empty();
    }
    Path folder = Path.of(words.get(0));
    Optional<PublicData> data = in(folder);
    if (data.isEmpty()) {
      explain(folder, err);
    }
    return data;
  }

  /**
   * The data in a folder or in its subfolder {@code public}.
   *
   * @return nothing if a table is missing in both; {@link #missing} tells which
   */
  public static Optional<PublicData> in(Path folder) {
    return missing(folder).isEmpty()
        ? Optional.of(new PublicData(within(folder)))
        : Optional.empty();
  }

  /** The tables that aren't there. */
  public static List<Path> missing(Path folder) {
    return FILES.stream()
        .map(within(folder)::resolve)
        .filter(file -> !Files.isRegularFile(file))
        .toList();
  }

  private static Path within(Path folder) {
    Path inner = folder.resolve("public");
    return Files.isDirectory(inner) ? inner : folder;
  }

  /**
   * The rows of a table that have an answer.
   *
   * @param file one of this class's
   * @param column what the answers are called
   * @throws IOException naming the file and line if it isn't such a table
   */
  List<Row> rows(String file, String column) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
        MappingIterator<Map<String, String>> lines =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      boolean any = lines.hasNext();
      checkHeader(file, column, (CsvSchema) lines.getParser().getSchema());
      while (any) {
        String place = file + ", line " + lines.getParser().currentLocation().getLineNr();
        Map<String, String> cells = lines.next();
        String answer = cells.getOrDefault(column, "");
        if (!answer.isBlank()) {
          rows.add(new Row(cells.getOrDefault(TEXT, ""), answer, place));
        }
        any = lines.hasNext();
      }
    } catch (RuntimeJsonMappingException e) {
      throw new IOException(file + place(e.getCause()) + ": this is no table of texts", e);
    } catch (JsonProcessingException e) {
      throw new IOException(file + place(e) + ": this is no table of texts", e);
    }
    return rows;
  }

  private static void checkHeader(String file, String column, CsvSchema header) throws IOException {
    if (header.column(TEXT) == null || header.column(column) == null) {
      throw new IOException(
          file
              + ", line 1: the columns should be "
              + TEXT
              + " and "
              + column
              + ", not "
              + header.getColumnDesc());
    }
  }

  private static String place(@Nullable Throwable e) {
    return e instanceof JsonProcessingException known && known.getLocation() != null
        ? ", line " + known.getLocation().getLineNr()
        : "";
  }

  /** Says which tables aren't there. */
  static void explain(Path folder, PrintStream err) {
    err.println("pushback: the data aren't in " + folder + "; missing:");
    missing(folder).forEach(file -> err.println("  " + file));
    err.println("The README says under Credits where they are from.");
  }
}
