package dev.pushback.teams.adaptivecard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.card.Block;
import dev.pushback.card.CardLimits;
import dev.pushback.card.CleanText;
import java.util.ArrayList;
import java.util.List;

/** The buttons of a card, in rows. */
final class Actions {
  /** The verb of every button. */
  static final String VERB = "say";

  /** Teams shows more than this only behind three dots. */
  static final int MOST = 6;

  private Actions() {}

  /** The card stays, and the bot is told; what stands in inputs isn't sent or checked. */
  static ObjectNode execute(String title, ObjectNode data) {
    ObjectNode action = alone(action("Action.Execute", title, data)).put("verb", VERB);
    action.set("fallback", alone(action("Action.Submit", title, data.deepCopy())));
    return action;
  }

  /** The same with what stands in the inputs. */
  static ObjectNode executeFilled(String title, ObjectNode data) {
    ObjectNode action = action("Action.Execute", title, data).put("verb", VERB);
    action.put("style", "positive");
    action.set("fallback", submitFilled(title, data.deepCopy()));
    return action;
  }

  /** What a dialog sends; what stands in inputs isn't sent or checked. */
  static ObjectNode submit(String title, ObjectNode data) {
    return alone(action("Action.Submit", title, data));
  }

  /** What a dialog sends, with what stands in the inputs. */
  static ObjectNode submitFilled(String title, ObjectNode data) {
    return action("Action.Submit", title, data).put("style", "positive");
  }

  /** Sends what stands in the inputs, and is one of several that do. */
  static ObjectNode insert(String title, ObjectNode data) {
    return action("Action.Submit", title, data);
  }

  /** Opens a dialog from a card in a chat. */
  static ObjectNode open(String title, ObjectNode data) {
    data.putObject("msteams").put("type", "task/fetch");
    return submit(title, data);
  }

  /** Rows of at most {@value #MOST}, of about the same length. */
  static List<ObjectNode> rows(List<ObjectNode> actions) {
    int rows = (actions.size() + MOST - 1) / MOST;
    List<ObjectNode> all = new ArrayList<>();
    int from = 0;
    for (int row = 0; row < rows; row++) {
      int to = from + (actions.size() - from + rows - row - 1) / (rows - row);
      ObjectNode set = Elements.object().put("type", "ActionSet");
      set.put("spacing", row == 0 ? "medium" : "default");
      set.set("actions", Elements.list(actions.subList(from, to)));
      all.add(set);
      from = to;
    }
    return all;
  }

  /** What stands on it, with three dots if it isn't done by pressing it. */
  static String title(Block.Button button) {
    String label = CleanText.cut(button.label(), CardLimits.BUTTON);
    return button.asksForMore() ? label + " …" : label;
  }

  private static ObjectNode alone(ObjectNode action) {
    return action.put("associatedInputs", "none");
  }

  private static ObjectNode action(String type, String title, ObjectNode data) {
    ObjectNode action =
        Elements.object().put("type", type).put("title", CleanText.cut(title, CardLimits.LABEL));
    action.set("data", data);
    return action;
  }
}
