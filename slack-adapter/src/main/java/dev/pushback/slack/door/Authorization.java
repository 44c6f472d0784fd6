package dev.pushback.slack.door;

import com.google.gson.JsonObject;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.MiddlewareOps;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import dev.pushback.store.Installation;
import dev.pushback.store.Installations;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the installation that a request belongs to, and gives its token to the listener. Whoever
 * hasn't installed the coach gets a line that only they see; their events are ignored. Nor does the
 * coach hear what it said itself.
 */
final class Authorization implements Middleware {
  /** What somebody reads whose workspace has no coach. */
  static final String NOT_HERE =
      "Only you can see this. I'm not set up in this workspace yet. Whoever looks after your"
          + " Slack apps can install me.";

  private static final int OK = 200;

  private final Installations installations;

  Authorization(Installations installations) {
    this.installations = installations;
  }

  @Override
  @SuppressWarnings("rawtypes") // As Bolt declares it.
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    if (MiddlewareOps.isNoAuthRequiredRequest(request.getRequestType())) {
      return chain.next(request);
    }
    Context context = request.getContext();
    Optional<Installation> installation =
        Tenants.candidates(context).stream()
            .map(installations::find)
            .flatMap(Optional::stream)
            .findFirst();
    installation.ifPresent(found -> note(found, context));
    if (MiddlewareOps.isNoTokenRequiredRequest(request)) {
      return chain.next(request);
    }
    if (installation.isEmpty()) {
      return stranger(request);
    }
    return isOurOwn(request, installation.get()) ? Response.ok() : chain.next(request);
  }

  private static void note(Installation found, Context context) {
    Tenants.note(context, found.tenant());
    context.setBotToken(found.token());
    context.setBotUserId(found.botUser());
    context.setEnterpriseInstall(
        found.tenant().equals(Tenants.named(String.valueOf(context.getEnterpriseId()))));
  }

  private static Response stranger(Request<?> request) {
    if (request.getRequestType() != RequestType.Command) {
      return Response.ok();
    }
    JsonObject line = new JsonObject();
    line.addProperty("response_type", "ephemeral");
    line.addProperty("text", NOT_HERE);
    return Response.json(OK, line);
  }

  private static boolean isOurOwn(Request<?> request, Installation installation) {
    return request.getRequestType() == RequestType.Event
        && Objects.equals(request.getContext().getRequestUserId(), installation.botUser());
  }
}
