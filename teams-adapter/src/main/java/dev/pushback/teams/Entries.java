package dev.pushback.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.adaptivecard.AdaptiveCardWriter.Surface;
import dev.pushback.teams.door.Arrival;
import dev.pushback.teams.door.TooMuch;
import dev.pushback.teams.door.Turns;
import java.util.Optional;

/** What Teams can have us do, and who does it. */
record Entries(
    DirectMessages direct,
    SlashCommand slash,
    Buttons buttons,
    Forms forms,
    Shortcuts shortcuts,
    InstallationEvents installations)
    implements Turns {

  @Override
  public void message(Arrival arrival) {
    taken(arrival.isPersonal() ? direct.message(arrival) : slash.message(arrival));
  }

  @Override
  public void installation(Arrival arrival, boolean added) {
    taken(installations.changed(arrival, added));
  }

  @Override
  public Optional<ObjectNode> cardAction(Arrival arrival) {
    return Optional.of(buttons.press(arrival));
  }

  @Override
  public Optional<ObjectNode> messageAction(Arrival arrival) {
    return Optional.of(shortcuts.chosen(arrival));
  }

  @Override
  public Optional<ObjectNode> messageActionSubmitted(Arrival arrival) {
    return Optional.of(shortcuts.submitted(arrival));
  }

  @Override
  public Optional<ObjectNode> dialog(Arrival arrival) {
    return Optional.of(forms.said(arrival, Surface.DIALOG));
  }

  @Override
  public Optional<ObjectNode> dialogSubmitted(Arrival arrival) {
    return Optional.of(forms.said(arrival, Surface.DIALOG));
  }

  private static void taken(boolean isTaken) {
    if (!isTaken) {
      throw new TooMuch();
    }
  }
}
