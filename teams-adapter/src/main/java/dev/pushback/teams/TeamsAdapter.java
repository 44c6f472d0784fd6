package dev.pushback.teams;

import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Backstage.Ending;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Sources;
import dev.pushback.store.Store;
import dev.pushback.teams.TeamsSettings.Access;
import dev.pushback.teams.door.Bot;
import dev.pushback.teams.door.Gate;
import dev.pushback.teams.door.Guard;
import dev.pushback.teams.door.Keys;
import dev.pushback.teams.door.Messages;
import dev.pushback.teams.door.OpenGate;
import dev.pushback.teams.web.Credentials;
import dev.pushback.teams.web.TeamsClient;
import dev.pushback.teams.web.TeamsMessenger;
import dev.pushback.teams.web.WebSettings;
import dev.pushback.web.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole adapter, put together: one bot, one client. */
final class TeamsAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsAdapter.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(5);

  private TeamsAdapter() {}

  /**
   * Puts it together and listens.
   *
   * @throws IOException if the port is taken; the message says how to mend it
   */
  static Adapter on(Backstage stage, TeamsSettings settings) throws IOException {
    Store store = stage.store();
    Sources sources = stage.sources();
    TeamsClient client = client(settings, sources);
    stage.undoing(client::close);
    Chats chats = new Chats(store, client, sources.clock());
    Colleagues colleagues = new Colleagues(client, chats);
    Reception reception = stage.reception(colleagues::isInsider, chats::who);
    Entries entries = entries(reception, client, chats, store);
    Messages messages =
        new Messages(
            gate(settings, client, stage),
            settings.hosts(),
            new Bot(settings.access().appId(), entries),
            sources.references());
    return stage.open(
        settings.listen(),
        new Backstage.Parts(
            messages.routes(),
            new TeamsMessenger(client, store.conversations(), Pictures::nudge),
            () -> true,
            () -> {},
            () -> {},
            List.of(),
            new Ending("close the connections", client::close)));
  }

  /** Who does what Teams can have us do. */
  static Entries entries(Reception reception, TeamsClient client, Chats chats, Store store) {
    Colleagues colleagues = new Colleagues(client, chats);
    Pictures pictures = new Pictures(new TeammatePicker(store, client));
    Showing showing = new Showing(client, chats, pictures);
    Forms forms = new Forms(reception, showing, chats, pictures, colleagues);
    return new Entries(
        new DirectMessages(reception, showing, chats, colleagues),
        new SlashCommand(reception, showing, chats, colleagues),
        new Buttons(reception, showing, chats, pictures, colleagues),
        forms,
        new Shortcuts(forms, chats),
        new InstallationEvents(reception, showing, chats));
  }

  private static TeamsClient client(TeamsSettings settings, Sources sources) {
    WebSettings usual = WebSettings.at(settings.loginUrl().toString());
    return new TeamsClient(
        settings.access() instanceof Access.Playground ? usual.keepingNoConnections() : usual,
        credentials(settings.access()),
        settings.hosts()::allows,
        sources.clock(),
        sources.ticker(),
        sources.pause());
  }

  private static Credentials credentials(Access access) {
    if (access instanceof Access.OneTenant one) {
      return new Credentials(one.appId(), Optional.of(one.password()), Optional.of(one.tenant()));
    }
    return access instanceof Access.ManyTenants many
        ? new Credentials(many.appId(), Optional.of(many.password()), Optional.empty())
        : new Credentials(access.appId(), Optional.empty(), Optional.empty());
  }

  /** Many who come at once would wait for the keys, and be sent away; the token can come later. */
  private static Gate gate(TeamsSettings settings, TeamsClient client, Backstage stage) {
    if (settings.access() instanceof Access.Playground) {
      return new OpenGate();
    }
    Http http = new Http("teams-keys", CONNECT, CALL);
    stage.undoing(http::close);
    Keys keys = new Keys(http, settings.metadataUrl().toString(), stage.sources().ticker());
    if (!keys.warmUp()) {
      LOG.warn("Microsoft's keys couldn't be fetched yet; they are when somebody comes");
    }
    stage.beside(() -> warmUp(client));
    Optional<String> tenant =
        settings.access() instanceof Access.OneTenant one
            ? Optional.of(one.tenant())
            : Optional.empty();
    return new Guard(settings.access().appId(), tenant, keys, stage.sources().clock());
  }

  private static void warmUp(TeamsClient client) {
    client
        .warmUp()
        .ifPresent(
            code ->
                LOG.warn(
                    "there is no token to write to Teams with: {}. Are TEAMS_APP_ID,"
                        + " TEAMS_APP_PASSWORD and TEAMS_TENANT_ID right?",
                    code));
  }
}
