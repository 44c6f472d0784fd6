package dev.pushback.playbook;

import java.util.List;

/**
 * A kind of partner.
 *
 * @param id its stable id
 * @param title in plain words, with article
 * @param cites techniques or sources
 * @param words by which it is recognised, in lower case
 * @param favour what grants that it is extra work for them; empty where they are paid, since then
 *     it is no favour (T-037, T-096)
 * @param note what to know, told to the person
 * @param odds what to expect, told to the person; may be empty
 */
public record PartnerKind(
    String id,
    String title,
    List<String> cites,
    List<String> words,
    String favour,
    String note,
    String odds) {
  /** Checks that it is named and backed. */
  public PartnerKind {
    Checks.present("title", title);
    Checks.present("note", note);
    cites = Checks.cites(cites);
    words = List.copyOf(words);
  }
}
