package dev.pushback.script;

import dev.pushback.learning.Token;
import dev.pushback.playbook.Ladder;
import dev.pushback.playbook.Occasion;
import dev.pushback.playbook.Phrases;
import dev.pushback.playbook.Playbook;
import dev.pushback.situation.SituationReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes follow-ups that move the work (T-069 to T-077): every rung lowers the partner's effort or
 * adds something. The same request gets the same words; the next attempt gets others. Pure.
 */
public final class FollowUpWriter {
  private static final Pattern HEAD_END =
      Pattern.compile(
          " (?:of|for|in|on|by|from|with|without|at|to|before|after|until|about) .*|[ ]\\(.*");
  private static final Pattern USABLE_WAIT = Pattern.compile("(?:for|since) \\p{L}*.+");

  private static final Pattern NEEDS_ARTICLE =
      Pattern.compile(
          "^(?:end|beginning|start|middle|first|last day|last week of|\\d+(?:st|nd|rd|th)$)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Chat style drops the article before a bare noun: "audit's on the 9th", "choir arrives". */
  private static final Pattern BARE_NOUN =
      Pattern.compile(
          "^(?!(?:the|an?|our|your|my|this|that|these|those|we|i|you|it|they|there|all|some|no|half|both|each"
              + "|every\\p{L}*|any\\p{L}*|need|needs|must|have|has|had|got|due|by|on|in|at|to|from|for|before|after|until"
              + "|within|if|as|since|because|when|not|only|one|two|three|four|five|six|seven|eight|nine|ten|next|last"
              + "|we're|we've|it's|i'm|there's|can't|don't|won't|end|mid|early|late)\\b)\\p{Ll}.*");

  private static final Pattern WORD_GAP = Pattern.compile("[\\s,;:]+");

  /** Whose own procedures are in the way. */
  private static final String BUREAUCRATIC = "bureaucracy";

  private static final Pattern MONEY = Pattern.compile(".*\\p{Sc}\\s?\\d.*|.*\\d\\s?\\p{Sc}.*");

  /** What can stand after "is" as a thing. */
  private static final Pattern DETERMINED =
      Pattern.compile("(?:the|an?|our|this|that|these|those) .*", Pattern.CASE_INSENSITIVE);

  private final Ladder ladder;
  private final Wording wording;
  private final FollowUpItem items;
  private final FactLine factLine;

  /**
   * @param playbook the words
   * @param reader tells dates and amounts
   */
  public FollowUpWriter(Playbook playbook, SituationReader reader) {
    this.ladder = playbook.ladder();
    this.wording = new Wording(playbook.shorthand());
    this.items = new FollowUpItem(playbook, wording);
    this.factLine = new FactLine(reader, wording, playbook.guard(), playbook.lexicon());
  }

  /** The words for this step. */
  public FollowUpWords write(FollowUpRequest request) {
    Ladder.Line line = ladder.line(request.rung());
    Map<String, String> words = words(request);
    List<Occasion> occasions = occasions(request, words.containsKey("promised.when"));
    Optional<Map.Entry<Occasion, Phrases>> special = line.on(occasions);
    Phrases phrases = special.map(Map.Entry::getValue).orElse(line.say());
    String say = Composer.say(phrases, words, request.attempt());
    Optional<String> opener =
        request.rung().toPartner() && !occasions.contains(Occasion.BEFORE_DUE)
            ? opener(request)
            : Optional.empty();
    String message = opener.map(first -> first + " " + say).orElse(say);
    if (request.channel() == Channel.EMAIL && request.rung().toPartner()) {
      message = "Hello [their name],\n\n" + message + "\n\nKind regards,\n[your name]";
    }
    List<Ladder.Note> notes = notes(occasions, special.map(Map.Entry::getKey), opener);
    Set<String> cites = new LinkedHashSet<>(line.cites());
    StringBuilder why = new StringBuilder(line.why());
    notes.forEach(
        note -> {
          why.append(' ').append(note.note());
          cites.addAll(note.cites());
        });
    return new FollowUpWords(
        request.rung(),
        new SendableText(message),
        request.rung().toPartner(),
        new CoachText(why.toString()),
        List.copyOf(cites),
        request.rung().next());
  }

  /** The kind of thing it is, as in follow-ups.yaml: payment, signature, …; empty if unknown. */
  public Optional<String> kind(String item) {
    String head = HEAD_END.matcher(item.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return MONEY.matcher(item).matches()
        ? Optional.of(Ladder.PAYMENT)
        : kindIn(head).or(() -> kindIn(item.toLowerCase(Locale.ROOT)));
  }

  /** The last word that tells a kind; in "purchase order number" it is the number. */
  private Optional<String> kindIn(String words) {
    List<String> each = WORD_GAP.splitAsStream(words).toList();
    for (int i = each.size() - 1; i >= 0; i--) {
      String word = each.get(i).replaceAll("^\\P{L}+|[^\\p{L}\\p{N}]+$", "");
      for (Map.Entry<String, List<String>> kind : ladder.items().entrySet()) {
        if (kind.getValue().contains(word)) {
          return Optional.of(kind.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private Map<String, String> words(FollowUpRequest request) {
    Map<String, String> words = new HashMap<>();
    if (request.rung().toPartner()) {
      words.put("item", items.toPartner(request.item()).orElse(FollowUpItem.BLANK));
      request
          .date()
          .flatMap(wording::impersonal)
          .map(Times::bare)
          .map(date -> NEEDS_ARTICLE.matcher(date).find() ? "the " + date : date)
          .filter(date -> !Times.isDuration(date) && isShort(date))
          .ifPresent(date -> words.put("promised.when", date));
      request
          .waited()
          .flatMap(wording::impersonal)
          .filter(waited -> USABLE_WAIT.matcher(waited).matches() && isShort(waited))
          .ifPresent(waited -> words.put("waited", waited));
    } else {
      words.put("what", items.atHome(request.item()).orElse(FollowUpItem.BLANK));
      request.partner().flatMap(wording::tidy).ifPresent(name -> words.put("partner", name));
    }
    return words;
  }

  private static boolean isShort(String words) {
    return Token.of(words).size() <= 6;
  }

  private List<Occasion> occasions(FollowUpRequest request, boolean dated) {
    List<Occasion> occasions = new ArrayList<>();
    boolean authority = request.partnerKind().equals("government");
    Optional<String> kind = kind(request.item());
    boolean money = kind.filter(Ladder.PAYMENT::equals).isPresent();
    if (money && !authority) {
      boolean early = dated && !request.passed();
      occasions.add(early ? Occasion.BEFORE_DUE : Occasion.OVERDUE);
    } else if (dated && request.passed()) {
      occasions.add(Occasion.PROMISED);
    }
    if (authority) {
      occasions.add(Occasion.AUTHORITY);
    }
    if (request.partnerKind().equals(BUREAUCRATIC)) {
      occasions.add(Occasion.BUREAUCRACY);
    }
    kind.flatMap(Occasion::byId).ifPresent(occasions::add);
    if (request.channel() == Channel.CHAT) {
      occasions.add(Occasion.CHAT);
    }
    return occasions;
  }

  /** The vouched outside date, said first. */
  private Optional<String> opener(FollowUpRequest request) {
    return request
        .facts()
        .deadline()
        .flatMap(
            deadline -> {
              Map<String, String> words = new HashMap<>(factLine.fit("deadline", deadline));
              Optional.ofNullable(words.remove("fact:says"))
                  .ifPresent(says -> words.put("fact:clause", clause(says, deadline)));
              Optional.ofNullable(words.get("fact:noun"))
                  .filter(noun -> !DETERMINED.matcher(noun).matches())
                  .ifPresent(
                      noun -> {
                        words.remove("fact:noun");
                        words.put("fact:clause", withArticle(noun));
                      });
              return ladder
                  .deadline()
                  .choose(words, request.attempt())
                  .map(phrase -> phrase.fill(words));
            });
  }

  /** The sentence as it stands after a colon; the person knows whether it begins with a name. */
  private static String clause(String says, String typed) {
    String bare = says.replaceFirst("\\.$", "");
    boolean small = Character.isLowerCase(typed.strip().charAt(0));
    boolean article = Set.of("the", "we", "our").contains(Token.of(says).get(0).lower());
    return small || article ? withArticle(NounPhrase.lowerStart(bare)) : bare;
  }

  private static String withArticle(String clause) {
    return BARE_NOUN.matcher(clause).matches() ? "the " + clause : clause;
  }

  private List<Ladder.Note> notes(
      List<Occasion> occasions, Optional<Occasion> special, Optional<String> opener) {
    Set<String> ids = new LinkedHashSet<>();
    special.map(Occasion::id).ifPresent(ids::add);
    if (occasions.contains(Occasion.AUTHORITY)) {
      ids.add(Occasion.AUTHORITY.id());
    }
    if (opener.isPresent()) {
      ids.add("deadline");
    }
    return ids.stream()
        .map(id -> Optional.ofNullable(ladder.notes().get(id)))
        .flatMap(Optional::stream)
        .toList();
  }
}
