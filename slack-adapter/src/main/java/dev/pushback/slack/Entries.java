package dev.pushback.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelSharedEvent;
import com.slack.api.model.event.ChannelUnsharedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.pushback.adapter.Reception;
import dev.pushback.slack.blockkit.SlackViews;
import dev.pushback.slack.door.Uninstall;
import dev.pushback.slack.web.Channels;
import dev.pushback.slack.web.SlackClient;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** All the ways in, in one place: of two listeners for the same thing Bolt takes either. */
final class Entries {
  /** The one command there is. */
  static final String COMMAND = "/pushback";

  private static final Pattern BUTTON = Pattern.compile("say-\\d+");

  private Entries() {}

  /** Has the app listen. */
  static void listen(
      App app,
      Reception reception,
      Showing showing,
      SlackClient client,
      Channels channels,
      Uninstall uninstall,
      InstantSource clock) {
    Shortcuts shortcuts = new Shortcuts(reception, showing);
    DirectMessages direct = new DirectMessages(reception, showing);
    WorkspaceEvents workspace = new WorkspaceEvents(reception, uninstall, channels, clock);
    app.command(COMMAND, new SlashCommand(reception, showing, channels));
    app.messageShortcut(Shortcuts.ON_MESSAGE, shortcuts::onMessage);
    app.globalShortcut(Shortcuts.ANYWHERE, shortcuts::anywhere);
    app.blockAction(BUTTON, new Buttons(reception, showing));
    app.blockSuggestion(SlackViews.FIELD, new TeammatePicker(reception, client));
    app.viewSubmission(SlackViews.SAY, new Forms(reception, showing, client));
    app.event(AppHomeOpenedEvent.class, new HomeTab(reception, showing));
    app.event(MessageEvent.class, direct::message);
    app.event(MessageFileShareEvent.class, direct::file);
    app.event(AppUninstalledEvent.class, workspace::uninstalled);
    app.event(TokensRevokedEvent.class, workspace::tokensRevoked);
    app.event(ChannelSharedEvent.class, workspace::shared);
    app.event(ChannelUnsharedEvent.class, workspace::unshared);
    app.event(ChannelIdChangedEvent.class, workspace::renamed);
  }
}
