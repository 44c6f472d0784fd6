package dev.pushback.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pushback.script.Facts;
import dev.pushback.situation.Screening;
import java.util.List;
import java.util.Optional;

/** Takes fields out of a line, and says what is wrong with them. */
final class JsonFields {
  private JsonFields() {}

  /** A text that has to be there. */
  static String required(JsonNode in, String name) throws BadLine {
    return optional(in, name)
        .orElseThrow(() -> new BadLine("missing-field", "'" + name + "' is missing"));
  }

  /** A text that may be there. */
  static Optional<String> optional(JsonNode in, String name) throws BadLine {
    JsonNode value = in.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new BadLine("bad-value", "'" + name + "' must be a text");
    }
    return Optional.of(value.asText());
  }

  /** A flag that may be there. */
  static boolean flag(JsonNode in, String name, boolean otherwise) throws BadLine {
    JsonNode flag = in.path(name);
    if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean()) {
      throw new BadLine("bad-value", "'" + name + "' must be true or false");
    }
    return flag.asBoolean(otherwise);
  }

  /** What the person vouches for. */
  static Facts facts(JsonNode in) throws BadLine {
    if (in.isMissingNode() || in.isNull()) {
      return Facts.NONE;
    }
    if (!in.isObject()) {
      throw new BadLine("bad-value", "'facts' must be an object");
    }
    for (String name : List.of("boss", "threat")) {
      if (in.hasNonNull(name) && !in.get(name).isObject()) {
        throw new BadLine("bad-value", "'" + name + "' must be an object");
      }
    }
    JsonNode boss = in.path("boss");
    Optional<Facts.Boss> who =
        boss.isObject()
            ? Optional.of(new Facts.Boss(flag(boss, "consent", false), fact(boss, "wants")))
            : Optional.empty();
    JsonNode threat = in.path("threat");
    Optional<Facts.Threat> what =
        threat.isObject()
            ? Optional.of(
                new Facts.Threat(
                    fact(threat, "act").orElse(""),
                    fact(threat, "by").orElse(""),
                    flag(threat, "true", false),
                    flag(threat, "authorised", false),
                    flag(threat, "intended", false)))
            : Optional.empty();
    return new Facts(fact(in, "budget"), fact(in, "deadline"), fact(in, "quote"), who, what);
  }

  private static Optional<String> fact(JsonNode in, String name) throws BadLine {
    Optional<String> fact =
        optional(in, name).map(Screening::clean).filter(text -> !text.isBlank());
    if (fact.isPresent() && fact.get().length() > Facts.LONGEST) {
      throw new BadLine(
          "too-long", "'" + name + "' has more than " + Facts.LONGEST + " characters");
    }
    return fact;
  }

  /** A probability as it is written out. */
  static double rounded(double probability) {
    return Math.round(probability * 1000) / 1000.0;
  }
}
