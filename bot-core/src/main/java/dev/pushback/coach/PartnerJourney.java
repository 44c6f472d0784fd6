package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a person deals with. */
final class PartnerJourney {
  private static final int SHOWN = 20;
  private static final int MOST = 500;

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
