package dev.pushback.slack.door;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A Slack to connect to: {@code apps.connections.open} and what that leads to. */
final class SocketSlack implements AutoCloseable {
  private static final long SECONDS = 20;

  /** What {@code apps.connections.open} answers next, in place of an address. */
  final Queue<String> trouble = new ConcurrentLinkedQueue<>();

  /** How each new connection is called. */
  final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();

  final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  private final CountDownLatch listens = new CountDownLatch(1);
  private final WebSocketServer sockets =
      new WebSocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)) {
        @Override
        public void onStart() {
          listens.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
          socket.send("{\"type\":\"hello\",\"num_connections\":1}");
          connections.add(socket);
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
          received.add(message);
        }

        @Override
        public void onWebsocketPing(WebSocket socket, Framedata frame) {
          if (!deaf) {
            super.onWebsocketPing(socket, frame);
          }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception e) {}
      };

  private final HttpServer http;

  /** Doesn't answer pings any more: a connection that is gone without having been closed. */
  volatile boolean deaf;

  SocketSlack() throws IOException, InterruptedException {
    sockets.setReuseAddr(true);
    sockets.start();
    if (!listens.await(SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the fake doesn't start");
    }
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::open);
    http.start();
  }

  private void open(HttpExchange exchange) throws IOException {
    String next = trouble.poll();
    String body =
        next == null
            ? "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + sockets.getPort() + "/link/?ticket=1\"}"
            : next;
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      boolean html = body.startsWith("<");
      exchange.getResponseHeaders().set("Content-Type", html ? "text/html" : "application/json");
      exchange.sendResponseHeaders(html ? 502 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** How the program reaches it. */
  Slack slack() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + http.getAddress().getPort() + "/api/");
    config.setStatsEnabled(false);
    return Slack.getInstance(config);
  }

  /** The next connection. */
  WebSocket connection() throws InterruptedException {
    WebSocket socket = connections.poll(SECONDS, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("nobody connected");
    }
    return socket;
  }

  /** The next thing that was sent back. */
  String answer() throws InterruptedException {
    String message = received.poll(SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing was sent back");
    }
    return message;
  }

  @Override
  public void close() {
    http.stop(0);
    try {
      sockets.stop(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
