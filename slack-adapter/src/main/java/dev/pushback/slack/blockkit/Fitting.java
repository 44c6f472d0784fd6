package dev.pushback.slack.blockkit;

import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.pushback.card.CardLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what Slack would refuse as too much. Slack counts more than the words, but doesn't say
 * what; so everything that is sent is counted here.
 */
final class Fitting {
  private static final Gson JSON =
      GsonFactory.createSnakeCase().newBuilder().disableHtmlEscaping().create();
  private static final String NOT_ALL =
      "That isn't all; the rest doesn't fit here. Type /pushback and ask for one thing of it.";

  private final int most;

  /**
   * @param most blocks
   */
  Fitting(int most) {
    this.most = most;
  }

  /** Whether all of it fits. */
  boolean fits(List<LayoutBlock> all) {
    return all.size() <= most && all.stream().mapToInt(Fitting::counted).sum() <= CardLimits.TOTAL;
  }

  /** How much of what Slack takes it uses up. */
  static int size(LayoutBlock block) {
    return JSON.toJson(block).length() + 1;
  }

  /**
   * The same if it fits; else its beginning, a line that says so, and the last row of buttons. What
   * is to be filled in always stays, and what stands in it at first isn't counted.
   */
  List<LayoutBlock> fit(List<LayoutBlock> all) {
    if (fits(all)) {
      return all;
    }
    LayoutBlock notAll =
        ContextBlock.builder().elements(List.of(Plain.text(NOT_ALL, CardLimits.TEXT))).build();
    int buttons = lastButtons(all);
    int blocks = most - 1;
    int room = CardLimits.TOTAL - size(notAll);
    for (int i = 0; i < all.size(); i++) {
      if (stays(all, i, buttons)) {
        blocks--;
        room -= counted(all.get(i));
      }
    }
    List<LayoutBlock> fitting = new ArrayList<>();
    boolean full = false;
    for (int i = 0; i < all.size(); i++) {
      LayoutBlock block = all.get(i);
      if (stays(all, i, buttons)) {
        fitting.add(block);
      } else if (!full) {
        blocks--;
        room -= counted(block);
        full = blocks < 0 || room < 0;
        fitting.add(full ? notAll : block);
      }
    }
    return List.copyOf(fitting);
  }

  private static boolean stays(List<LayoutBlock> all, int place, int buttons) {
    return place == buttons || all.get(place) instanceof InputBlock;
  }

  private static int counted(LayoutBlock block) {
    return block instanceof InputBlock ? 0 : size(block);
  }

  private static int lastButtons(List<LayoutBlock> all) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i) instanceof ActionsBlock) {
        return i;
      }
    }
    return -1;
  }
}
