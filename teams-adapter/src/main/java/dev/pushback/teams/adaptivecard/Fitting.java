package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Leaves out what Teams would refuse as too much. */
final class Fitting {
  /**
   * Bytes of a card, as JSON in UTF-8. Teams refuses cards of message extensions above 28 KB, and
   * messages above about 100 KB, of which older clients take 28.
   */
  static final int MOST = 25_000;

  /** What surrounds the body of a card, and the dialog that it may stand in. */
  private static final int AROUND = 600;

  private static final String NOT_ALL =
      "That isn't all; the rest doesn't fit here. Ask me for one thing of it.";

  private Fitting() {}

  /**
   * A part of a card.
   *
   * @param stays whether it is never left out
   */
  record Part(ObjectNode node, boolean stays) {
    private int size() {
      return Fitting.size(node) + 1;
    }

    private boolean isButtons() {
      return "ActionSet".equals(node.path("type").asText());
    }
  }

  static int size(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * The same if it fits; else its beginning, a line that says so, and the last row of buttons. What
   * is to be filled in always stays.
   */
  static List<ObjectNode> fit(List<Part> all) {
    int size = all.stream().mapToInt(Part::size).sum();
    if (size + AROUND <= MOST) {
      return all.stream().map(Part::node).toList();
    }
    ObjectNode notAll = Elements.note(NOT_ALL);
    int buttons = lastButtons(all);
    int room = MOST - AROUND - size(notAll) - 1;
    for (int i = 0; i < all.size(); i++) {
      room -= stays(all, i, buttons) ? all.get(i).size() : 0;
    }
    List<ObjectNode> fitting = new ArrayList<>();
    boolean full = false;
    for (int i = 0; i < all.size(); i++) {
      if (stays(all, i, buttons)) {
        fitting.add(all.get(i).node());
      } else if (!full) {
        room -= all.get(i).size();
        full = room < 0;
        fitting.add(full ? notAll : all.get(i).node());
      }
    }
    return fitting;
  }

  private static boolean stays(List<Part> all, int place, int buttons) {
    return place == buttons || all.get(place).stays();
  }

  private static int lastButtons(List<Part> all) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).isButtons() && !all.get(i).stays()) {
        return i;
      }
    }
    return -1;
  }
}
