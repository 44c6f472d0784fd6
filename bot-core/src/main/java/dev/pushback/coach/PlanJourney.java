package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.AskBy;
import dev.pushback.followup.Direction;
import dev.pushback.followup.Observation;
import dev.pushback.followup.PlanStep;
import dev.pushback.followup.WorkingCalendar;
import dev.pushback.partner.Partner;
import dev.pushback.playbook.PartnerKind;
import dev.pushback.playbook.WaitingDefault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By when to ask, to have something in time: over one step, or several one after the other. */
final class PlanJourney {
  private static final double USUAL_ODDS = 0.8;
  private static final int MOST_STEPS = 8;
  private static final int LONGEST = 600;
  private static final int MOST_SEEN = 200;
  private static final Pattern PLAN =
      Pattern.compile(
          "(?is)^(.+?)\\s+by\\s+([^:;]+?)(?:\\s+(?:at|with)\\s+(\\d{1,3})\\s*(?:%|percent)(?:\\s+odds)?)?(?:\\s*[:;]\\s*(.+))?$");
  private static final Pattern BETWEEN = Pattern.compile("(?i)\\s*(?:,|;|\\bthen\\b)\\s*");
  private static final Pattern WITH = Pattern.compile("(?i)^(.+?)\\s+(?:with|from|at|by)\\s+(.+)$");

  private final Knowledge knowledge;

  PlanJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Plans backwards from a day. */
  Turn plan(Session session, String words) {
    Matcher plan = PLAN.matcher(words.strip());
    if (words.length() > LONGEST || !plan.matches()) {
      return Turn.refused(session.talk(), usage(""));
    }
    Desk desk = Desk.of(knowledge, session);
    Days.Found day = desk.days().ahead(plan.group(2).strip());
    if (day.day().isEmpty()) {
      return Turn.refused(session.talk(), usage(day.problem()));
    }
    double odds = plan.group(3) == null ? USUAL_ODDS : Integer.parseInt(plan.group(3)) / 100.0;
    if (!(odds > 0 && odds < 1)) {
      return Turn.refused(session.talk(), usage("The odds must be between 1 % and 99 %."));
    }
    String goal = plan.group(1).strip();
    List<String> said =
        plan.group(4) == null
            ? List.of(goal)
            : BETWEEN.splitAsStream(plan.group(4).strip()).filter(one -> !one.isBlank()).toList();
    if (said.isEmpty()) {
      return Turn.refused(session.talk(), usage(""));
    }
    if (said.size() > MOST_STEPS) {
      return Turn.refused(
          session.talk(), usage("That's more than " + MOST_STEPS + " steps; put some together."));
    }
    return Turn.helped(session.talk(), card(desk, goal, day.day().get(), odds, said));
  }

  private static Card usage(String problem) {
    return Card.of(
        "By when to ask",
        (problem.isBlank() ? "" : problem + " ")
            + "Say what, by which day, and who has to do what, one after the other. For example:"
            + " plan it signed by 14 May: legal review with Rivera's lawyers, signature with"
            + " headquarters.");
  }

  private Card card(Desk desk, String goal, LocalDate day, double odds, List<String> said) {
    List<PlanStep> steps = new ArrayList<>();
    List<Block.Row> rows = new ArrayList<>();
    for (String one : said) {
      PlanStep step = step(desk, one);
      steps.add(step);
      rows.add(
          new Block.Row(
              Shown.shortened(one, Shown.BUTTON), "taken as " + step.row().title() + seen(step)));
    }
    WorkingCalendar last = steps.get(steps.size() - 1).calendar();
    AskBy plan =
        desk.knowledge().planner().plan(goal, steps, last.endOf(day), odds, desk.session().now());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(plan.text()));
    blocks.add(new Block.Facts("The way there", rows));
    List<Block.Row> table = new ArrayList<>();
    new TreeMap<>(plan.table())
        .forEach(
            (share, by) ->
                table.add(
                    new Block.Row(Math.round(share * 100) + " %", "ask by " + Shown.day(by))));
    blocks.add(new Block.Facts("Other odds", table));
    return new Card(
        plan.passed() ? "It's late for that" : "Ask by " + Shown.day(plan.by()), blocks);
  }

  private PlanStep step(Desk desk, String said) {
    Matcher with = WITH.matcher(said);
    String what = with.matches() ? with.group(1) : said;
    Optional<Partner> known =
        with.matches()
            ? PartnersByName.find(with.group(2), desk.session().memory())
            : desk.session()
                .talk()
                .item()
                .partnerId()
                .flatMap(desk.session().memory().partners()::find);
    String kind =
        known
            .map(Partner::kind)
            .or(() -> knowledge.playbook().kindIn(said).map(PartnerKind::id))
            .orElse("other");
    WaitingDefault row = desk.waiting().row(kind, what);
    WorkingCalendar calendar = known.map(desk.waiting()::calendar).orElseGet(desk.waiting()::own);
    return new PlanStep(
        row, calendar, known.map(partner -> seen(desk, partner, row, calendar)).orElse(List.of()));
  }

  /** By what it is judged: answers of theirs, or the table alone. */
  private static String seen(PlanStep step) {
    long answers = step.history().stream().filter(Observation::answered).count();
    return answers == 0
        ? ", by what is usual"
        : ", " + answers + (answers == 1 ? " answer" : " answers") + " of theirs";
  }

  private static List<Observation> seen(
      Desk desk, Partner partner, WaitingDefault row, WorkingCalendar calendar) {
    return desk.session().memory().followUps().with(partner.id(), MOST_SEEN).stream()
        .filter(one -> one.direction() == Direction.THEY_OWE && one.item().equals(row.id()))
        .map(Waiting::ask)
        .flatMap(ask -> ask.at(desk.session().now(), calendar).stream())
        .toList();
  }
}
