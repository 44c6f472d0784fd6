package dev.pushback.teams;

import dev.pushback.adapter.Adapter;
import dev.pushback.adapter.Backstage;
import dev.pushback.adapter.Backstage.Ending;
import dev.pushback.adapter.Reception;
import dev.pushback.adapter.Sources;
import dev.pushback.chat.Reply;
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
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The whole adapter, put together: one bot, one client. */
final class TeamsAdapter {
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
    Pictures pictures = new Pictures(new TeammatePicker(store));
    Showing showing = new Showing(client, chats, pictures);
    Forms forms = new Forms(reception, showing, chats, pictures, colleagues);
    Entries entries =
        new Entries(
            new DirectMessages(reception, showing, chats),
            new SlashCommand(reception, showing, chats),
            new Buttons(reception, showing, chats, pictures, colleagues),
            forms,
            new Shortcuts(forms, chats),
            new InstallationEvents(reception, showing, chats));
    Messages messages =
        new Messages(
            gate(settings, sources),
            settings.hosts(),
            new Bot(settings.access().appId(), entries),
            sources.references());
    return stage.open(
        settings.listen(),
        new Backstage.Parts(
            messages.routes(),
            new TeamsMessenger(
                client,
                store.conversations(),
                card -> Pictures.nudge(new Reply(card, true)),
                sources.clock()),
            () -> true,
            () -> {},
            () -> {},
            List.of(),
            new Ending("close the connections", client::close)));
  }
}
