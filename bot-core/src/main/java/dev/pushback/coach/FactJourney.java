package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the person vouches for, and other things they tell about the case. */
final class FactJourney {
  static final Set<String> KINDS = Set.of("budget", "deadline", "quote", "boss");

  private static final Pattern PARTS = Pattern.compile("(?s)(\\S*)\\s*(.*)");
  private static final Pattern LEADING =
      Pattern.compile("^(?:(?:is|of|by|:|=)\\s+)+", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSENT =
      Pattern.compile(
          "(?i)(?:has |have )?(?:agreed|agrees|consents|consented|ok|yes)\\b[\\s,:;-]*(?:to be named[\\s,:;-]*)?");

  private final Knowledge knowledge;
  private final ScriptJourney scripts;

  FactJourney(Knowledge knowledge, ScriptJourney scripts) {
    this.knowledge = knowledge;
    this.scripts = scripts;
  }

  /** Takes down a fact and shows the script with it. */
  Turn fact(Conversation conversation, String rest) {
    Matcher parts = PARTS.matcher(rest);
    if (!parts.matches() || parts.group(2).isBlank()) {
      return Turn.refused(conversation, usage());
    }
    String words = LEADING.matcher(parts.group(2).strip()).replaceFirst("");
    if (words.length() > Facts.LONGEST) {
      return Turn.refused(
          conversation,
          Card.of(
              "That's long for a fact",
              "A fact has at most "
                  + Facts.LONGEST
                  + " characters: the figure or the date is enough."));
    }
    Facts facts = conversation.facts();
    Facts more =
        switch (parts.group(1).toLowerCase(Locale.ROOT)) {
          case "budget" -> facts.withBudget(words);
          case "deadline" -> facts.withDeadline(words);
          case "quote" -> facts.withQuote(words);
          case "boss" -> facts.withBoss(boss(words));
          default -> facts;
        };
    return KINDS.contains(parts.group(1).toLowerCase(Locale.ROOT))
        ? scripts.show(conversation.with(more))
        : Turn.refused(conversation, usage());
  }

  /** "agreed: 15 % off" names a boss who agreed; anything else one who has not. */
  private static Facts.Boss boss(String words) {
    Matcher consent = CONSENT.matcher(words);
    boolean agreed = consent.lookingAt();
    String wants = agreed ? words.substring(consent.end()).strip() : words;
    return new Facts.Boss(
        agreed, wants.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(wants));
  }

  private static Card usage() {
    return Card.of(
        "Which fact?",
        "Type: fact budget, fact deadline, fact quote or fact boss agreed, and then what is true, for"
            + " example: fact budget 8,000. Only what you can stand behind.");
  }

  /** Where the words will be sent. */
  Turn channel(Conversation conversation, Channel channel) {
    return scripts.show(conversation.with(channel));
  }

  /** What kind of partner it is. */
  Turn partner(Conversation conversation, String kind) {
    String id = kind.strip().toLowerCase(Locale.ROOT);
    if (!knowledge.playbook().partnerKinds().containsKey(id)) {
      return Turn.refused(
          conversation,
          Card.of(
              "Which kind of partner?",
              "I know these kinds: "
                  + String.join(
                      ", ", knowledge.playbook().partnerKinds().keySet().stream().sorted().toList())
                  + "."));
    }
    return scripts.show(conversation.withPartnerKind(id));
  }
}
