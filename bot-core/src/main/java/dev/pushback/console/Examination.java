package dev.pushback.console;

import dev.pushback.coach.Knowledge;
import dev.pushback.operating.Doctor;
import dev.pushback.operating.Finding;
import dev.pushback.operating.Loading;
import dev.pushback.operating.Opening;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** {@code doctor}: looks at everything and says how to mend what is wrong. */
final class Examination {
  private static final int HTTPS = 443;
  private static final int MILLIS = 3_000;

  private Examination() {}

  /** Shows what was found; 1 if something doesn't work. */
  static int run(Opening opening, PrintStream out) {
    List<Finding> findings =
        new Doctor(
                opening.environment(),
                opening::url,
                opening.clock(),
                () -> {
                  Knowledge knowledge = Loading.load(opening.environment());
                  return "loads, with " + knowledge.playbook().situations().size() + " situations";
                },
                Examination::answers)
            .examine();
    findings.forEach(finding -> out.println(finding.line()));
    out.println();
    out.println(summary(count(findings, Finding.Level.FAIL), count(findings, Finding.Level.WARN)));
    return count(findings, Finding.Level.FAIL) > 0 ? 1 : 0;
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(one -> one.level() == level).count();
  }

  /** What all of it comes to. */
  static String summary(long fails, long warns) {
    String look =
        warns == 0 ? "" : warns == 1 ? "One thing to look at." : warns + " things to look at.";
    if (fails == 0) {
      return ("Everything works. " + look).strip();
    }
    String mend = fails == 1 ? "One thing doesn't work." : fails + " things don't work.";
    return (mend + " Each line above says how to mend it. " + look).strip();
  }

  private static boolean answers(String host) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, HTTPS), MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
