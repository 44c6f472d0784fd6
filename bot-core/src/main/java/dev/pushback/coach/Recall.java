package dev.pushback.coach;

import dev.pushback.learning.Token;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.PartnerKind;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.store.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings a conversation back from memory, and keeps it there. */
final class Recall {
  private final Knowledge knowledge;

  Recall(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What the person is talking about. */
  Conversation conversation(Memory memory) {
    return memory
        .people()
        .talkingAbout()
        .flatMap(id -> memory.cases().find(id))
        .map(item -> conversation(item, memory))
        .orElseGet(() -> Conversation.fresh(memory.now()));
  }

  /** A case as it is talked about. Its text is read anew, which gives the same. */
  Conversation conversation(Case item, Memory memory) {
    Optional<Reading> reading =
        Situation.byId(item.situation())
            .map(situation -> Readings.as(knowledge.reader().read(item.text()), situation));
    return new Conversation(memory.now(), reading, item);
  }

  /** Keeps what changed in this turn. */
  void keep(Conversation before, Conversation after, Memory memory) {
    if (after.item().equals(before.item())) {
      return;
    }
    if (after.item().equals(Case.fresh(after.at()))) {
      memory.people().talkAbout(Optional.empty());
      return;
    }
    String id = after.item().isKept() ? after.item().id() : memory.newId();
    memory.cases().keep(after.item().kept(id, partner(after, memory), after.at()));
    memory.people().talkAbout(Optional.of(id));
  }

  /** Whom it is about: the one named in the text, if the text names one. */
  private Optional<String> partner(Conversation talk, Memory memory) {
    if (talk.item().partnerId().isPresent()) {
      return talk.item().partnerId();
    }
    return talk.reading()
        .flatMap(reading -> reading.slots().partner())
        .map(Slot::text)
        .filter(name -> name.length() <= Partner.LONGEST)
        .map(name -> named(name, talk, memory).id());
  }

  private Partner named(String name, Conversation talk, Memory memory) {
    return find(name, memory)
        .orElseGet(
            () -> {
              Partner partner =
                  Partner.named(
                      memory.newId(), name, talk.partnerKind().orElseGet(() -> kind(name)));
              memory.partners().keep(partner);
              return partner;
            });
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

  private String kind(String name) {
    return knowledge.playbook().kindIn(name).map(PartnerKind::id).orElse("other");
  }
}
