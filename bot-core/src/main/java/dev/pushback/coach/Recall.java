package dev.pushback.coach;

import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import dev.pushback.store.Memory;
import java.util.Optional;

/** Brings a conversation back from memory, and keeps it there. */
final class Recall {
  private final Knowledge knowledge;
  private final PartnersByName partners;

  Recall(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.partners = new PartnersByName(knowledge.playbook());
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
            .map(
                situation ->
                    Readings.as(Readings.read(knowledge.reader(), item.text()), situation));
    return new Conversation(memory.now(), reading, item);
  }

  /**
   * What a button is about, if it isn't what is being talked about anyway.
   *
   * @param about the id of a case
   * @return nothing if there is no such case
   */
  Optional<Conversation> meant(Optional<String> about, Conversation current, Memory memory) {
    if (about.isEmpty() || about.get().equals(current.item().id())) {
      return Optional.of(current);
    }
    return memory.cases().find(about.get()).map(item -> conversation(item, memory));
  }

  /**
   * Keeps what changed in this turn.
   *
   * @return the id of the case that is talked about from now on
   */
  Optional<String> keep(Conversation before, Conversation after, Memory memory) {
    if (after.item().equals(before.item())) {
      return Optional.of(after.item()).filter(Case::isKept).map(Case::id);
    }
    if (after.item().equals(Case.fresh(after.at()))) {
      memory.people().talkAbout(Optional.empty());
      return Optional.empty();
    }
    String id = after.item().isKept() ? after.item().id() : memory.newId();
    memory.cases().keep(after.item().kept(id, partner(after, memory), after.at()));
    memory.people().talkAbout(Optional.of(id));
    return Optional.of(id);
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
        .map(
            name ->
                partners
                    .findOrAdd(
                        name,
                        talk.partnerKind().orElseGet(() -> partners.kind(name, "other")),
                        memory)
                    .id());
  }
}
