package dev.pushback.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A person's own draft with some words changed. Everything else stays as they wrote it, letter by
 * letter.
 *
 * @param words the draft as it can be sent
 * @param changes what was changed, in the order of the draft; none if it was left alone
 */
public record Redraft(SendableText words, List<Change> changes) {
  /** Copies. */
  public Redraft {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param start offset of the first changed character in the draft
   * @param end offset after the last one; the same as {@code start} where something is added
   * @param before the words that stood there; empty where something is added
   * @param after the words that stand there now; empty where something is taken out
   */
  public record Change(int start, int end, String before, String after) {
    /** Checks that something changes. */
    public Change {
      if (start < 0 || end < start || before.length() != end - start || before.equals(after)) {
        throw new IllegalArgumentException("no change from " + start + " to " + end);
      }
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
      return "a change from " + start + " to " + end;
    }
  }

  /**
   * Makes the changes.
   *
   * @param draft what the person wrote
   * @param changes may stand in any order, and don't overlap
   * @throws IllegalArgumentException when changes overlap or nothing would be left
   */
  public static Redraft of(String draft, List<Change> changes) {
    List<Change> inOrder = new ArrayList<>(changes);
    inOrder.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
    StringBuilder words = new StringBuilder(draft.length());
    int copied = 0;
    for (Change change : inOrder) {
      if (change.start() < copied) {
        throw new IllegalArgumentException("changes overlap at " + change.start());
      }
      words.append(draft.substring(copied, change.start())).append(change.after());
      copied = change.end();
    }
    words.append(draft.substring(copied));
    return new Redraft(new SendableText(words.toString().strip()), inOrder);
  }

  /** Whether anything was changed. */
  public boolean isChanged() {
    return !changes.isEmpty();
  }

  /** Says nothing of the text. */
  @Override
  public String toString() {
    return "a draft with " + changes.size() + " changes";
  }
}
