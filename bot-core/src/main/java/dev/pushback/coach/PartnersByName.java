package dev.pushback.coach;

import dev.pushback.learning.Token;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.PartnerKind;
import dev.pushback.playbook.Playbook;
import dev.pushback.store.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's partners by the names they call them. */
final class PartnersByName {
  private final Playbook playbook;

  PartnersByName(Playbook playbook) {
    this.playbook = playbook;
  }

  /** The partner of this name; a new one of this kind if there is none. */
  Partner findOrAdd(String name, String kind, Memory memory) {
    return find(name, memory)
        .orElseGet(
            () -> {
              Partner partner = Partner.named(memory.newId(), name, kind);
              memory.partners().keep(partner);
              return partner;
            });
  }

  /** The kind that the words of the name tell, or else this one. */
  String kind(String name, String otherwise) {
    return playbook.kindIn(name).map(PartnerKind::id).orElse(otherwise);
  }

  /**
   * The partner who goes by this name, with or without an article; or the only one in whose name
   * all of its words stand: "Brandt" for "Brandt &amp; Partners".
   */
  static Optional<Partner> find(String name, Memory memory) {
    List<Partner> all = memory.partners().all();
    String plain = plain(name);
    Optional<Partner> same =
        all.stream().filter(partner -> plain(partner.name()).equals(plain)).findFirst();
    Set<String> wanted = words(plain);
    List<Partner> longer =
        all.stream()
            .filter(
                partner -> !wanted.isEmpty() && words(plain(partner.name())).containsAll(wanted))
            .toList();
    return same.isEmpty() && longer.size() == 1 ? Optional.of(longer.get(0)) : same;
  }

  private static Set<String> words(String plain) {
    return Token.of(plain).stream()
        .filter(Token::isWord)
        .map(Token::lower)
        .collect(Collectors.toSet());
  }

  private static String plain(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(?:the|our|their|my|a|an) ", "")
        .replaceAll("\\s+", " ");
  }
}
