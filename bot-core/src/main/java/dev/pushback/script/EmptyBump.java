package dev.pushback.script;

import dev.pushback.playbook.EmptyBumps;
import dev.pushback.playbook.Playbook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether a message only says that somebody waits ("any news?"), and what would be better. In
 * doubt it keeps quiet: a warning that is wrong is worse than none.
 */
public final class EmptyBump {
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}'?]+");

  /** A date or a time still to come is something new; when the last message was sent is not. */
  private static final Pattern AHEAD =
      Pattern.compile(
          " (?:by|until|till|before|on|for|at|this|next|from|to|in) (?:the |this |next |early |late |end of |mid )*"
              + "(?:\\d+(?:st|nd|rd|th)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july"
              + "|august|september|october|november|december|tomorrow|noon|easter|christmas|week|month) ");

  private static final Pattern BEHIND =
      Pattern.compile(
          " (?:my|our|the|this|last|previous) (?:\\p{L}+ )?(?:mails?|e mails?|emails?|messages?|notes?|letters?|requests?|questions?|chats?|calls?|follow ups?)"
              + " (?:(?:you|i|we|sent|wrote|from|of|on|dated|last|the|this) )*(?:\\d+(?:st|nd|rd|th)? )?(?:of )?(?:\\p{L}+day |week |month |january |february |march |april |may |june |july |august |september |october |november |december )?(?=\\P{L}|\\p{L})");
  private static final Pattern DIGITS =
      Pattern.compile(" \\p{Sc}?\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th)? ");

  private final EmptyBumps rules;
  private final List<String> bumps;
  private final FollowUpItem items;

  /**
   * What was found.
   *
   * @param found the words that add nothing, in lower case
   * @param why why it gets little, told to the person
   * @param hint what is known about such messages, and how well
   * @param better what to send in its place
   * @param cites techniques or sources
   */
  public record Finding(
      String found, CoachText why, CoachText hint, SendableText better, List<String> cites) {
    /** Copies. */
    public Finding {
      cites = List.copyOf(cites);
    }
  }

  /**
   * @param playbook the words
   */
  public EmptyBump(Playbook playbook) {
    this.rules = playbook.emptyBumps();
    this.bumps =
        rules.bumps().stream()
            .map(EmptyBump::plain)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.items = new FollowUpItem(playbook, new Wording(playbook.shorthand()));
  }

  private SendableText better(Optional<String> item) {
    Map<String, String> words =
        Map.of("item", item.flatMap(items::toPartner).orElse(FollowUpItem.BLANK));
    return new SendableText(Composer.say(rules.say(), words, 0));
  }

  /** Whether the message adds nothing. */
  public Optional<Finding> in(String text) {
    return in(text, Optional.empty());
  }

  /**
   * Whether the message adds nothing; the better line speaks of the item.
   *
   * @param item what the person waits for, if known
   */
  public Optional<Finding> in(String text, Optional<String> item) {
    String rest = BEHIND.matcher(plain(text)).replaceAll(" my ");
    String found = "";
    for (String bump : bumps) {
      if (rest.contains(bump)) {
        found = found.length() >= bump.length() ? found : bump;
        rest = rest.replace(bump, " | ");
      }
    }
    if (found.isEmpty() || adds(rest)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            found.strip(),
            new CoachText(rules.why()),
            new CoachText(rules.hint()),
            better(item),
            rules.cites()));
  }

  private boolean adds(String rest) {
    return AHEAD.matcher(rest).find()
        || DIGITS.matcher(rest).find()
        || rules.adds().stream().anyMatch(word -> rest.contains(plain(word)));
  }

  /** In lower case, words parted by single spaces, with a space at both ends. */
  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return " "
        + NOT_WORDS.matcher(lower.replace("?", " ? ")).replaceAll(" ").strip().replaceAll(" +", " ")
        + " ";
  }
}
