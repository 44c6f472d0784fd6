package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.store.Erasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Erases what is kept of a person: asks first, and says afterwards what is gone. */
final class ForgetJourney {
  private static final String CONFIRM = "forget me now";
  private static final Pattern CONFIRMED = Pattern.compile("(?i)forget\\s+me\\s+now\\W*");

  private static final String ELSEWHERE =
      "What I wrote to you stays where you read it, and what you wrote in a direct message stays"
          + " there too: those belong to the platform, whose administrators may keep or export them.";

  private ForgetJourney() {}

  /** Whether the person has confirmed it. What erases everything can't run among other things. */
  static boolean isConfirmed(String text) {
    return CONFIRMED.matcher(text).matches();
  }

  /** Says what would be erased. */
  static Turn ask(Session session) {
    return Turn.helped(
        session.talk(),
        new Card(
            "Forget you?",
            List.of(
                new Block.Text(
                    "I'd erase everything I keep of you: every case with what was said and what you"
                        + " vouched for, your partners and the account with them, what you wait for"
                        + " and its reminders, your name, your hours, your last thought and your last"
                        + " draft. It can't be brought back, and it's the same as if we'd never spoken."),
                new Block.Note(ELSEWHERE),
                new Block.Buttons(
                    List.of(
                        new Block.Button("Yes, erase all of it", CONFIRM),
                        new Block.Button("No, keep it", "home"))))));
  }

  /** Says what there is that could stop. */
  static Turn stop(Session session) {
    return Turn.helped(
        session.talk(),
        new Card(
            "What should stop?",
            List.of(
                new Block.Text(
                    "I only answer, and remind you of what you asked me to track. Reminders end one"
                        + " by one, where you see what you wait for. If I should forget you, say"
                        + " that, and everything ends."),
                new Block.Buttons(
                    List.of(
                        new Block.Button("What I wait for", "waiting"),
                        new Block.Button("Forget me", "forget me"))))));
  }

  /** Says what was erased. */
  static Reply done(Erasure erasure) {
    List<String> gone = new ArrayList<>();
    Map<String, Integer> rows = erasure.erased();
    count(rows, "cases", "case", "cases").ifPresent(gone::add);
    count(rows, "facts", "fact", "facts").ifPresent(gone::add);
    count(rows, "followUps", "thing you waited for or owed", "things you waited for or owed")
        .ifPresent(gone::add);
    count(rows, "partners", "partner", "partners").ifPresent(gone::add);
    count(rows, "concessions", "entry in the account", "entries in the account")
        .ifPresent(gone::add);
    count(rows, "nudges", "reminder", "reminders").ifPresent(gone::add);
    count(rows, "profile", "profile", "profiles").ifPresent(gone::add);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Text(
            erasure.rows() == 0
                ? "There was nothing of yours here."
                : "Everything I kept of you is erased. If you write to me again, we start afresh."));
    if (!gone.isEmpty()) {
      blocks.add(
          new Block.Facts(
              "What is gone", gone.stream().map(line -> new Block.Row("", line)).toList()));
    }
    if (!erasure.isComplete()) {
      blocks.add(
          new Block.Text(
              "I've checked, and some of it may still be in the file. Please tell whoever runs me;"
                  + " they can erase you with \"forget\"."));
    }
    blocks.add(new Block.Note(ELSEWHERE + " Backups keep it until they are replaced."));
    return new Reply(new Card("Forgotten", blocks), true);
  }

  private static Optional<String> count(
      Map<String, Integer> rows, String table, String one, String several) {
    int count = rows.getOrDefault(table, 0);
    return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : several));
  }
}
