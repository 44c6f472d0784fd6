package dev.pushback.nudge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Speaks with a {@link RandomPlatform}. */
record SocketMessenger(int port, boolean canTell, InstantSource clock) implements Messenger {
  @Override
  public Outcome send(Nudge nudge) {
    try {
      String reply = ask("SEND " + nudge.id()).orElse("");
      return switch (reply) {
        case "OK" -> new Outcome.Sent(nudge.id());
        case "429" -> new Outcome.RateLimitedUntil(clock.instant().plusMillis(100));
        default -> new Outcome.InDoubt(reply);
      };
    } catch (ConnectException e) {
      return new Outcome.NotSent("connect", true);
    } catch (IOException e) {
      return new Outcome.InDoubt("io");
    }
  }

  @Override
  public Lookup find(Sought sought) {
    if (!canTell) {
      return new Lookup.CannotTell();
    }
    try {
      return switch (ask("FIND " + sought.id()).orElse("")) {
        case "FOUND" -> new Lookup.Found(sought.id());
        case "NONE" -> new Lookup.Missing();
        default -> new Lookup.NotNow();
      };
    } catch (IOException e) {
      return new Lookup.NotNow();
    }
  }

  private Optional<String> ask(String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      return Optional.ofNullable(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine());
    }
  }
}
