package dev.pushback.script;

import dev.pushback.playbook.Endgame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the report to one's own boss from a log: what was asked, what was raised, why they refused
 * in their words, what was got and given, the options, and what is needed (T-196 to T-198).
 */
final class ReportWriter {
  private static final String NOT_KNOWN = "[what you asked for]";

  private final Endgame endgame;

  ReportWriter(Endgame endgame) {
    this.endgame = endgame;
  }

  SendableText report(CaseLog log) {
    List<String> lines = new ArrayList<>();
    lines.add(head(log.partner()));
    lines.add(asked(log.asked()));
    lines.add(raised(log.raised()));
    lines.add(answered(log.answers()));
    if (log.got().isEmpty() && log.gave().isEmpty()) {
      lines.add(line("exchanged_unknown"));
    }
    if (!log.got().isEmpty()) {
      lines.add(line("got").replace("{got}", String.join("; ", log.got())));
    }
    if (!log.gave().isEmpty()) {
      lines.add(line("gave").replace("{gave}", String.join("; ", log.gave())));
    }
    lines.add(options(log));
    lines.add(log.need().map(need -> line("needed").replace("{need}", need)).orElse(line("need")));
    return new SendableText(String.join("\n", lines));
  }

  private String head(Optional<String> partner) {
    return partner
        .map(name -> line("head").replace("{partner}", name))
        .orElse(line("head_unnamed"));
  }

  private String asked(List<String> asked) {
    if (asked.size() <= 1) {
      return line("asked")
          .replace("{rounds}", "once")
          .replace("{asked}", asked.isEmpty() ? NOT_KNOWN : asked.get(0));
    }
    List<String> numbered = new ArrayList<>();
    for (String one : asked) {
      numbered.add("(" + (numbered.size() + 1) + ") " + one);
    }
    return line("asked_rounds").replace("{asked}", String.join("; ", numbered));
  }

  private String raised(List<String> raised) {
    return raised.isEmpty()
        ? line("raised_unknown")
        : line("raised").replace("{raised}", String.join("; ", raised));
  }

  private String answered(List<String> answers) {
    return answers.isEmpty()
        ? line("answered_unknown")
        : line("answered").replace("{answers}", "\"" + String.join("\"; then: \"", answers) + "\"");
  }

  private String options(CaseLog log) {
    if (log.options().isEmpty()) {
      return line("options");
    }
    String all = String.join("; or ", log.options());
    return log.preferred()
        .map(one -> line("chosen").replace("{preferred}", one))
        .orElse(line("offered"))
        .replace("{options}", all);
  }

  private String line(String name) {
    return endgame.reportLine(name);
  }
}
