package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.Direction;
import dev.pushback.followup.FollowUp;
import dev.pushback.followup.HumanTime;
import dev.pushback.followup.Verdict;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.nudge.Digest;
import dev.pushback.nudge.NudgeRules;
import dev.pushback.nudge.QuietHours;
import dev.pushback.nudge.SharedNote;
import dev.pushback.people.Teammate;
import dev.pushback.playbook.Nudges;
import dev.pushback.script.CoachText;
import dev.pushback.script.NudgeRequest;
import dev.pushback.script.NudgeWriter;
import dev.pushback.store.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the coach brings up by itself, and when. */
public final class NudgeCards {
  private final Knowledge knowledge;
  private final ZoneId zone;

  /**
   * @param knowledge the words
   * @param zone the clock of people who haven't said where they are
   */
  public NudgeCards(Knowledge knowledge, ZoneId zone) {
    this.knowledge = knowledge;
    this.zone = zone;
  }

  /** What the engine has to know of the coach. */
  public NudgeRules rules() {
    return new NudgeRules(
        this::reminder,
        NudgeCards::shared,
        this::next,
        quietHours(knowledge.followUps().get(), zone),
        zone);
  }

  /** Nobody is disturbed on a public holiday of their country. */
  static QuietHours quietHours(FollowUpKnowledge known, ZoneId zone) {
    return new QuietHours(
        zone, (profile, day) -> !Waiting.own(known, profile, zone).isWorkingDay(day));
  }

  /** What was seen of a partner is read once for all that is due with them. */
  private Function<FollowUp, Optional<Instant>> next(Memory memory) {
    Waiting waiting = waiting(memory);
    return one -> Optional.of(waiting.next(one, memory.now(), Optional.of(memory.now())));
  }

  private Waiting waiting(Memory memory) {
    return new Waiting(knowledge.followUps().get(), memory, zone);
  }

  private Card reminder(Memory memory, Digest digest) {
    Waiting waiting = waiting(memory);
    return digest.total() == 1
        ? single(memory, waiting, digest.worst().get(0))
        : several(memory, waiting, digest);
  }

  /** Calm words, and what to send if asking is polite: whoever reads it can act at once. */
  private Card single(Memory memory, Waiting waiting, FollowUp one) {
    FollowUpKnowledge known = knowledge.followUps().get();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(known.nudges().single(request(memory, waiting, one)).words()));
    List<Block> words =
        one.direction() == Direction.THEY_OWE
            ? toSend(Asking.broughtUp(known, waiting, one, memory))
            : List.of();
    blocks.addAll(words);
    blocks.add(new Block.Buttons(buttons(one, known.nudges(), !words.isEmpty())));
    return new Card("A follow-up is due", blocks);
  }

  /** Nothing if it isn't polite: it may have been put off until a day that is early. */
  private static List<Block> toSend(Asking asking) {
    List<Block> blocks = new ArrayList<>();
    asking.sendThen().ifPresent(when -> blocks.add(new Block.Text(when)));
    if (asking.isPolite() || !blocks.isEmpty()) {
      blocks.addAll(
          Pieces.words(
              asking.words().toPartner() ? "You could send:" : "You could send to your boss:",
              asking.words().say()));
    }
    return blocks;
  }

  private static List<Block.Button> buttons(FollowUp one, NudgeWriter words, boolean canSend) {
    String id = one.id();
    List<Block.Button> buttons = new ArrayList<>();
    if (one.direction() == Direction.THEY_OWE) {
      buttons.add(
          canSend ? button(words, "send", "asked " + id) : button(words, "ask", "chase " + id));
      buttons.add(button(words, "came", "done " + id));
      buttons.add(button(words, "answered", "elsewhere " + id));
    } else {
      buttons.add(button(words, "done", "done " + id));
    }
    buttons.add(button(words, "later", "snooze " + id + " tomorrow"));
    buttons.add(button(words, "drop", "letgo " + id));
    if (one.direction() == Direction.THEY_OWE) {
      buttons.add(button(words, "why", "when " + id));
    }
    return buttons;
  }

  private static Block.Button button(NudgeWriter words, String name, String command) {
    return new Block.Button(words.button(name).words(), command);
  }

  private Card several(Memory memory, Waiting waiting, Digest digest) {
    NudgeWriter words = knowledge.followUps().get().nudges();
    List<NudgeRequest> requests =
        digest.worst().stream().map(one -> request(memory, waiting, one)).toList();
    List<CoachText> lines = words.digest(requests);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(lines.get(0).words()));
    blocks.add(
        new Block.Facts(
            "", lines.stream().skip(1).map(line -> new Block.Row("", line.words())).toList()));
    if (digest.total() > digest.worst().size()) {
      blocks.add(new Block.Note((digest.total() - digest.worst().size()) + " more: say waiting."));
    }
    List<Block.Button> buttons = new ArrayList<>();
    for (FollowUp one : digest.worst()) {
      buttons.add(
          new Block.Button(
              Shown.shortened(one.what() + ", " + waiting.partner(one).name(), Shown.BUTTON),
              "show " + one.id()));
    }
    buttons.add(new Block.Button("All of it", "waiting"));
    blocks.add(new Block.Buttons(buttons));
    return new Card("Follow-ups are due", blocks);
  }

  private NudgeRequest request(Memory memory, Waiting waiting, FollowUp one) {
    WorkingCalendar calendar = waiting.calendar(waiting.partner(one));
    double waited = calendar.hoursBetween(one.askedAt(), memory.now());
    Verdict verdict = waiting.verdict(one, memory.now());
    LocalDate today = LocalDate.ofInstant(memory.now(), calendar.zone());
    return new NudgeRequest(
        kind(one, verdict, memory, today),
        one.what(),
        Shown.named(waiting.partner(one).name()),
        waited < 1
            ? Optional.empty()
            : Optional.of(HumanTime.duration(waited, calendar.hoursPerDay())),
        Optional.of(HumanTime.duration(verdict.basis().medianHours(), calendar.hoursPerDay())),
        one.promised().map(Shown::plainDay));
  }

  private static Nudges.Kind kind(FollowUp one, Verdict verdict, Memory memory, LocalDate today) {
    if (one.direction() == Direction.YOU_OWE) {
      return Nudges.Kind.YOU_OWE;
    }
    if (one.snoozedUntil().filter(day -> !wasToldSince(one, day, memory)).isPresent()) {
      return Nudges.Kind.SNOOZED;
    }
    if (verdict.move() == Verdict.Move.CHANGE_CHANNEL || verdict.move() == Verdict.Move.LET_GO) {
      return Nudges.Kind.SILENT;
    }
    if (one.contacts().isEmpty() && one.promised().filter(today::isAfter).isPresent()) {
      return Nudges.Kind.PROMISED;
    }
    return memory.now().isBefore(verdict.overdueAt()) ? Nudges.Kind.FIRST_ASK : Nudges.Kind.OVERDUE;
  }

  /** Whether it was brought up since the day until which it was put off. */
  private static boolean wasToldSince(FollowUp one, LocalDate day, Memory memory) {
    return memory
        .nudges()
        .lastAbout(one.id())
        .filter(at -> !LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(day))
        .isPresent();
  }

  /** What a teammate shared: it carries nothing but what they left in. */
  private static Card shared(Memory memory, SharedNote note) {
    SharedThought thought = SharedThought.parse(note.body());
    String from =
        note.from().map(Teammate::name).filter(name -> !name.isBlank()).orElse("A teammate");
    List<Block> blocks = new ArrayList<>(thought.blocks());
    blocks.add(new Block.Note("Only you see this. Nothing else of theirs is shown to you."));
    blocks.add(
        new Block.Buttons(List.of(new Block.Button("Nothing more of this kind", "shares off"))));
    return new Card(Shown.shortened(from, Shown.BUTTON) + " shares a thought with you", blocks);
  }
}
