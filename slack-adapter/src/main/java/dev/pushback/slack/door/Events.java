package dev.pushback.slack.door;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.pushback.door.Answer;
import dev.pushback.door.Faults;
import dev.pushback.door.Incoming;
import dev.pushback.door.Route;
import dev.pushback.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may come in at {@code /slack/events}, and what is answered: who signed it is found out from
 * the bytes, before anything looks into them; then whether it was here before, and what it looks
 * like; only then Bolt gets it.
 */
public final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String PATH = "/slack/events";

  /** Those that Bolt reads. */
  private static final List<String> FOR_BOLT =
      List.of(Signature.HEADER, Signature.TIMESTAMP, "X-Slack-Retry-Num", "X-Slack-Retry-Reason");

  private final Signature signature;
  private final ReplayGuard replays;
  private final App app;
  private final SlackRequestParser parser;
  private final Supplier<String> references;
  private final AtomicLong refused = new AtomicLong();

  /**
   * Guards an app.
   *
   * @param signature who may come in
   * @param replays lets each in once
   * @param app answers
   * @param references makes what an error is called in the log, such as a short random id
   */
  public Events(Signature signature, ReplayGuard replays, App app, Supplier<String> references) {
    this.signature = signature;
    this.replays = replays;
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    this.references = references;
  }

  /** Where Slack sends them. */
  public Route route() {
    return new Route.Posting(
        incoming ->
            incoming.isType(FORM) || incoming.isType(JSON)
                ? OptionalInt.empty()
                : OptionalInt.of(Answer.WRONG_TYPE),
        this::answer);
  }

  /** Answers; never throws. */
  Answer answer(Incoming incoming) {
    try {
      return guarded(incoming);
    } catch (StoreException e) {
      // Slack tries an event again after this, by when the memory may answer.
      return failed(e, Answer.UNAVAILABLE);
    } catch (Exception e) {
      return failed(e, Answer.FAILED);
    }
  }

  private Answer failed(Exception e, int status) {
    LOG.error("request {} failed: {}", references.get(), Faults.describe(e));
    return Answer.bare(status);
  }

  private Answer guarded(Incoming incoming) throws Exception {
    List<String> signatures = incoming.all(Signature.HEADER);
    if (!signature.holds(incoming.all(Signature.TIMESTAMP), signatures, incoming.body())) {
      complain();
      return Answer.bare(Answer.UNAUTHORISED);
    }
    if (!replays.isFirst(signatures.get(0))) {
      return Answer.bare(Answer.UNAUTHORISED);
    }
    Optional<String> text = text(incoming.body());
    Shape shape =
        text.map(body -> incoming.isType(FORM) ? Shape.ofForm(body) : Shape.ofEvent(body))
            .orElse(Shape.BROKEN);
    return switch (shape) {
      case BROKEN -> Answer.bare(Answer.BAD_REQUEST);
      case UNKNOWN -> Answer.bare(Answer.OK);
      case KNOWN ->
          request(incoming, text.orElseThrow())
              .map(this::run)
              .orElse(Answer.bare(Answer.BAD_REQUEST));
    };
  }

  /** Seldom: whoever sends thousands must not fill the log. */
  private void complain() {
    long count = refused.incrementAndGet();
    if (Long.toString(count).matches("10*")) {
      LOG.warn(
          "{} requests so far weren't signed by Slack, or not lately. If Slack says that we don't"
              + " answer: is SLACK_SIGNING_SECRET right, and this machine's clock?",
          count);
    }
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Bolt's request; nothing if something is missing without which it can't make one. */
  private Optional<Request<?>> request(Incoming incoming, String text) {
    Map<String, List<String>> headers = new HashMap<>();
    FOR_BOLT.forEach(name -> headers.put(name, incoming.all(name)));
    try {
      return Optional.ofNullable(
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(PATH)
                  .queryString(Map.of())
                  .headers(new RequestHeaders(headers))
                  .requestBody(text)
                  .remoteAddress("")
                  .build()));
    } catch (RuntimeException e) {
      // Signed by Slack and yet not understood: worth knowing, but not what it was.
      LOG.warn("request {} wasn't understood: {}", references.get(), Faults.describe(e));
      return Optional.empty();
    }
  }

  private Answer run(Request<?> request) {
    Response response;
    try {
      response = app.run(request);
    } catch (StoreException e) {
      return failed(e, Answer.UNAVAILABLE);
    } catch (Exception e) {
      return failed(e, Answer.FAILED);
    }
    String body = Optional.ofNullable(response.getBody()).orElse("");
    String type = Optional.ofNullable(response.getContentType()).orElse("");
    Answer answer =
        new Answer(
            Optional.ofNullable(response.getStatusCode()).orElse(Answer.OK),
            body.isEmpty() ? "" : type,
            body,
            Map.of());
    return answer;
  }
}
