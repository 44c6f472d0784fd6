package dev.pushback.training;

import dev.pushback.followup.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a table of approvals: the days from "in process" to "authorised". */
final class ApprovalTimes {
  private static final int START_KIND = 6;
  private static final int EVENT = 8;
  private static final int DAYS = 9;
  private static final double HOURS = 5.0 / 7 * 8;

  private ApprovalTimes() {}

  /** The waits in working hours; those without an approval are open. */
  static List<Observation> read(Path file) throws IOException {
    List<Observation> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> cells = cells(line);
      if (cells.size() > DAYS
          && cells.get(START_KIND).equals("in_process")
          && !cells.get(DAYS).isBlank()) {
        double hours = Double.parseDouble(cells.get(DAYS)) * HOURS;
        all.add(new Observation(Math.max(hours, 1), cells.get(EVENT).equals("1")));
      }
    }
    return all;
  }

  /** The cells of a line; a comma in quotation marks is part of its cell. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
