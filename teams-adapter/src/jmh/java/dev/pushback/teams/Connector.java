package dev.pushback.teams;

import dev.pushback.load.HttpText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Teams as far as bots write to it: takes whatever is posted with a token, and tells whoever waits
 * for it.
 */
final class Connector implements AutoCloseable {
  private static final Pattern POST =
      Pattern.compile("POST /teams/v3/conversations/([^/]+)/activities\\S* .*");
  private static final byte[] TAKEN = answer("201 Created", "{\"id\":\"1:m\"}");
  private static final byte[] REFUSED = answer("401 Unauthorized", "{}");

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();

  /** On a free port of this machine. */
  Connector() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private static byte[] answer(String status, String body) {
    return ("HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** As it stands in the list of hosts. */
  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Where bots are told to answer. */
  String serviceUrl() {
    return "http://" + host() + "/teams/";
  }

  /** What is said next in a conversation. */
  CompletableFuture<String> next(String conversation) {
    CompletableFuture<String> said = new CompletableFuture<>();
    awaited.put(conversation, said);
    return said;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      HttpText in = new HttpText(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (Optional<HttpText.Message> message = in.next();
          message.isPresent();
          message = in.next()) {
        out.write(take(message.get()) ? TAKEN : REFUSED);
      }
    } catch (IOException e) {
      // The other side hung up.
    }
  }

  private boolean take(HttpText.Message message) {
    Matcher post = POST.matcher(message.first());
    if (!post.matches() || !message.authorization().startsWith("Bearer ")) {
      return false;
    }
    Optional.ofNullable(awaited.remove(URLDecoder.decode(post.group(1), StandardCharsets.UTF_8)))
        .ifPresent(one -> one.complete(message.body()));
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
