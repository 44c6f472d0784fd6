package dev.pushback.slack.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A server that answers with 100 megabytes. */
final class Endless implements AutoCloseable {
  private static final int HUNDRED_MEGABYTES = 100 << 20;

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final AtomicLong written = new AtomicLong();
  private final Thread thread = new Thread(this::serve, "endless");

  Endless() throws IOException {
    thread.start();
  }

  String origin() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** How much it got rid of, once the other side had enough. */
  long written() throws InterruptedException {
    thread.join();
    return written.get();
  }

  private void serve() {
    try (Socket one = socket.accept()) {
      OutputStream out = one.getOutputStream();
      String head = "HTTP/1.1 200 OK\r\nContent-Length: " + HUNDRED_MEGABYTES + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] some = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      while (written.get() < HUNDRED_MEGABYTES) {
        out.write(some);
        written.addAndGet(some.length);
      }
    } catch (IOException e) {
      // The other side had enough.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
