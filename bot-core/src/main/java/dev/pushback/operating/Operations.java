package dev.pushback.operating;

import dev.pushback.store.Backlog;
import dev.pushback.store.Store;
import dev.pushback.store.StoreException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The port for those who watch over the program, and what they are shown there. */
public final class Operations implements AutoCloseable {
  private static final String HOST = "PUSHBACK_OPS_HOST";
  private static final int PORTS = 65_535;

  private final Metrics metrics;
  private final Readiness readiness;
  private final OperationsServer server;

  private Operations(Metrics metrics, Readiness readiness, OperationsServer server) {
    this.metrics = metrics;
    this.readiness = readiness;
    this.server = server;
  }

  /**
   * Opens the port that {@code PUSHBACK_OPS_PORT} names, on this machine's own address unless
   * {@code PUSHBACK_OPS_HOST} names another; nothing if it names none.
   *
   * @throws IOException if it is no port, or taken; the message says how to mend it
   */
  public static Optional<Operations> start(
      Map<String, String> environment, Store store, InstantSource clock) throws IOException {
    String port = environment.getOrDefault("PUSHBACK_OPS_PORT", "").strip();
    if (port.isEmpty()) {
      return Optional.empty();
    }
    Metrics metrics = new Metrics();
    lookBeforeScrape(metrics, store, clock);
    Readiness readiness = new Readiness(store.database()::ping);
    Optional<String> token = Optional.ofNullable(environment.get("PUSHBACK_METRICS_TOKEN"));
    try {
      return Optional.of(
          new Operations(
              metrics,
              readiness,
              new OperationsServer(
                  new InetSocketAddress(host(environment), number(port)),
                  readiness,
                  metrics,
                  token)));
    } catch (BindException e) {
      throw new IOException(
          "port "
              + port
              + " is taken by another program. Set PUSHBACK_OPS_PORT to another"
              + (environment.getOrDefault(HOST, "").isBlank()
                  ? ""
                  : "; or " + HOST + " is no address of this machine"),
          e);
    }
  }

  /** Where to listen; where nobody else can ask, if nothing is said. */
  static InetAddress host(Map<String, String> environment) throws IOException {
    String name = environment.getOrDefault(HOST, "").strip();
    try {
      return name.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new IOException(
          HOST + " must be an address of this machine, or 0.0.0.0 for all of them", e);
    }
  }

  private static int number(String port) throws IOException {
    if (!isPort(port)) {
      throw new IOException("PUSHBACK_OPS_PORT must be a port, from 1 to " + PORTS);
    }
    return Integer.parseInt(port);
  }

  /** Whether this is the number of a port. */
  static boolean isPort(String value) {
    return value.matches("[0-9]{1,5}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= PORTS;
  }

  /** What is due is asked when somebody looks, and not all the time. */
  public static void lookBeforeScrape(Metrics metrics, Store store, InstantSource clock) {
    metrics.beforeScrape(() -> look(metrics, store, clock));
  }

  private static void look(Metrics metrics, Store store, InstantSource clock) {
    try {
      Backlog backlog = store.backlog();
      metrics.nudgesDue(backlog.due(), backlog.age(clock.instant()));
    } catch (StoreException e) {
      metrics.nudgesDueUnknown();
    }
  }

  /** Where to count. */
  public Metrics metrics() {
    return metrics;
  }

  /** To be drained at the end. */
  public Readiness readiness() {
    return readiness;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
