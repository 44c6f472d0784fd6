package dev.pushback.nudge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform in a process of its own that accepts, refuses, and loses replies at random. */
final class RandomPlatform implements AutoCloseable {
  private static final int WAITING = 50;

  private final ServerSocket socket;
  private final Random random;
  private final List<String> accepted = new CopyOnWriteArrayList<>();

  RandomPlatform(long seed) {
    this.random = new Random(seed);
    try {
      this.socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "random-platform");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The ids of all messages, in order; whatever came twice stands there twice. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line != null) {
          String reply =
              line.startsWith("FIND ") ? find(line.substring(5)) : send(line.substring(5));
          connection.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        // The one who asked was killed; or we are being closed.
      }
    }
  }

  private String find(String id) {
    return accepted.contains(id) ? "FOUND\n" : "NONE\n";
  }

  private String send(String id) {
    int chance = random.nextInt(100);
    if (chance < 5) {
      return "429\n";
    }
    if (chance < 10) {
      return "500\n";
    }
    accepted.add(id);
    return chance < 15 ? "500\n" : chance < 20 ? "" : "OK\n";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
