package dev.pushback.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Just enough of HTTP that measuring takes little from what is measured. */
public final class HttpText {
  private static final int BUFFER = 1 << 15;

  private final InputStream in;

  /**
   * A request or an answer.
   *
   * @param first its first line
   * @param authorization what the sender proves itself with; empty if with nothing
   */
  public record Message(String first, String authorization, String body) {}

  /** Reads from a connection. */
  public HttpText(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** The next one; nothing if the other side hung up. */
  public Optional<Message> next() throws IOException {
    Optional<String> first = line();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int length = 0;
    boolean chunked = false;
    String authorization = "";
    for (String line = more(); !line.isEmpty(); line = more()) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "authorization" -> authorization = value;
        default -> {}
      }
    }
    return Optional.of(new Message(first.get(), authorization, chunked ? chunks() : text(length)));
  }

  private String chunks() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int size = chunk(); size > 0; size = chunk()) {
      all.append(text(size));
      more();
    }
    more();
    return all.toString();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(more(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String more() throws IOException {
    return line().orElseThrow(() -> new IOException("the connection was closed"));
  }

  private Optional<String> line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return Optional.empty();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return Optional.of(line.toString());
  }
}
