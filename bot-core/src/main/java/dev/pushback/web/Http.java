package dev.pushback.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends each request once. Left as it comes, the library would send a message again by itself if
 * its connection broke after the message was taken, and nobody would notice.
 */
public final class Http implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 64;
  private static final int CONNECTIONS = 8;
  private static final int IDLE_SECONDS = 30;
  private static final int ERRORS = 400;

  /** Whether a call came as far as to send anything. */
  private static final class Attempt extends EventListener {
    private volatile boolean begun;

    @Override
    public void requestHeadersStart(Call call) {
      begun = true;
    }
  }

  private final OkHttpClient client;

  /**
   * Sets it up; nothing is sent yet.
   *
   * @param name of its threads
   * @param connect how long a connection may take
   * @param call how long a whole request may take, connection and reply included
   */
  public Http(String name, Duration connect, Duration call) {
    this(name, connect, call, CONNECTIONS);
  }

  /**
   * Sets it up; nothing is sent yet.
   *
   * @param name of its threads
   * @param connect how long a connection may take
   * @param call how long a whole request may take, connection and reply included
   * @param connections how many are kept open while nothing is sent
   */
  public Http(String name, Duration connect, Duration call, int connections) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .connectionPool(new ConnectionPool(connections, IDLE_SECONDS, TimeUnit.SECONDS))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(connect)
            .readTimeout(call)
            .writeTimeout(call)
            .callTimeout(call)
            .eventListenerFactory(
                one ->
                    Optional.<EventListener>ofNullable(one.request().tag(Attempt.class))
                        .orElse(EventListener.NONE))
            .addInterceptor(new ShortReplies())
            .addNetworkInterceptor(new NoSecondTry())
            .build();
  }

  /** For a platform's own library. */
  public OkHttpClient client() {
    return client;
  }

  /** Posts, with a bearer token if there is one. */
  public Exchange post(String url, Optional<String> token, RequestBody body) {
    Request.Builder request = new Request.Builder().url(url).post(body);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return send(request);
  }

  /** Reads something that anybody may read. */
  public Exchange get(String url) {
    return send(new Request.Builder().url(url).get());
  }

  /** Sends a request, once. */
  public Exchange send(Request.Builder request) {
    Attempt attempt = new Attempt();
    request.tag(Attempt.class, attempt).header("User-Agent", "pushback");
    try (Response response = client.newCall(request.build()).execute()) {
      return answered(response);
    } catch (IOException e) {
      return attempt.begun ? new Exchange.Lost(code(e)) : new Exchange.NotSent(code(e));
    }
  }

  private static Exchange answered(Response response) throws IOException {
    Optional<String> retryAfter =
        Optional.ofNullable(response.header("Retry-After"))
            .or(() -> Optional.ofNullable(response.header(NoSecondTry.KEPT)));
    ResponseBody body = response.body();
    String text;
    try {
      text = body == null ? "" : body.string();
    } catch (IOException e) {
      if (response.code() < ERRORS) {
        throw e;
      }
      text = "";
    }
    return new Exchange.Answered(response.code(), retryAfter, text);
  }

  /** In a word, since the words of an exception may hold anything. */
  private static String code(IOException e) {
    if (e instanceof UnknownHostException) {
      return "unknown-host";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no-connection";
    }
    if (e instanceof SSLException) {
      return "no-safe-connection";
    }
    return e instanceof InterruptedIOException ? "timeout" : "connection-lost";
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
