package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.handler.builtin.BlockSuggestionHandler;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.pushback.adapter.Reception;
import dev.pushback.slack.web.SlackClient;
import dev.pushback.slack.web.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Offers colleagues while somebody types a name: nobody of another organisation, no guests, no
 * bots, and not the person themselves. Slack's own picker can't leave those out.
 */
final class TeammatePicker implements BlockSuggestionHandler {
  private static final int MOST = 20;
  private static final int LONGEST = 75;

  /** Slack gives up after three seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private final Reception reception;
  private final SlackClient client;

  TeammatePicker(Reception reception, SlackClient client) {
    this.reception = reception;
    this.client = client;
  }

  @Override
  public Response apply(BlockSuggestionRequest request, BlockSuggestionContext context) {
    BlockSuggestionPayload payload = request.getPayload();
    Speaker who =
        Speaker.of(
            context,
            ofNullable(payload.getUser()).map(BlockSuggestionPayload.User::getId),
            ofNullable(payload.getUser()).map(BlockSuggestionPayload.User::getTeamId));
    String typed = ofNullable(payload.getValue()).orElse("");
    CompletableFuture<List<Option>> options = new CompletableFuture<>();
    boolean taken =
        who.isColleague()
            && reception.work(
                () ->
                    options.complete(
                        client.isInsider(who.tenant(), who.user())
                            ? options(who, typed)
                            : List.of()));
    return context.ack(
        BlockSuggestionResponse.builder().options(taken ? soon(options) : List.of()).build());
  }

  private List<Option> options(Speaker who, String typed) {
    return client.colleagues(who.tenant(), typed, MOST, who.user()).stream()
        .filter(user -> !user.name().isBlank())
        .map(TeammatePicker::option)
        .toList();
  }

  private static Option option(SlackUser user) {
    String name =
        user.name().length() <= LONGEST ? user.name() : user.name().substring(0, LONGEST - 1) + "…";
    return Option.builder()
        .text(PlainTextObject.builder().text(name).emoji(false).build())
        .value(user.id())
        .build();
  }

  private static List<Option> soon(CompletableFuture<List<Option>> options) {
    return options.completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
