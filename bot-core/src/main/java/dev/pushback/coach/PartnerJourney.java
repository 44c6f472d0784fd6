package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whom a person deals with. */
final class PartnerJourney {
  private static final int SHOWN = 20;
  private static final int MOST = 500;

  private final Knowledge knowledge;

  PartnerJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** All partners, with what is open and how often the boss was named. */
  Turn list(Session session) {
    List<Partner> partners = session.memory().partners().all();
    if (partners.isEmpty()) {
      return Turn.helped(
          session.talk(),
          Card.of(
              "No partners yet",
              "They come here by themselves when you tell me about them, or when you track"
                  + " something."));
    }
    List<FollowUp> open = session.memory().followUps().open(MOST);
    List<Case> cases = session.memory().cases().latest(MOST);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Facts(
            "",
            partners.stream()
                .limit(SHOWN)
                .map(partner -> new Block.Row(partner.name(), line(partner, open, cases)))
                .toList()));
    if (partners.size() > SHOWN) {
      blocks.add(new Block.Note((partners.size() - SHOWN) + " more."));
    }
    return Turn.helped(session.talk(), new Card("Your partners", blocks));
  }

  /** Says what kind of partner somebody is: "kind Rivera client". */
  Turn kind(Session session, String words) {
    Told told = told(session, words, "(?i)\\s+(?:is|are)(?:\\s+an?)?$");
    Optional<Partner> partner = told.partner();
    String id = told.last().toLowerCase(Locale.ROOT);
    Set<String> kinds = new TreeSet<>(knowledge.playbook().partnerKinds().keySet());
    if (partner.isEmpty() || !kinds.contains(id)) {
      return Turn.refused(
          session.talk(),
          Card.of(
              partner.isEmpty() ? "Which partner?" : "Which kind of partner?",
              "Say it with both, for example: kind Rivera client. I know these kinds: "
                  + String.join(", ", kinds)
                  + "."));
    }
    Partner changed = partner.get().withKind(id);
    session.memory().partners().keep(changed);
    Desk desk = Desk.of(knowledge, session);
    session.memory().followUps().openWith(changed.id()).stream()
        .map(one -> one.as(desk.waiting().row(id, one.what()).id()))
        .forEach(desk::keep);
    return Turn.helped(
        session.talk(),
        Card.of("Noted", changed.name() + ": " + id + ". What's open with them is timed anew."));
  }

  /** Says where a partner works: "where Rivera DE", "where Rivera America/New_York". */
  Turn where(Session session, String words) {
    Told told = told(session, words, "(?i)\\s+(?:is|are)?\\s*in$");
    Optional<Partner> partner = told.partner();
    String place = told.last();
    boolean isCountry =
        Arrays.asList(Locale.getISOCountries()).contains(place.toUpperCase(Locale.ROOT));
    boolean isZone = ZoneId.getAvailableZoneIds().contains(place);
    if (partner.isEmpty() || !(isCountry || isZone)) {
      return Turn.refused(
          session.talk(),
          Card.of(
              partner.isEmpty() ? "Which partner?" : "Where do they work?",
              "Say it with both, a country by its two letters or a zone by continent and city:"
                  + " where Rivera DE, or where Rivera America/New_York."));
    }
    Partner before = partner.get();
    Partner changed =
        isCountry
            ? before.in(before.zone(), Optional.of(place.toUpperCase(Locale.ROOT)))
            : before.in(Optional.of(ZoneId.of(place)), before.country());
    session.memory().partners().keep(changed);
    Desk.of(knowledge, session).retime(changed);
    return Turn.helped(
        session.talk(),
        Card.of(
            "Noted",
            changed.name() + ": " + place + ". I count their working days and holidays there."));
  }

  /** A partner, and what the last word tells of them. */
  private record Told(Optional<Partner> partner, String last) {}

  private static Told told(Session session, String words, String between) {
    String said = words.strip();
    int space = said.lastIndexOf(' ');
    return new Told(
        space < 0
            ? Optional.empty()
            : PartnersByName.find(
                said.substring(0, space).replaceFirst(between, ""), session.memory()),
        said.substring(space + 1));
  }

  private static String line(Partner partner, List<FollowUp> open, List<Case> cases) {
    long waiting = open.stream().filter(one -> one.partnerId().equals(partner.id())).count();
    List<Case> theirs =
        cases.stream().filter(one -> one.partnerId().equals(Optional.of(partner.id()))).toList();
    long boss = theirs.stream().filter(one -> one.bossRound() > 0).count();
    List<String> parts = new ArrayList<>();
    parts.add(partner.kind());
    parts.add(count(theirs.size(), "case"));
    parts.add(waiting + " open");
    if (boss > 0) {
      parts.add("your boss was named in " + count(boss, "case"));
    }
    partner.outUntil().ifPresent(day -> parts.add("out until " + Shown.day(day)));
    partner.quietUntil().ifPresent(day -> parts.add("quiet until " + Shown.day(day)));
    return String.join(", ", parts);
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
