package dev.pushback.slack.web;

import dev.pushback.web.Recent;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds colleagues by name in a list that is some minutes old. Safe for threads. */
final class Colleagues {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** After Slack didn't give all of it. */
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  /** Each may be 4,000 people. */
  private static final int MOST_TENANTS = 20;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private record Known(List<SlackUser> insiders, long until) {}

  private final Directory directory;
  private final LongSupplier ticker;
  private final Recent<String, Known> known = new Recent<>(MOST_TENANTS);

  /** Reading takes a while; whoever comes meanwhile gets what there is. */
  private final ReentrantLock reading = new ReentrantLock();

  Colleagues(Directory directory, LongSupplier ticker) {
    this.directory = directory;
    this.ticker = ticker;
  }

  List<SlackUser> find(String tenant, String words, int most, String except) {
    List<String> typed = words(words);
    return insiders(tenant).stream()
        .filter(user -> !user.id().equals(except))
        .filter(user -> matches(user, typed))
        .limit(most)
        .toList();
  }

  private static boolean matches(SlackUser user, List<String> typed) {
    List<String> name = words(user.name());
    return typed.stream().allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)));
  }

  /** As they are compared: Zoë Müller-Ruiz is zoe, muller, ruiz. */
  private static List<String> words(String text) {
    String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Stream.of(BETWEEN.split(bare.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private List<SlackUser> insiders(String tenant) {
    Optional<Known> before = known.get(tenant);
    boolean fresh = before.filter(one -> one.until() - ticker.getAsLong() > 0).isPresent();
    if (fresh || !reading.tryLock()) {
      return before.map(Known::insiders).orElseGet(List::of);
    }
    try {
      return read(tenant, before);
    } finally {
      reading.unlock();
    }
  }

  private List<SlackUser> read(String tenant, Optional<Known> before) {
    Directory.Listed listed = directory.all(tenant);
    List<SlackUser> insiders =
        listed.complete() || before.isEmpty()
            ? listed.users().stream()
                .filter(user -> user.isInsider(tenant))
                .sorted(Comparator.comparing(user -> user.name().toLowerCase(Locale.ROOT)))
                .toList()
            : before.get().insiders();
    Duration fresh = listed.complete() ? FRESH : TRY_AGAIN;
    known.put(tenant, new Known(insiders, ticker.getAsLong() + fresh.toNanos()));
    return insiders;
  }
}
