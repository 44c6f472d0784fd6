package dev.pushback.door;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Listens over HTTP. Few threads read and write, and never wait; a few more do the work. There is
 * an end to how much can wait, after which whoever comes is told to come back.
 */
public final class Door implements AutoCloseable {
  /** The largest body; what platforms send is less than a tenth. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int JETTY_THREADS = 12;
  private static final int WORKERS = 16;
  private static final int WAITING = 200;
  private static final int CONNECTIONS = 500;
  private static final int HEADER_BYTES = 16_384;
  private static final int IDLE_MILLIS = 30_000;

  /** How long a connection on which nothing is said keeps it from stopping. */
  private static final int HANGING_UP_MILLIS = 100;

  /** How long somebody may take to send a body. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int STOP_MILLIS = 5_000;

  private final Server server;
  private final ServerConnector connector;
  private final ThreadPoolExecutor workers;

  private Door(Server server, ServerConnector connector, ThreadPoolExecutor workers) {
    this.server = server;
    this.connector = connector;
    this.workers = workers;
  }

  /**
   * Starts it.
   *
   * @param where the port 0 takes any that is free
   * @param routes what is to be found there, by its path
   * @throws IOException if the port is taken; the message says how to mend it
   */
  public static Door start(InetSocketAddress where, Map<String, Route> routes) throws IOException {
    return start(where, routes, PATIENCE);
  }

  /** With another time within which a body has to be there. */
  public static Door start(InetSocketAddress where, Map<String, Route> routes, Duration patience)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(JETTY_THREADS);
    threads.setName("http");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(where.getAddress().getHostAddress());
    connector.setPort(where.getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(HANGING_UP_MILLIS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    ThreadPoolExecutor workers = workers();
    server.setHandler(new GracefulHandler(new Front(routes, workers, patience)));
    server.setErrorHandler(Front::bare);
    server.setStopTimeout(STOP_MILLIS);
    Door started = new Door(server, connector, workers);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw refusal(where, e);
    }
  }

  private static ThreadPoolExecutor workers() {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "door-worker");
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  private static IOException refusal(InetSocketAddress where, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new IOException(
            "port "
                + where.getPort()
                + " is taken by another program, or may not be used. Set PUSHBACK_PORT to another",
            e);
      }
    }
    return new IOException("the server didn't start", e);
  }

  /** Where it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes nothing new, and waits a few seconds for what is being answered. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server didn't stop", e);
    } finally {
      workers.shutdownNow();
    }
  }
}
