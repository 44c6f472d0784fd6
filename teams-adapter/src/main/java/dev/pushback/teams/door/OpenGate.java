package dev.pushback.teams.door;

import dev.pushback.door.Answer;
import dev.pushback.door.Incoming;
import java.util.List;

/**
 * Lets in whoever is on this machine, and nobody else: for the Agents Playground, which can't sign.
 * Whoever opens it has to ask for it.
 */
public final class OpenGate implements Gate {
  private static final List<String> FOR_OTHERS =
      List.of("Forwarded", "X-Forwarded-For", "Via", "Origin");

  /** Open. */
  public OpenGate() {}

  @Override
  public boolean mayShow(Incoming incoming) {
    // A proxy or a browser on this machine speaks for anybody.
    return incoming.fromHere()
        && FOR_OTHERS.stream().allMatch(name -> incoming.all(name).isEmpty());
  }

  @Override
  public Verdict decide(Incoming incoming, Arrival arrival) {
    return mayShow(incoming)
        ? new Verdict.Admitted(arrival.tenant())
        : new Verdict.Refused(Answer.UNAUTHORISED, "not-from-here");
  }
}
