package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.HumanTime;
import dev.pushback.followup.Verdict;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.nudge.Parked;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.WaitingDefault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How follow-ups are shown. */
final class FollowUpCards {
  static final int CHOICES = 5;

  private static final int CONTACTS = 5;

  private final Session session;
  private final Waiting waiting;

  FollowUpCards(Session session, Waiting waiting) {
    this.session = session;
    this.waiting = waiting;
  }

  /** One follow-up with all that is known of it. */
  Card one(String title, FollowUp followUp, List<Block> first) {
    return one(title, followUp, first, List.of());
  }

  /** The same with other buttons before the usual ones. */
  Card one(String title, FollowUp followUp, List<Block> first, List<Block.Button> more) {
    Partner partner = waiting.partner(followUp);
    List<Block> blocks = new ArrayList<>(first);
    blocks.add(new Block.Facts("", rows(followUp, partner)));
    List<Block.Button> buttons = new ArrayList<>(more);
    buttons.addAll(buttons(followUp));
    blocks.add(new Block.Buttons(buttons));
    return new Card(title, blocks);
  }

  private List<Block.Row> rows(FollowUp followUp, Partner partner) {
    boolean theirs = followUp.direction() == Direction.THEY_OWE;
    WaitingDefault row = waiting.row(followUp, partner);
    List<Block.Row> rows = new ArrayList<>();
    rows.add(
        new Block.Row(
            theirs ? "you wait for" : "you owe", Shown.shortened(followUp.what(), Shown.LINE)));
    rows.add(new Block.Row(theirs ? "from" : "to", partner.name() + " (" + partner.kind() + ")"));
    if (theirs) {
      rows.add(new Block.Row("taken as", row.title()));
      rows.add(new Block.Row("asked by", followUp.channel().replace('-', ' ')));
    }
    rows.add(new Block.Row("since", Shown.day(followUp.askedAt(), session.zone())));
    followUp
        .promised()
        .ifPresent(day -> rows.add(new Block.Row(theirs ? "expected" : "due", Shown.day(day))));
    followUp.deadline().ifPresent(day -> rows.add(new Block.Row("needed by", Shown.day(day))));
    int more = followUp.contacts().size() - CONTACTS;
    if (!followUp.contacts().isEmpty()) {
      rows.add(
          new Block.Row(
              "asked again",
              (more > 0 ? more + " times before, then " : "")
                  + String.join(
                      ", ",
                      followUp.contacts().stream()
                          .skip(Math.max(0, more))
                          .map(
                              contact ->
                                  Shown.day(contact.at(), session.zone())
                                      + " ("
                                      + contact.channel()
                                      + ")")
                          .toList())));
    }
    followUp
        .nextNudgeAt()
        .ifPresent(
            at -> rows.add(new Block.Row("I'll bring it up", Shown.day(at, session.zone()))));
    if (!followUp.whyParked().isBlank()) {
      rows.add(new Block.Row("parked", parked(followUp)));
    }
    return rows;
  }

  private static List<Block.Button> buttons(FollowUp followUp) {
    String id = followUp.id();
    List<Block.Button> buttons = new ArrayList<>();
    if (!followUp.state().isOpen()) {
      return List.of(new Block.Button("It's open again", "reopen " + id));
    }
    if (followUp.state() == FollowUp.State.PARKED) {
      buttons.add(new Block.Button("Try again", "reopen " + id));
    }
    if (followUp.direction() == Direction.THEY_OWE) {
      buttons.add(new Block.Button("Is it polite to ask now?", "when " + id));
      buttons.add(new Block.Button("Words to ask with", "chase " + id));
      buttons.add(new Block.Button("It came", "done " + id));
      buttons.add(new Block.Button("They answered elsewhere", "elsewhere " + id));
      buttons.add(new Block.Button("They named a day", "promised " + id + " "));
    } else {
      buttons.add(new Block.Button("Done", "done " + id));
    }
    buttons.add(new Block.Button("In three days", "snooze " + id + " 3 days"));
    buttons.add(new Block.Button("Let it go", "letgo " + id));
    return buttons;
  }

  /**
   * A short list; the rest is only counted.
   *
   * @param label what the list is called; may be empty
   * @param count how many there are, also beside these
   */
  List<Block> list(String label, List<FollowUp> all, int shown, int count) {
    List<Block.Row> rows = new ArrayList<>();
    List<Block.Button> buttons = new ArrayList<>();
    Set<String> doubtful = session.memory().nudges().inDoubt();
    all.stream()
        .limit(shown)
        .forEach(
            one -> {
              Partner partner = waiting.partner(one);
              String doubt =
                  doubtful.contains(one.id()) ? " (my last reminder may not have reached you)" : "";
              rows.add(new Block.Row(Shown.shortened(partner.name(), 100), line(one) + doubt));
              buttons.add(
                  new Block.Button(
                      Shown.shortened(one.what() + ", " + partner.name(), Shown.BUTTON),
                      "show " + one.id()));
            });
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(label, rows));
    if (count > shown) {
      blocks.add(
          new Block.Note(
              (count - shown)
                  + " more. Name the partner or the thing to see one of them: show <words>."));
    }
    if (count > all.size()) {
      blocks.add(
          new Block.Note(
              "I look after the "
                  + all.size()
                  + " you've waited for longest. Close what has come or doesn't matter any more"
                  + " (done, letgo)."));
    }
    blocks.add(new Block.Buttons(buttons));
    return blocks;
  }

  /** Whether something can be done about it now. */
  boolean isLate(FollowUp one) {
    return one.direction() == Direction.YOU_OWE
        ? one.promised().filter(day -> !day.isAfter(today())).isPresent()
        : waiting.verdict(one, session.now()).move() != Verdict.Move.WAIT;
  }

  /** Why it can't be brought up, in plain words; what stands behind the colon is for operators. */
  private static String parked(FollowUp one) {
    String why = one.whyParked();
    String kind = why.contains(":") ? why.substring(0, why.indexOf(':')) : why;
    return switch (kind) {
      case Parked.REFUSED -> "your platform doesn't let me write to you (" + why + ")";
      case Parked.GAVE_UP -> "I tried for a day and couldn't bring it up (" + why + ")";
      case Parked.UNREADABLE -> "what is stored can't be read (" + why + ")";
      default -> "no words could be made of it (" + why + ")";
    };
  }

  private String line(FollowUp one) {
    String what = Shown.shortened(one.what(), 150);
    if (one.state() == FollowUp.State.PARKED) {
      return what + ": parked, " + parked(one);
    }
    String expected =
        one.promised()
            .map(
                day -> (day.isBefore(today()) ? ", was expected " : ", expected ") + Shown.day(day))
            .orElse("");
    if (one.direction() == Direction.YOU_OWE) {
      return "you owe them "
          + what
          + one.promised().map(day -> ", due " + Shown.day(day)).orElse("");
    }
    return what
        + ", "
        + waited(one)
        + expected
        + ": "
        + verdict(waiting.verdict(one, session.now()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(session.now(), session.zone());
  }

  /** How long so far, on the partner's calendar. */
  String waited(FollowUp one) {
    WorkingCalendar calendar = waiting.calendar(waiting.partner(one));
    double hours = calendar.hoursBetween(one.askedAt(), session.now());
    return hours < 1 ? "since today" : HumanTime.duration(hours, calendar.hoursPerDay());
  }

  private String verdict(Verdict verdict) {
    return switch (verdict.move()) {
      case WAIT ->
          verdict.politeFrom().isAfter(session.now())
              ? "polite from " + Shown.day(verdict.politeFrom(), session.zone())
              : "wait";
      case ASK -> "fine to ask now";
      case CHANGE_CHANNEL -> "try another way";
      case LET_GO -> "plan without it";
    };
  }

  /** When several fit. */
  Card several(String verb, List<FollowUp> all) {
    return new Card(
        "Which one?",
        List.of(
            new Block.Text(
                all.size() > CHOICES
                    ? "These and " + (all.size() - CHOICES) + " more fit. Which do you mean?"
                    : all.size() == 1 ? "Do you mean this?" : "Several fit. Which do you mean?"),
            new Block.Buttons(
                all.stream()
                    .limit(CHOICES)
                    .map(
                        one ->
                            new Block.Button(
                                Shown.shortened(
                                    one.what() + ", " + waiting.partner(one).name(), Shown.BUTTON),
                                verb + " " + one.id()))
                    .toList())));
  }
}
