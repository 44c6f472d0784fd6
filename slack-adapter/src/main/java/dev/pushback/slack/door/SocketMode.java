package dev.pushback.slack.door;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import dev.pushback.door.Faults;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for Slack over a connection that we open, without a public address.
 *
 * <p>Slack's client watches its connection by itself, but gives up for good, or waits ten seconds,
 * after some answers. So we watch it: as long as it isn't connected it is connected anew, whatever
 * went wrong the last time.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final int WORKERS = 8;
  private static final int WAITING = 200;
  private static final int READERS = 1;
  private static final int DOUBLINGS = 4;
  private static final int LONGEST = 12;

  /** What doesn't mend itself. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "error: (account_inactive|invalid_auth|missing_scope|not_allowed_token_type|not_authed"
              + "|token_expired|token_revoked)");

  private final SocketModeClient client;
  private final Envelopes envelopes;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService watch;
  private volatile boolean connected;

  /** Tries to connect that failed, and looks to be left out; known to the watching thread only. */
  private int failures;

  private int pause;

  private SocketMode(SocketModeClient client, Envelopes envelopes) {
    this.client = client;
    this.envelopes = envelopes;
    this.workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            work -> daemon(work, "slack-worker"));
    workers.allowCoreThreadTimeOut(true);
    this.watch = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "slack-watch"));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Connects, and keeps connected.
   *
   * @param appToken begins with {@code xapp-}
   * @param app answers
   * @param references makes what an error is called in the log, such as a short random id
   * @throws IOException if Slack refuses the first connection; the message says how to mend it
   */
  public static SocketMode start(String appToken, App app, Supplier<String> references)
      throws IOException {
    return start(appToken, app, references, WATCH);
  }

  /** With another time between two looks at the connection. */
  static SocketMode start(String appToken, App app, Supplier<String> references, Duration every)
      throws IOException {
    SocketModeClient client = client(app.slack(), appToken);
    SocketMode mode = new SocketMode(client, new Envelopes(app, references));
    client.addWebSocketMessageListener(mode::hear);
    client.addWebSocketCloseListener((code, reason) -> mode.lookSoon());
    client.setAutoReconnectEnabled(false);
    app.start();
    try {
      client.connectToNewEndpoint();
      mode.look();
    } catch (IOException | RuntimeException e) {
      if (REFUSED.matcher(String.valueOf(e.getMessage())).find()) {
        mode.close();
        throw new IOException(
            "Slack refuses SLACK_APP_TOKEN. Is it right, has it the scope connections:write, and is"
                + " Socket Mode switched on at https://api.slack.com/apps?",
            e);
      }
      LOG.warn("can't connect to Slack, and will try again: {}", Faults.describe(e));
    }
    var unused =
        mode.watch.scheduleWithFixedDelay(
            mode::keepConnected, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return mode;
  }

  /** One that doesn't watch its connection; where to connect is asked each time. */
  private static SocketModeClient client(Slack slack, String appToken) throws IOException {
    try {
      return new SocketModeClientTyrusImpl(
          slack,
          appToken,
          "wss://wss-primary.slack.com",
          READERS,
          new ConcurrentLinkedMessageQueue(),
          false,
          false,
          WATCH.toMillis());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /**
   * The connection may have closed meanwhile; then Slack delivers it again, or tells the person.
   */
  private void send(String answer) {
    try {
      client.sendSocketModeResponse(answer);
    } catch (RuntimeException e) {
      LOG.warn("an acknowledgement wasn't sent: {}", Faults.describe(e));
    }
  }

  private void hear(String message) {
    try {
      workers.execute(() -> envelopes.answer(message).ifPresent(this::send));
    } catch (RejectedExecutionException e) {
      // Not acknowledged, so that Slack delivers it again, or tells the person.
      LOG.warn("there is more to do than {} can wait; something from Slack was left out", WAITING);
    }
  }

  /** What goes wrong again and again is tried less and less often; Slack counts the tries. */
  private void keepConnected() {
    if (pause > 0) {
      pause--;
      return;
    }
    try {
      look();
      if (!connected) {
        client.connectToNewEndpoint();
        look();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("can't connect to Slack, and will try again: {}", Faults.describe(e));
    }
    failures = connected ? 0 : failures + 1;
    pause = failures == 0 ? 0 : Math.min(1 << Math.min(failures - 1, DOUBLINGS), LONGEST) - 1;
  }

  /** One that ended may have been replaced already. */
  private void lookSoon() {
    try {
      watch.execute(this::look);
    } catch (RejectedExecutionException e) {
      connected = false;
    }
  }

  private void look() {
    connected = client.verifyConnection();
  }

  /** Whether Slack can reach us, when we last looked; for the readiness. Doesn't wait. */
  public boolean isConnected() {
    return connected;
  }

  /** Disconnects, and waits a moment for what is being answered. */
  @Override
  public void close() {
    watch.shutdownNow();
    workers.shutdown();
    try {
      boolean unused = workers.awaitTermination(WATCH.toMillis(), TimeUnit.MILLISECONDS);
      client.close();
    } catch (IOException e) {
      LOG.warn("the connection to Slack wasn't closed: {}", Faults.describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
      connected = false;
    }
  }
}
