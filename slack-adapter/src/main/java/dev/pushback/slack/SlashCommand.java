package dev.pushback.slack;

import static java.util.Optional.ofNullable;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Reception.Thought;
import dev.pushback.chat.Reply;
import dev.pushback.slack.blockkit.BlockKitWriter;
import dev.pushback.slack.web.Audience;
import dev.pushback.slack.web.Channels;
import java.util.Optional;

/**
 * {@code /pushback …}, typed in any conversation. Where the coach may answer in place, the answer
 * comes with the acknowledgement, if it is ready soon enough; else it follows.
 */
final class SlashCommand implements SlashCommandHandler {
  private final Reception reception;
  private final Showing showing;
  private final Channels channels;

  SlashCommand(Reception reception, Showing showing, Channels channels) {
    this.reception = reception;
    this.showing = showing;
    this.channels = channels;
  }

  @Override
  public Response apply(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    Speaker who = Speaker.of(context, ofNullable(payload.getUserId()), Optional.empty());
    String text = PlainText.command(ofNullable(payload.getText()).orElse(""));
    Place.Typed place =
        new Place.Typed(
            ofNullable(payload.getChannelId()).orElse(""),
            ofNullable(payload.getResponseUrl()).orElse(""),
            ofNullable(payload.getTriggerId()).orElse(""));
    return channels.known(who.tenant(), place.channel()).filter(Audience::allowsInPlace).isPresent()
        ? answer(who, text, place, context)
        : later(
            reception.work(
                () ->
                    showing.show(
                        who, place, reception.answer(who.person(), text, Optional.empty()))),
            context);
  }

  private Response answer(Speaker who, String text, Place place, SlashCommandContext context) {
    Thought thought =
        reception.think(
            () -> reception.answer(who.person(), text, Optional.empty()),
            late -> showing.show(who, place, late));
    if (thought instanceof Thought.Ready ready) {
      return Showing.isForm(ready.reply())
          ? later(reception.work(() -> showing.show(who, place, ready.reply())), context)
          : context.ack(privately(ready.reply()));
    }
    return later(thought instanceof Thought.Later, context);
  }

  private static Response later(boolean taken, SlashCommandContext context) {
    return taken ? context.ack() : context.ack(privately(Reception.BUSY));
  }

  /** Ephemeral, whatever else may be said elsewhere. */
  private static SlashCommandResponse privately(Reply reply) {
    return SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text("Only you can see this")
        .blocks(BlockKitWriter.blocks(reply))
        .build();
  }
}
