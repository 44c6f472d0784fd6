package dev.pushback.coach;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is taken out of a thought before it is shared, unless the person keeps it in. */
enum Keep {
  /** Whom it is about, and other names. */
  NAMES("names", "With the names", "Without the names"),
  /** Sums, shares and other numbers. */
  AMOUNTS("amounts", "With the amounts", "Without the amounts"),
  /** What the person won't go below or beyond. */
  LIMIT("your limit", "With my limit", "Without my limit");

  private final String title;
  private final String with;
  private final String without;

  Keep(String title, String with, String without) {
    this.title = title;
    this.with = with;
    this.without = without;
  }

  /** As a button says it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is called in a sentence to the person. */
  String title() {
    return title;
  }

  /** What stands on the button that puts it in, or takes it out. */
  String button(boolean in) {
    return in ? with : without;
  }

  /** What stands beside the box that keeps it in. */
  String listed() {
    return with.replaceFirst("With t", "T").replaceFirst("With m", "M");
  }

  /** The one with this id, in the singular or the plural. */
  static Optional<Keep> said(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
    return Arrays.stream(values())
        .filter(one -> one.id().replaceFirst("s$", "").equals(plain))
        .findFirst();
  }

  /** All that these words name; whatever else stands there is left out. */
  static Set<Keep> in(String words) {
    Set<Keep> kept = EnumSet.noneOf(Keep.class);
    for (String word : List.of(words.split("[^\\p{L}]+"))) {
      said(word).ifPresent(kept::add);
    }
    return kept;
  }

  /** As a button says them; empty, or with a space before each. */
  static String said(Set<Keep> kept) {
    return Arrays.stream(values())
        .filter(kept::contains)
        .map(one -> " " + one.id())
        .collect(Collectors.joining());
  }
}
