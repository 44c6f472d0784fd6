package dev.pushback.teams.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.door.Incoming;
import dev.pushback.teams.FakeMicrosoft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenGateTest {
  @ParameterizedTest(name = "from here: {0}, {1}: {2}")
  @CsvSource({
    "true,  Authorization,   true",
    "true,  X-Other,         true",
    "true,  X-Forwarded-For, false",
    "true,  Forwarded,       false",
    "true,  Via,             false",
    "false, X-Other,         false",
  })
  void itIsOpenOnThisMachineOnly(boolean fromHere, String header, boolean open) {
    Gate gate = new OpenGate();
    byte[] body = DoorWorld.activity("message").toString().getBytes(StandardCharsets.UTF_8);
    Incoming incoming =
        new Incoming("", name -> name.equals(header) ? List.of("x") : List.of(), body, fromHere);
    Arrival arrival = Activities.read(body).orElseThrow();

    assertThat(gate.mayShow(incoming)).isEqualTo(open);
    assertThat(gate.decide(incoming, arrival))
        .isEqualTo(
            open
                ? new Verdict.Admitted(FakeMicrosoft.TENANT)
                : new Verdict.Refused(401, "not-from-here"));
  }
}
