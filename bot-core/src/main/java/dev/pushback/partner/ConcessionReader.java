package dev.pushback.partner;

import dev.pushback.learning.Token;
import dev.pushback.partner.Concession.Cost;
import dev.pushback.partner.Concession.Direction;
import dev.pushback.partner.Concession.Size;
import dev.pushback.partner.Concession.Weight;
import dev.pushback.playbook.LedgerRules;
import dev.pushback.playbook.Playbook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses what "got 10% off the room rate" means for the account: who gave it, how much it was, and
 * whether it is usual in that trade (T-094, T-099). The guess is shown and can be corrected.
 */
public final class ConcessionReader {
  private static final Pattern PERCENT =
      Pattern.compile("(\\d{1,3}(?:[.,]\\d+)?)\\s?(?:%|percent\\b|pct\\b|per cent\\b)");
  private static final Pattern REASON =
      Pattern.compile("\\s*(?:,|\\()?\\s*\\b(?:because|since|as) (?=\\p{L})(.+?)\\)?[.\\s]*$");
  private static final Pattern EDGES = Pattern.compile("^[\\s,.;:!-]+|[\\s,.;:!-]+$");
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:they|we|i|us|them|me|already|just|finally|also|have|has)\\s+)+",
          Pattern.CASE_INSENSITIVE);

  private static final String OTHER = "other";
  private static final double ALL = 100;

  private final LedgerRules rules;

  /**
   * @param playbook the words
   */
  public ConcessionReader(Playbook playbook) {
    this.rules = playbook.ledger();
  }

  /**
   * The guess, or nothing if the text tells neither of getting nor of giving.
   *
   * @param text in the person's words
   * @param partnerKind an id of partner-kinds.yaml
   * @param partner who they are, in the person's words: "the Grand Hotel"
   * @param on when it was
   */
  public Optional<Concession> guess(String text, String partnerKind, String partner, LocalDate on) {
    String plain = EDGES.matcher(text.replace('’', '\'')).replaceAll("");
    Matcher why = REASON.matcher(plain);
    Optional<String> reason = why.find() ? Optional.of(why.group(1).strip()) : Optional.empty();
    String told = why.reset().replaceFirst("");
    String lower = told.toLowerCase(Locale.ROOT);
    return direction(lower, rules)
        .map(
            found -> {
              String what = what(told, found.verb());
              Size size = size(lower);
              Map.Entry<String, Cost> kind = kind(what.toLowerCase(Locale.ROOT));
              return new Concession(
                  found.direction(),
                  what,
                  kind.getKey(),
                  size,
                  weight(lower, size, partnerKind, partner),
                  kind.getValue(),
                  on,
                  reason);
            });
  }

  /** Who gave it, and by which words that was told. */
  private record Found(Direction direction, String verb) {}

  /** The words that come first decide, of those the longest: "they gave us" before "gave". */
  private static Optional<Found> direction(String lower, LedgerRules rules) {
    Optional<String> got = first(rules.got(), lower);
    Optional<String> gave = first(rules.gave(), lower);
    if (got.isEmpty() || gave.isEmpty()) {
      return got.map(verb -> new Found(Direction.GOT, verb))
          .or(() -> gave.map(verb -> new Found(Direction.GAVE, verb)));
    }
    return firstIn(lower).compare(got.get(), gave.get()) <= 0
        ? Optional.of(new Found(Direction.GOT, got.get()))
        : Optional.of(new Found(Direction.GAVE, gave.get()));
  }

  /** What stands first, and of that the longest. */
  private static Comparator<String> firstIn(String lower) {
    return Comparator.<String>comparingInt(word -> Said.at(lower, word))
        .thenComparing(Comparator.comparingInt(String::length).reversed());
  }

  private static Optional<String> first(List<String> words, String lower) {
    return words.stream().filter(word -> Said.in(lower, word)).min(firstIn(lower));
  }

  private static Optional<String> longest(List<String> words, String lower) {
    return words.stream()
        .filter(word -> Said.in(lower, word))
        .max(Comparator.comparingInt(String::length));
  }

  /**
   * What it was, without who gave it: "10% off the room rate"; a verb that tells more than that
   * stays: "waived the setup fee".
   */
  private String what(String plain, String verb) {
    int at = Said.at(plain.toLowerCase(Locale.ROOT), verb);
    String after = plain.substring(at + verb.length()).strip();
    boolean bare = rules.plain().contains(verb) && Token.of(after).stream().anyMatch(Token::isWord);
    String said = LEADING.matcher(bare ? after : plain.substring(at)).replaceFirst("");
    said = EDGES.matcher(said).replaceAll("");
    return said.isBlank() ? plain : said;
  }

  private static Size size(String lower) {
    Matcher percent = PERCENT.matcher(lower);
    if (percent.find()) {
      double value = Double.parseDouble(percent.group(1).replace(',', '.'));
      return value <= ALL ? Size.percent(value) : Size.UNKNOWN;
    }
    return Size.UNKNOWN;
  }

  private Map.Entry<String, Cost> kind(String lower) {
    String best = OTHER;
    int length = 0;
    for (Map.Entry<String, LedgerRules.Kind> kind : rules.kinds().entrySet()) {
      int found = longest(kind.getValue().words(), lower).map(String::length).orElse(0);
      boolean first = found == length && found > 0 && kind.getKey().compareTo(best) < 0;
      if (found > length || first) {
        best = kind.getKey();
        length = found;
      }
    }
    LedgerRules.Kind kind = rules.kinds().get(best);
    Cost cost = kind == null ? Cost.MEDIUM : Cost.valueOf(kind.cost().toUpperCase(Locale.ROOT));
    return Map.entry(best, cost);
  }

  private Weight weight(String lower, Size size, String partnerKind, String partner) {
    double percent = size.unit() == Size.Unit.PERCENT ? size.value() : 0;
    boolean usual =
        trade(partnerKind, partner.toLowerCase(Locale.ROOT))
            .map(
                trade ->
                    trade.usual().stream()
                        .filter(one -> longest(one.words(), lower).isPresent())
                        .anyMatch(one -> percent <= one.upTo()))
            .orElse(false);
    return usual ? Weight.STANDARD : Weight.SPECIAL;
  }

  /** The trade whose words name the partner; else the one that serves all of that kind. */
  private Optional<LedgerRules.Trade> trade(String partnerKind, String partner) {
    return rules.trades().stream()
        .filter(trade -> longest(trade.partners(), partner).isPresent())
        .filter(trade -> trade.kinds().contains(partnerKind))
        .findFirst()
        .or(
            () ->
                rules.trades().stream()
                    .filter(trade -> trade.partners().isEmpty())
                    .filter(trade -> trade.kinds().contains(partnerKind))
                    .findFirst());
  }
}
