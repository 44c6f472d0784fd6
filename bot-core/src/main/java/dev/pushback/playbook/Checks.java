package dev.pushback.playbook;

import java.util.List;
import java.util.regex.Pattern;

/** What every part of a playbook has to fulfil. */
final class Checks {
  private static final Pattern TECHNIQUE = Pattern.compile("T-(\\d{3})");
  private static final int TECHNIQUES = 214;

  private Checks() {}

  static void present(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("'" + name + "' is missing or empty");
    }
  }

  static List<String> cites(List<String> cites) {
    if (cites.isEmpty()) {
      throw new IllegalArgumentException(
          "'cites' is missing; name the technique (T-021) or the source the rule comes from");
    }
    for (String cite : cites) {
      present("cites", cite);
      var matcher = TECHNIQUE.matcher(cite);
      if (cite.startsWith("T-")
          && (!matcher.matches()
              || Integer.parseInt(matcher.group(1)) < 1
              || Integer.parseInt(matcher.group(1)) > TECHNIQUES)) {
        throw new IllegalArgumentException(
            "'" + cite + "' is no technique; they run from T-001 to T-" + TECHNIQUES);
      }
    }
    return List.copyOf(cites);
  }
}
