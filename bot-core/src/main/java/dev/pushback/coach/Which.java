package dev.pushback.coach;

import dev.pushback.followup.FollowUp;
import dev.pushback.learning.Token;
import dev.pushback.partner.Partner;
import dev.pushback.store.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the follow-up that a person means: by its id, or by words of the thing or the partner. */
final class Which {
  private static final int MOST = 500;
  private static final int MOST_ENDED = 100;
  private static final double ENOUGH = 0.6;
  private static final Set<String> SMALL =
      Set.of("the", "a", "an", "my", "our", "their", "from", "with", "of", "for", "it", "about");

  private final Memory memory;

  Which(Memory memory) {
    this.memory = memory;
  }

  /** What fits these words best; everything that is open, if there are none. */
  List<FollowUp> find(String words) {
    List<FollowUp> byId = memory.followUps().find(words.strip()).stream().toList();
    if (!byId.isEmpty()) {
      return byId;
    }
    List<FollowUp> open = memory.followUps().open(MOST);
    List<String> wanted = content(words);
    return wanted.isEmpty() && words.isBlank() ? open : best(open, wanted);
  }

  /** Whether all of the words stand in it; "the NDA from Smith" isn't sure for Rivera's. */
  boolean isSure(String words, FollowUp one) {
    return words.strip().equals(one.id())
        || words.isBlank()
        || score(one, names(), content(words)) == 1;
  }

  /** What ended lately and fits these words best. */
  List<FollowUp> findEnded(String words) {
    List<FollowUp> byId = memory.followUps().find(words.strip()).stream().toList();
    return byId.isEmpty() ? best(memory.followUps().ended(MOST_ENDED), content(words)) : byId;
  }

  private List<FollowUp> best(List<FollowUp> some, List<String> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = names();
    Map<FollowUp, Double> scores = new LinkedHashMap<>();
    some.forEach(one -> scores.put(one, score(one, names, wanted)));
    double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return best < ENOUGH
        ? List.of()
        : some.stream().filter(one -> best == scores.getOrDefault(one, 0.0)).toList();
  }

  /** What partners are called, by id. */
  private Map<String, String> names() {
    return memory.partners().all().stream().collect(Collectors.toMap(Partner::id, Partner::name));
  }

  /** Whether some of the words name a follow-up or a partner, or look like an id. */
  boolean knows(String words) {
    String first = words.strip().split("\\s+", 2)[0];
    if (isId(first)) {
      return true;
    }
    List<String> wanted = content(words);
    return Stream.concat(
            memory.followUps().open(MOST).stream().map(FollowUp::what),
            memory.partners().all().stream().map(Partner::name))
        .map(Which::content)
        .anyMatch(
            have -> wanted.stream().anyMatch(word -> have.stream().anyMatch(h -> fits(h, word))));
  }

  /** Whether this looks like an id, and not like words. */
  static boolean isId(String word) {
    return word.matches("[0-9a-f-]{36}|id-\\d+");
  }

  private static double score(FollowUp one, Map<String, String> names, List<String> wanted) {
    List<String> there = content(one.what() + " " + names.getOrDefault(one.partnerId(), ""));
    long found =
        wanted.stream().filter(word -> there.stream().anyMatch(have -> fits(have, word))).count();
    return found / (double) wanted.size();
  }

  /** "invoices" finds the invoice, and the other way round. */
  private static boolean fits(String have, String word) {
    return have.equals(word) || have.equals(word + "s") || word.equals(have + "s");
  }

  private static List<String> content(String words) {
    return Token.of(words).stream()
        .filter(Token::isWord)
        .map(token -> token.lower().toLowerCase(Locale.ROOT))
        .filter(word -> !SMALL.contains(word))
        .toList();
  }
}
