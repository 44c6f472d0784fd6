package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.Contact;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.FollowUp.State;
import dev.pushback.followup.Verdict;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.ContactChannel;
import dev.pushback.playbook.Guard.Claim;
import dev.pushback.playbook.Rung;
import dev.pushback.script.EmptyBump;
import dev.pushback.script.FollowUpWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person waits for: the list, whether asking is polite, words to ask with, and the end. */
final class FollowUpJourney {
  private static final int SHOWN = 10;
  private static final int LISTED = 500;

  /** Nobody asks twice on a day: said again within this time, it is the same ask. */
  private static final Duration SAME_ASK = Duration.ofHours(8);

  /** How they were asked, behind the rest: "asked the NDA by phone". */
  private static final Pattern BY =
      Pattern.compile("(?i)\\s+(?:by|on|via|over)\\s+(?:the )?(\\S+)$");

  private final Knowledge knowledge;
  private final ThanksJourney thanks;

  FollowUpJourney(Knowledge knowledge, ThanksJourney thanks) {
    this.knowledge = knowledge;
    this.thanks = thanks;
  }

  /** Everything that is waited for or owed; what is most overdue first. */
  Turn list(Session session) {
    Desk desk = Desk.of(knowledge, session);
    List<FollowUp> open = sorted(session);
    if (open.isEmpty()) {
      Card nothing = Desk.nothing();
      List<Block> blocks = new ArrayList<>(nothing.blocks());
      blocks.addAll(blocks.size() - 1, ShareNews.of(session));
      return Turn.helped(session.talk(), new Card(nothing.title(), blocks));
    }
    int count = session.memory().followUps().countOpen();
    List<Block> blocks = new ArrayList<>(desk.cards().list("", open, SHOWN, count));
    blocks.addAll(blocks.size() - 1, ShareNews.of(session));
    return Turn.helped(
        session.talk(),
        new Card(count == 1 ? "One thing is open" : count + " things are open", blocks));
  }

  /** All that is open, in the order in which it comes up. */
  static List<FollowUp> sorted(Session session) {
    List<FollowUp> open = new ArrayList<>(session.memory().followUps().open(LISTED));
    open.sort(
        Comparator.comparing((FollowUp one) -> one.nextNudgeAt().orElse(session.now()))
            .thenComparing(FollowUp::askedAt)
            .thenComparing(FollowUp::id));
    return open;
  }

  /** One of them. */
  Turn show(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    return desk.withOne(
        "show",
        words,
        one -> Turn.helped(session.talk(), desk.cards().one(title(one), one, List.of())));
  }

  private static String title(FollowUp one) {
    return switch (one.state()) {
      case OPEN ->
          one.direction() == Direction.THEY_OWE ? "You're waiting for this" : "You owe this";
      case PARKED -> "This one is parked";
      case DONE -> one.direction() == Direction.THEY_OWE ? "It came" : "Done";
      case ELSEWHERE -> "Answered elsewhere";
      case LET_GO -> "Let go";
    };
  }

  /** Whether asking now is polite, with every reason. */
  Turn when(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    return desk.withOpen("when", words, one -> when(desk, one));
  }

  private Turn when(Desk desk, FollowUp one) {
    if (one.direction() == Direction.YOU_OWE) {
      return desk.shown(
          "It's your turn", one, "They wait for you here, so there's nothing to ask.");
    }
    Session session = desk.session();
    Verdict verdict = desk.waiting().verdict(one, session.now());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(verdict.explanation()));
    if (!verdict.reasons().isEmpty()) {
      blocks.add(
          new Block.Facts(
              "What speaks against asking now",
              verdict.reasons().stream().map(reason -> new Block.Row("", reason.text())).toList()));
    }
    blocks.add(
        new Block.Facts(
            "",
            List.of(
                new Block.Row("polite from", Shown.day(verdict.politeFrom(), session.zone())),
                new Block.Row("overdue from", Shown.day(verdict.overdueAt(), session.zone())),
                new Block.Row("silence from", Shown.day(verdict.silenceAt(), session.zone())),
                new Block.Row("judged by", basis(verdict)))));
    blocks.add(
        new Block.Buttons(
            List.of(
                new Block.Button("Words to ask with", "chase " + one.id()),
                new Block.Button("They answered elsewhere", "elsewhere " + one.id()),
                new Block.Button("In three days", "snooze " + one.id() + " 3 days"))));
    return Turn.helped(session.talk(), new Card(headline(verdict), blocks));
  }

  private static String basis(Verdict verdict) {
    int seen = verdict.basis().seen();
    return "the usual for "
        + verdict.prior().title()
        + (seen == 0
            ? "; nothing seen of them yet"
            : " and " + seen + (seen == 1 ? " earlier ask" : " earlier asks") + " of theirs");
  }

  private static String headline(Verdict verdict) {
    return switch (verdict.move()) {
      case WAIT -> "Not yet";
      case ASK -> "Yes, it's fine to ask";
      case CHANGE_CHANNEL -> "Not this way again";
      case LET_GO -> "Plan without it";
    };
  }

  /** Words to ask with, for the next step of the ladder. */
  Turn chase(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    int colon = words.indexOf(':');
    String own = colon < 0 ? "" : words.substring(colon + 1).strip();
    return desk.withOpen(
        "chase",
        colon < 0 ? words : words.substring(0, colon),
        one -> own.isEmpty() ? chase(desk, one) : check(desk, one, own));
  }

  /** The person's own words for asking again: one that adds nothing gets a better line. */
  private static Turn check(Desk desk, FollowUp one, String own) {
    Session session = desk.session();
    Optional<EmptyBump.Finding> empty = desk.knowledge().bumps().in(own, Optional.of(one.what()));
    Set<Claim> claims = desk.knowledge().guard().claims(own);
    if (claims.contains(Claim.HEAT) || claims.contains(Claim.THREAT)) {
      return desk.shown(
          "Better not like this",
          one,
          "There's heat or a threat in it. Leave out what blames them and what you'd do otherwise;"
              + " say what waits for it, and ask for a day. \"Words to ask with\" does that.");
    }
    if (empty.isEmpty()) {
      return desk.shown(
          "It gives them something to answer",
          one,
          "It says more than that you're waiting. Whether the tone is right is yours to judge: no"
              + " blame, one question, and a reason.");
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Quote(Shown.shortened(own, Shown.TEXT)));
    blocks.add(new Block.Text(empty.get().why().words()));
    blocks.addAll(Pieces.words("Send this instead:", empty.get().better()));
    blocks.add(
        new Block.Note(
            empty.get().hint().words() + " (" + String.join(", ", empty.get().cites()) + ")"));
    blocks.add(
        new Block.Buttons(
            List.of(
                new Block.Button("I've sent it", "asked " + one.id()),
                new Block.Button("Other words", "chase " + one.id()))));
    return Turn.refused(session.talk(), new Card("That only says that you're waiting", blocks));
  }

  private Turn chase(Desk desk, FollowUp one) {
    if (one.direction() == Direction.YOU_OWE) {
      return desk.shown(
          "It's your turn", one, "They wait for you here, so there's nothing to ask.");
    }
    Session session = desk.session();
    Partner partner = desk.waiting().partner(one);
    Asking asking = Asking.now(desk.knowledge(), desk.waiting(), one, session);
    FollowUpWords words = asking.words();
    List<Block> blocks = new ArrayList<>();
    if (!asking.isPolite()) {
      blocks.add(
          new Block.Text(
              asking.sendThen().orElse("It's early for this. " + asking.verdict().explanation())));
    }
    blocks.addAll(Pieces.words(words.toPartner() ? "Send:" : "Send to your boss:", words.say()));
    blocks.add(
        new Block.Facts(
            "Why",
            List.of(
                new Block.Row(
                    "", words.why().words() + " (" + String.join(", ", words.cites()) + ")"))));
    blocks.add(
        new Block.Buttons(
            List.of(
                new Block.Button("I've sent it", "asked " + one.id()),
                new Block.Button("They answered elsewhere", "elsewhere " + one.id()))));
    return Turn.helped(
        session.talk(),
        new Card(
            (words.toPartner() ? "To ask " : "About ")
                + Shown.shortened(Shown.named(partner.name()), Shown.BUTTON),
            blocks));
  }

  /** The partner was asked again. */
  Turn asked(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    Matcher by = BY.matcher(words);
    Optional<ContactChannel> said =
        by.find() ? Optional.of(ContactChannels.said(by.group(1))) : Optional.empty();
    return desk.withOpen(
        "asked",
        by.reset().replaceFirst(""),
        one -> {
          boolean again =
              !one.contacts().isEmpty() && one.lastAskedAt().plus(SAME_ASK).isAfter(session.now());
          if (again) {
            return desk.shown("Noted before", one, "You told me of this today; it counts once.");
          }
          Rung now = Asking.rung(one, desk.waiting().verdict(one, session.now()));
          FollowUp kept =
              desk.keep(
                  one.contacted(
                          new Contact(
                              session.now(),
                              said.map(ContactChannel::id).orElse(one.channel()),
                              now),
                          now.next().orElse(now))
                      .snoozed(Optional.empty()));
          return desk.shown(
              "Noted", kept, "You've asked. I'll bring it up again when that's polite.");
        });
  }

  /** It came, or was done. What came late deserves thanks all the more: it was seen to. */
  Turn done(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    return desk.withOpen(
        "done",
        words,
        one -> {
          boolean theirs = one.direction() == Direction.THEY_OWE;
          boolean late =
              theirs
                  && desk.waiting().verdict(one, session.now()).overdueAt().isBefore(session.now());
          FollowUp kept = ended(desk, one, State.DONE);
          List<Block> first = new ArrayList<>();
          first.add(new Block.Text("Good. It's off your list."));
          if (late) {
            first.addAll(thanks.offer(kept));
          }
          List<Block.Button> more =
              theirs
                  ? List.of(
                      new Block.Button(
                          late ? "Say what they did" : "Thank them", "thanks " + kept.id() + " "))
                  : List.of();
          return Turn.helped(session.talk(), desk.cards().one(title(kept), kept, first, more));
        });
  }

  /** It came another way. */
  Turn elsewhere(Session session, String words) {
    return end(session, words, "elsewhere", State.ELSEWHERE, "Good. I've closed it.");
  }

  /** The person stops waiting. */
  Turn letGo(Session session, String words) {
    return end(
        session,
        words,
        "letgo",
        State.LET_GO,
        "It's off your list. That you waited in vain still tells me how long they take.");
  }

  private Turn end(Session session, String words, String verb, State how, String say) {
    Desk desk = Desk.of(knowledge, session);
    return desk.withOpen(
        verb,
        words,
        one -> {
          FollowUp kept = ended(desk, one, how);
          return desk.shown(title(kept), kept, say);
        });
  }

  private static FollowUp ended(Desk desk, FollowUp one, State how) {
    FollowUp kept = desk.keep(one.ended(how, desk.session().now()));
    if (one.direction() == Direction.YOU_OWE) {
      desk.retime(desk.waiting().partner(one));
    }
    return kept;
  }

  /** It was closed too early. */
  Turn reopen(Session session, String words) {
    Desk desk = Desk.of(knowledge, session);
    return desk.withEnded(
        words,
        one ->
            one.state() == State.OPEN
                ? desk.shown("It is open", one, "Nothing has changed.")
                : desk.shown("Open again", desk.keep(one.reopened()), "It's back on your list."));
  }
}
