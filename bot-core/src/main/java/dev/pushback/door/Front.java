package dev.pushback.door;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who answers what, and how much may be said and how slowly. */
final class Front extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Map<String, Route> routes;
  private final Executor workers;
  private final Duration patience;

  Front(Map<String, Route> routes, Executor workers, Duration patience) {
    this.routes = Map.copyOf(routes);
    this.workers = workers;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = new Reply(request, response, callback);
    Optional<Route> route = Optional.ofNullable(routes.get(Request.getPathInContext(request)));
    if (route.isEmpty()) {
      reply.refuse(Answer.NOT_FOUND);
    } else if (route.get() instanceof Route.Posting posting) {
      receive(reply, posting);
    } else {
      read(reply, route.get());
    }
    return true;
  }

  /** What Jetty answers by itself, such as to a line that is no HTTP: its number. */
  static boolean bare(Request request, Response response, Callback callback) {
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  private void receive(Reply reply, Route.Posting route) {
    Request request = reply.request;
    if (!request.getMethod().equals("POST")) {
      reply.send(Answer.bare(Answer.WRONG_METHOD).with("Allow", "POST"));
      return;
    }
    OptionalInt refusal = route.refusal().apply(incoming(request, new byte[0]));
    if (refusal.isPresent()) {
      reply.refuse(refusal.getAsInt());
      return;
    }
    if (request.getLength() > Door.MOST_BYTES) {
      reply.refuse(Answer.TOO_LARGE);
      return;
    }
    AtomicBoolean decided = new AtomicBoolean();
    Scheduler.Task tooSlow =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> {
                  if (decided.compareAndSet(false, true)) {
                    reply.refuse(Answer.TOO_SLOW);
                  }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    Body.read(
        request,
        Door.MOST_BYTES,
        (status, bytes) -> {
          if (decided.compareAndSet(false, true)) {
            tooSlow.cancel();
            if (status == Answer.OK) {
              work(reply, () -> route.answer().apply(incoming(request, bytes)));
            } else {
              reply.refuse(status);
            }
          }
        });
  }

  private void read(Reply reply, Route route) {
    if (READING.contains(reply.request.getMethod())) {
      work(reply, () -> route.answer().apply(incoming(reply.request, new byte[0])));
    } else {
      reply.send(Answer.bare(Answer.WRONG_METHOD).with("Allow", "GET, HEAD"));
    }
  }

  private void work(Reply reply, Supplier<Answer> answer) {
    try {
      workers.execute(() -> reply.send(attempted(answer)));
    } catch (RejectedExecutionException e) {
      reply.send(Answer.bare(Answer.UNAVAILABLE));
    }
  }

  private static Answer attempted(Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      LOG.error("a page failed: {}", Faults.describe(e));
      return Answer.bare(Answer.FAILED);
    }
  }

  private static Incoming incoming(Request request, byte[] body) {
    String query = request.getHttpURI().getQuery();
    return new Incoming(
        query == null ? "" : query, request.getHeaders()::getValuesList, body, isFromHere(request));
  }

  private static boolean isFromHere(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        && at.getAddress() != null
        && at.getAddress().isLoopbackAddress();
  }

  /** Where one request is answered. */
  private record Reply(Request request, Response response, Callback callback) {
    /** Without reading on. */
    void refuse(int status) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      send(Answer.bare(status));
    }

    void send(Answer answer) {
      response.setStatus(answer.status());
      if (!answer.type().isEmpty()) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
      }
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      response.getHeaders().put("X-Content-Type-Options", "nosniff");
      answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
      ByteBuffer text = ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8));
      response.write(true, text, callback);
    }
  }
}
