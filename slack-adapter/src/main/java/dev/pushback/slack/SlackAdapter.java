package dev.pushback.slack;

import com.slack.api.bolt.App;
import dev.pushback.adapter.Acquaintance;
import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Backstage.Ending;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Sources;
import dev.pushback.door.Route;
import dev.pushback.slack.SlackSettings.Access;
import dev.pushback.slack.blockkit.BlockKitWriter;
import dev.pushback.slack.door.BoltApp;
import dev.pushback.slack.door.Events;
import dev.pushback.slack.door.ReplayGuard;
import dev.pushback.slack.door.Signature;
import dev.pushback.slack.door.SocketMode;
import dev.pushback.slack.door.Uninstall;
import dev.pushback.slack.web.Channels;
import dev.pushback.slack.web.SlackClient;
import dev.pushback.slack.web.SlackMessenger;
import dev.pushback.slack.web.WebSettings;
import dev.pushback.store.Installation;
import dev.pushback.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole adapter, put together: one app, one client. */
final class SlackAdapter {
  private SlackAdapter() {}

  /**
   * Puts it together and listens.
   *
   * @throws IOException if Slack refuses the token or the port is taken; the message says how to
   *     mend it
   */
  static Adapter on(Backstage stage, SlackSettings settings) throws IOException {
    Store store = stage.store();
    Sources sources = stage.sources();
    SlackClient client = client(settings, store, sources);
    stage.undoing(client::close);
    if (settings.access() instanceof Access.OneWorkspace one) {
      store.installations().save(Installing.byToken(client, one.botToken(), sources.clock()));
    }
    Channels channels = new Channels(client, sources.ticker());
    Uninstall uninstall = new Uninstall(store);
    App app =
        BoltApp.make(
            settings.signingSecret(), sources.clock(), client.slack(), store.installations());
    Reception reception =
        stage.reception(
            who -> client.isInsider(who.tenant(), who.user()),
            who ->
                client
                    .user(who.tenant(), who.user())
                    .map(user -> new Acquaintance(user.name(), user.zone())));
    Entries.listen(
        app,
        reception,
        new Showing(client, channels),
        client,
        channels,
        uninstall,
        sources.clock());
    Optional<SocketMode> socket = socket(settings, app, sources);
    socket.ifPresent(one -> stage.undoing(one::close));
    ReplayGuard replays = new ReplayGuard(store, sources.patience().dividedBy(2));
    stage.undoing(replays::close);
    return stage.open(
        settings.listen(),
        new Backstage.Parts(
            routes(settings, client, store, app, replays, sources),
            new SlackMessenger(client, card -> BlockKitWriter.blocks(card, Optional.empty())),
            () -> socket.map(SocketMode::isConnected).orElse(true),
            uninstall::eraseAll,
            () -> socket.ifPresent(SocketMode::close),
            List.of(new Ending("remember no more requests", replays::close)),
            new Ending("close the connections", client::close)));
  }

  private static SlackClient client(SlackSettings settings, Store store, Sources sources) {
    return new SlackClient(
        WebSettings.at(settings.apiUrl().toString()),
        tenant -> store.installations().find(tenant).map(Installation::token),
        sources.clock(),
        sources.ticker());
  }

  private static Optional<SocketMode> socket(SlackSettings settings, App app, Sources sources)
      throws IOException {
    return settings.appToken().isPresent()
        ? Optional.of(SocketMode.start(settings.appToken().get(), app, sources.references()))
        : Optional.empty();
  }

  private static Map<String, Route> routes(
      SlackSettings settings,
      SlackClient client,
      Store store,
      App app,
      ReplayGuard replays,
      Sources sources) {
    Map<String, Route> routes = new HashMap<>();
    settings
        .signingSecret()
        .filter(secret -> settings.appToken().isEmpty())
        .map(
            secret ->
                new Events(
                    new Signature(secret, sources.clock()), replays, app, sources.references()))
        .ifPresent(events -> routes.put("/slack/events", events.route()));
    Installing.pages(settings, client, store, sources)
        .ifPresent(pages -> routes.putAll(pages.routes()));
    return routes;
  }
}
