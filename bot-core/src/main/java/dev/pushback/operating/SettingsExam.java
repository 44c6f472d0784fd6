package dev.pushback.operating;

import dev.pushback.store.Retention;
import dev.pushback.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whether the settings are spelt right and make sense. */
public final class SettingsExam {
  /** So many letters may be wrong in a name of another kind for us to think that we are meant. */
  private static final int NEAR = 3;

  private SettingsExam() {}

  static List<Finding> of(Map<String, String> environment) {
    List<Finding> findings = new ArrayList<>();
    misspelt(environment).forEach(problem -> findings.add(Finding.fail("settings", problem)));
    for (String name : List.of("PUSHBACK_PORT", "PUSHBACK_OPS_PORT")) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty() && !Operations.isPort(value)) {
        findings.add(Finding.fail("settings", name + " must be a port, from 1 to 65535"));
      }
    }
    try {
      Retention.of(environment.getOrDefault("PUSHBACK_KEEP_DAYS", ""));
    } catch (StoreException e) {
      findings.add(Finding.fail("settings", e.getMessage()));
    }
    if (!environment.getOrDefault("PUSHBACK_METRICS_TOKEN", "").isBlank()
        && environment.getOrDefault("PUSHBACK_OPS_PORT", "").isBlank()) {
      findings.add(
          Finding.warn(
              "settings",
              "PUSHBACK_METRICS_TOKEN does nothing as long as PUSHBACK_OPS_PORT isn't set"));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("settings", "all names are known"));
    }
    return findings;
  }

  /** What looks like one of our settings and is none; a sentence for each. */
  public static List<String> misspelt(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .keySet().stream()
            .filter(name -> !SettingNames.ALL.contains(name) && isMeantForUs(name))
            .map(name -> "there is no setting " + name + ". Did you mean " + nearest(name) + "?")
            .toList();
  }

  /** Other programs have settings whose names begin with SLACK, too. */
  private static boolean isMeantForUs(String name) {
    return name.startsWith("PUSHBACK_")
        || LevenshteinDistance.getDefaultInstance().apply(name, nearest(name)) <= NEAR;
  }

  private static String nearest(String name) {
    return SettingNames.ALL.stream()
        .min(
            Comparator.comparing(
                    (String known) -> LevenshteinDistance.getDefaultInstance().apply(name, known))
                .thenComparing(known -> known))
        .orElseThrow();
  }
}
