package dev.pushback.slack.web;

import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import dev.pushback.web.Exchange;
import dev.pushback.web.Http;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers where something was done, for the eyes of whoever did it: nothing here can say else. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final Optional<MediaType> JSON =
      Optional.ofNullable(MediaType.parse("application/json; charset=utf-8"));

  private static final int GOOD = 200;
  private static final int REDIRECTS = 300;
  private static final int ERRORS = 400;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int SERVER_ERRORS = 500;

  private final Http http;

  Answers(Http http) {
    this.http = http;
  }

  Responded respond(ResponseUrl url, PrivateReply reply) {
    RequestBody body = RequestBody.create(body(reply).toString(), JSON.orElseThrow());
    Responded responded = responded(http.post(url.url(), Optional.empty(), body));
    if (responded != Responded.SHOWN) {
      LOG.info("an answer to a response URL: {}", responded);
    }
    return responded;
  }

  private static JsonObject body(PrivateReply reply) {
    JsonObject body = new JsonObject();
    if (reply instanceof PrivateReply.Away) {
      // It must be the only one.
      body.addProperty("delete_original", true);
      return body;
    }
    boolean instead = reply instanceof PrivateReply.Instead;
    List<LayoutBlock> blocks =
        reply instanceof PrivateReply.Instead other
            ? other.blocks()
            : ((PrivateReply.Fresh) reply).blocks();
    body.addProperty("response_type", "ephemeral");
    body.addProperty("replace_original", instead);
    body.addProperty("text", DmMessage.NOTIFICATION);
    body.add("blocks", Json.tree(blocks));
    return body;
  }

  private static Responded responded(Exchange exchange) {
    if (exchange instanceof Exchange.NotSent) {
      return Responded.FAILED;
    }
    if (exchange instanceof Exchange.Lost) {
      return Responded.UNSURE;
    }
    Exchange.Answered answer = (Exchange.Answered) exchange;
    int status = answer.status();
    if (status == NOT_FOUND || status == GONE) {
      return Responded.TOO_LATE;
    }
    if (status >= ERRORS && status < SERVER_ERRORS) {
      return Responded.FAILED;
    }
    return status < GOOD || status >= REDIRECTS ? Responded.UNSURE : taken(answer.body());
  }

  private static Responded taken(String answer) {
    Optional<JsonObject> json = Json.read(answer);
    boolean fine =
        answer.strip().equals("ok") || json.filter(one -> Json.isTrue(one, "ok")).isPresent();
    if (fine) {
      return Responded.SHOWN;
    }
    Optional<String> error = json.flatMap(one -> Json.text(one, "error"));
    if (error.isEmpty()) {
      return Responded.UNSURE;
    }
    return error.get().equals("expired_url") || error.get().equals("used_url")
        ? Responded.TOO_LATE
        : Responded.FAILED;
  }
}
