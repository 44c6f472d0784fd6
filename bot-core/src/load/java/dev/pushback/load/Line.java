package dev.pushback.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A connection that is kept; the next request follows when the one before is answered. */
public final class Line implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final HttpText in;
  private final OutputStream out;

  /** How it was answered. */
  public record Answered(int status, String body) {}

  /** Connects to a port of this machine. */
  public Line(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    in = new HttpText(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /**
   * Posts, and waits for the answer.
   *
   * @param headers each with its line's end
   */
  public Answered post(String path, String headers, byte[] body) throws IOException {
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + headers
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    out.write(all);
    HttpText.Message answer =
        in.next().orElseThrow(() -> new IOException("the connection was closed"));
    return new Answered(Integer.parseInt(answer.first().split(" ", -1)[1]), answer.body());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
