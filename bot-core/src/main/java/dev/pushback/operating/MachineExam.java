package dev.pushback.operating;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the machine's time and letters are right. */
final class MachineExam {
  /** No machine lives before this program was written. */
  private static final int EARLIEST_YEAR = 2026;

  private static final int LATEST_YEAR = 2100;
  private static final int OLD_ZONES_YEARS = 2;

  private MachineExam() {}

  /** To the second, where the machine is. */
  private static String shown(Instant now) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK)
        .format(now.atZone(ZoneId.systemDefault()));
  }

  static List<Finding> of(InstantSource clock) {
    List<Finding> findings = new ArrayList<>();
    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
    findings.add(
        year < EARLIEST_YEAR || year > LATEST_YEAR
            ? Finding.fail("clock", "the machine thinks it is the year " + year + ". Set its clock")
            : Finding.ok("clock", "the machine thinks it is " + shown(clock.instant())));
    String zones = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    String text = "this machine is in " + ZoneId.systemDefault() + "; rules of " + zones;
    findings.add(
        zones.matches("[0-9]{4}.*")
                && year - Integer.parseInt(zones.substring(0, 4)) > OLD_ZONES_YEARS
            ? Finding.warn("time zones", text + ". Bring Java up to date: countries change theirs")
            : Finding.ok("time zones", text));
    findings.add(
        Charset.defaultCharset().equals(StandardCharsets.UTF_8)
            ? Finding.ok("letters", "UTF-8")
            : Finding.fail(
                "letters",
                "Java's default is "
                    + Charset.defaultCharset()
                    + ". Start by ./pushback, or with -Dfile.encoding=UTF-8"));
    return findings;
  }
}
