package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;

/** Asks who is in a conversation, and opens conversations with people. */
final class People {
  private static final String PAGE = "500";

  private final Calls calls;
  private final Urls urls;
  private final Credentials credentials;
  private final InstantSource clock;

  People(Calls calls, Urls urls, Credentials credentials, InstantSource clock) {
    this.calls = calls;
    this.urls = urls;
    this.credentials = credentials;
    this.clock = clock;
  }

  Roster members(String tenant, URI serviceUrl, String conversation, Optional<String> from) {
    Tenants.id(tenant);
    Optional<HttpUrl> url =
        urls.below(serviceUrl, conversation, "pagedmembers")
            .map(one -> one.addQueryParameter("pageSize", PAGE))
            .map(one -> from.map(token -> continued(one, token)).orElse(one))
            .map(HttpUrl.Builder::build);
    Reply reply = calls.send(get("members", tenant, conversation, url));
    if (!(reply instanceof Reply.Ok ok)) {
      return new Roster.Unknown(code(reply));
    }
    if (!ok.body().path("members").isArray()) {
      return new Roster.Unknown("unreadable-reply");
    }
    return new Roster.Page(
        StreamSupport.stream(ok.body().path("members").spliterator(), false)
            .flatMap(one -> Member.of(one).stream())
            .toList(),
        Json.text(ok.body(), "continuationToken"));
  }

  private static HttpUrl.Builder continued(HttpUrl.Builder url, String token) {
    return url.addQueryParameter("continuationToken", token);
  }

  /** The answer itself, since why there is none matters before something is sent. */
  Reply member(String tenant, URI serviceUrl, String conversation, String userId) {
    Tenants.id(tenant);
    return calls.send(
        get(
            "member",
            tenant,
            conversation,
            urls.below(serviceUrl, conversation, "members", userId).map(HttpUrl.Builder::build)));
  }

  /** Empty if it is no member, or another one. */
  static Optional<Member> read(Reply reply) {
    return reply instanceof Reply.Ok ok ? Member.of(ok.body()) : Optional.empty();
  }

  /** For what Teams allows, questions about a conversation don't count as messages in it. */
  private static Calls.Call get(
      String what, String tenant, String conversation, Optional<HttpUrl> url) {
    return new Calls.Call(
        what, "GET", tenant, "members of " + conversation, url, Optional.empty(), false);
  }

  Opened open(Person person, URI serviceUrl) {
    String organisation = Tenants.id(person.tenant());
    ObjectNode body = Json.object().put("isGroup", false).put("tenantId", organisation);
    body.putObject("bot").put("id", credentials.bot());
    body.putArray("members").addObject().put("id", person.user());
    body.putObject("channelData").putObject("tenant").put("id", organisation);
    Optional<RequestBody> sent = Optional.of(Json.body(body));
    Reply reply =
        calls.send(
            new Calls.Call(
                "open",
                "POST",
                person.tenant(),
                "conversation with " + person.user(),
                urls.below(serviceUrl).map(HttpUrl.Builder::build),
                sent,
                false));
    if (!(reply instanceof Reply.Ok ok)) {
      return new Opened.Not(code(reply));
    }
    return Json.text(ok.body(), "id")
        .<Opened>map(id -> new Opened.At(with(person, serviceUrl, id)))
        .orElseGet(() -> new Opened.Not("no-id"));
  }

  private Conversation with(Person person, URI serviceUrl, String id) {
    return Conversation.personal(
        person, id, serviceUrl, credentials.bot(), person.user(), clock.instant());
  }

  private static String code(Reply reply) {
    if (reply instanceof Reply.Refused refused) {
      return refused.code();
    }
    if (reply instanceof Reply.Later later) {
      return later.code();
    }
    return reply instanceof Reply.NotSent notSent ? notSent.code() : ((Reply.Lost) reply).code();
  }
}
