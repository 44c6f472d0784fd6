package dev.pushback.tone;

import dev.pushback.learning.Token;
import dev.pushback.script.Redraft;
import dev.pushback.script.Redraft.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to one draft while they are collected. Where two meet, the larger one stays. */
final class Edits {
  private final String text;
  private final List<Change> changes = new ArrayList<>();

  Edits(String text) {
    this.text = text;
  }

  /** Puts words in place of others; nothing happens where a larger change was made already. */
  void replace(int start, int end, String after) {
    String before = text.substring(start, end);
    if (before.equals(after)) {
      return;
    }
    Change change = new Change(start, end, before, after);
    Optional<Change> reached = changes.stream().filter(other -> reaches(other, change)).findFirst();
    Optional<Change> follows = changes.stream().filter(other -> reaches(change, other)).findFirst();
    if (reached.isPresent()) {
      changes.remove(reached.get());
      String space = text.substring(reached.get().start(), start);
      replace(reached.get().start(), end, space.isBlank() ? space + after : after);
    } else if (follows.isPresent()) {
      changes.remove(follows.get());
      replace(start, follows.get().end(), cased(follows.get().after(), after));
    } else if (changes.stream()
        .noneMatch(other -> meet(other, change) && !isWithin(other, change))) {
      changes.removeIf(other -> meet(other, change));
      changes.add(change);
    }
  }

  /** Whether a change that only wrote the first word behind it anew is gone on with. */
  private static boolean reaches(Change earlier, Change later) {
    return earlier.start() < later.start()
        && later.start() < earlier.end()
        && earlier.end() < later.end();
  }

  /** Words that begin as large or as small as others. */
  private static String cased(String words, String like) {
    return !like.isEmpty()
            && !words.isEmpty()
            && Character.isUpperCase(like.charAt(0))
            && !like.equals("I")
        ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
        : words;
  }

  /** Puts words in place of all that stands between two tokens. */
  void part(Token before, Token after, String words) {
    int start = before.end();
    replace(start, after.start(), words);
  }

  /** Puts words between others; behind a larger change if they would stand in the middle of it. */
  void insert(int at, String after) {
    Optional<Change> around =
        changes.stream().filter(other -> other.start() < at && at < other.end()).findFirst();
    if (around.isPresent()) {
      Change larger = around.get();
      changes.remove(larger);
      changes.add(
          new Change(larger.start(), larger.end(), larger.before(), larger.after() + after));
    } else {
      changes.add(new Change(at, at, "", after));
    }
  }

  /** The changes that lie within a stretch; they are no longer made. */
  List<Change> take(int start, int end) {
    List<Change> taken =
        changes.stream().filter(one -> start <= one.start() && one.end() <= end).toList();
    changes.removeAll(taken);
    return taken;
  }

  /** Whether a stretch is taken out altogether. */
  boolean isGone(int start, int end) {
    return changes.stream()
        .anyMatch(
            one -> one.start() <= start && end <= one.end() && one.after().length() < end - start);
  }

  /** The draft with all changes; the draft itself if nothing of it would be left. */
  Redraft made() {
    int gone = changes.stream().mapToInt(one -> one.before().length() - one.after().length()).sum();
    boolean anything =
        gone < text.strip().length() || changes.stream().anyMatch(one -> !one.after().isBlank());
    return Redraft.of(text, anything ? changes : List.of());
  }

  private static boolean meet(Change one, Change other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static boolean isWithin(Change inner, Change outer) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
