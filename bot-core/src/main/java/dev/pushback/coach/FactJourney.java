package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.partner.VouchedFact;
import dev.pushback.script.Channel;
import dev.pushback.script.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the person vouches for, and other things they tell about the case. */
final class FactJourney {
  /** Where a fact comes from, in brackets behind it: "8,000 (from the grant letter)". */
  private static final Pattern SOURCE =
      Pattern.compile("\\(((?:from|per|by|says|source)\\b[^()]{1,120})\\)\\s*$");

  private static final Pattern PARTS = Pattern.compile("(?s)(\\S*)\\s*(.*)");
  private static final Pattern LEADING =
      Pattern.compile("^(?:(?:is|of|by|:|=)\\s+)+", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSENT =
      Pattern.compile(
          "(?i)(?:has |have )?(?:agreed|agrees|consents|consented|ok|yes)\\b[\\s,:;-]*(?:to be named[\\s,:;-]*)?");

  /** What has to be an amount: some figure in it, and none below zero. */
  private static final Set<String> AMOUNTS = Set.of("budget", "quote");

  private static final Pattern AMOUNT = Pattern.compile("(?s)(?!\\s*[-–−]\\s*\\p{Sc}?\\d).*\\d.*");

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
    String kindOf = parts.group(1).toLowerCase(Locale.ROOT);
    if (AMOUNTS.contains(kindOf) && !AMOUNT.matcher(words).matches()) {
      return Turn.refused(
          conversation,
          Card.of(
              "How much is it?",
              "A " + kindOf + " needs an amount, for example: fact " + kindOf + " 8,000."));
    }
    return VouchedFact.Kind.byId(kindOf)
        .map(kind -> scripts.show(conversation.with(vouched(kind, words, conversation.at()))))
        .orElseGet(() -> Turn.refused(conversation, usage()));
  }

  /** "agreed: 15 % off" names a boss who agreed; anything else one who has not. */
  VouchedFact vouched(VouchedFact.Kind kind, String typed, Instant now) {
    Matcher named = SOURCE.matcher(typed);
    boolean hasSource = named.find();
    String words = hasSource ? typed.substring(0, named.start()).strip() : typed;
    Matcher consent = CONSENT.matcher(words);
    boolean agreed = kind == VouchedFact.Kind.BOSS && consent.lookingAt();
    int days = knowledge.playbook().fact(kind.id()).freshDays();
    return new VouchedFact(
        kind,
        agreed ? words.substring(consent.end()).strip() : words,
        hasSource ? named.group(1) : "",
        agreed,
        now,
        now.plus(Duration.ofDays(days)));
  }

  private static Card usage() {
    return Forms.ask(
        "Which fact?",
        "Say budget, deadline, quote or boss agreed, and then what is true. Only what you can stand"
            + " behind.",
        Forms.line("fact", "Vouch for it", "Which fact, and what is true", "budget 8,000"));
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
