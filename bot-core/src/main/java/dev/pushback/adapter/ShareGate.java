package dev.pushback.adapter;

import dev.pushback.card.Card;
import dev.pushback.chat.Reply;
import dev.pushback.people.Person;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Who may share with colleagues, and so see their names: those who belong to the organisation. A
 * guest is often the partner.
 *
 * @param isInsider asks the platform; whoever it doesn't know isn't one
 */
public record ShareGate(Predicate<Person> isInsider) {
  /** For guests. */
  public static final Reply CLOSED =
      new Reply(
          Card.of(
              "Sharing is for members",
              "Thoughts are shared among members of an organisation. You're its guest here, or I can't"
                  + " tell just now; everything else works for you all the same."),
          false);

  /** Whether somebody wants to share something. */
  public static boolean concerns(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("(?s)share\\b.*");
  }

  /** Whether they may say this. */
  public boolean lets(Person who, String text) {
    return !concerns(text) || isInsider.test(who);
  }
}
