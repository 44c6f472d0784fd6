package dev.pushback.script;

import dev.pushback.playbook.AnswerMove;
import dev.pushback.playbook.Ending;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Guard.Claim;
import dev.pushback.playbook.Lead;
import dev.pushback.playbook.MoveLines;
import dev.pushback.playbook.ObjectionPage;
import dev.pushback.playbook.PartnerKind;
import dev.pushback.playbook.Playbook;
import dev.pushback.playbook.SituationPage;
import dev.pushback.situation.Group;
import dev.pushback.situation.Objection;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.SituationReader;
import dev.pushback.situation.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes scripts: one reason, one fact, one question, then stop (techniques.md 1.17). Pure; the
 * same request gives the same script.
 */
public final class ScriptWriter {
  /** Granting these before anybody looked would give the person's case away. */
  private static final Set<Objection> NOT_GRANTED =
      EnumSet.of(
          Objection.NONE,
          Objection.AGREES,
          Objection.ALREADY_GAVE,
          Objection.CONTRACT_SAYS,
          Objection.BLAMES_US,
          Objection.OFFENDED,
          Objection.NEED_INFO,
          Objection.COUNTER_OFFER,
          Objection.CONDITIONAL_YES);

  /** Situations whose own moves answer a procedure or a "soon" already. */
  private static final Set<Situation> WAITING =
      EnumSet.of(
          Situation.APPROVAL_SLOW,
          Situation.NO_REPLY,
          Situation.MISSED_DEADLINE,
          Situation.MONEY_OWED,
          Situation.BYPASS);

  /** What one may ask of an unpaid partner as extra work. */
  private static final Set<Situation> FAVOURS =
      EnumSet.of(Situation.SCHEDULE_LATER, Situation.SCHEDULE_SOONER, Situation.OUR_WAY);

  private static final Set<Situation> PRICE =
      EnumSet.of(Situation.PRICE_LOWER, Situation.PRICE_INCREASE);

  private final Playbook playbook;
  private final Fitter fitter;
  private final Composer composer;

  /**
   * @param playbook the words
   * @param reader tells the shape of the person's own words
   */
  public ScriptWriter(Playbook playbook, SituationReader reader) {
    Wording wording = new Wording(playbook.shorthand());
    this.playbook = playbook;
    this.fitter = new Fitter(reader, playbook.lexicon(), wording, playbook.guard());
    this.composer =
        new Composer(playbook, new FactLine(reader, wording, playbook.guard(), playbook.lexicon()));
  }

  /**
   * Writes a script.
   *
   * @throws IllegalArgumentException for {@link Situation#NOT_PUSHBACK}, which gets no script
   */
  public Script write(ScriptRequest request) {
    Reading reading = request.reading();
    if (reading.situation() == Situation.NOT_PUSHBACK) {
      throw new IllegalArgumentException("no script without a partner to push back on");
    }
    SituationPage page = playbook.page(reading.situation());
    // What has one round only is no push and can be said again, in other words.
    int round = page.rounds().size() == 1 ? 1 : request.round();
    int seed = Composer.seed(reading.text(), request.round());
    if (!page.has(round) || isRefusedForGood(reading)) {
      return ended(request, page, seed);
    }
    Map<String, String> words = page.toBoss() ? Map.of() : fitter.fit(reading);
    List<Step> steps = new ArrayList<>();
    for (MoveLines move : page.moves(round)) {
      steps.add(step(move, words, request.firmness(), seed + steps.size() * 7));
    }
    grantFavour(steps, request);
    answerTheirs(steps, request, seed);
    addFact(steps, page, request, seed);
    boolean namesBoss = addBoss(steps, page, request, round, seed);
    addThreat(steps, request, round);
    return new Script(
        reading.situation(),
        round,
        request.firmness(),
        message(steps, request.channel()),
        steps,
        composer.prepared(
            page.likely().stream().filter(one -> one != reading.objection()).toList(),
            reading.situation().group(),
            round,
            request.firmness(),
            seed),
        refused(page, request, round),
        new CoachText(page.stop()),
        page.counsel().stream().map(CoachText::new).toList(),
        goodToKnow(page, request),
        namesBoss);
  }

  private static Step step(MoveLines move, Map<String, String> words, Firmness firmness, int seed) {
    return new Step(
        move.move(),
        Composer.say(move.lines().at(firmness), words, seed),
        new CoachText(move.why()),
        move.cites());
  }

  /** Never another push after a final no (techniques.md 1.17). */
  private static boolean isRefusedForGood(Reading reading) {
    return reading.situation().group().isPush()
        && reading.objection() == Objection.FINAL_NO
        && !WAITING.contains(reading.situation());
  }

  /** Where nobody is paid for it, the first ask grants that it is extra work (T-037). */
  private void grantFavour(List<Step> steps, ScriptRequest request) {
    boolean asks = FAVOURS.contains(request.reading().situation()) && request.round() == 1;
    kind(request)
        .filter(kind -> asks && !kind.favour().isEmpty())
        .ifPresent(
            kind -> {
              steps.removeIf(step -> step.move().equals("acknowledge"));
              steps.add(
                  0,
                  new Step("acknowledge", kind.favour(), new CoachText(kind.note()), kind.cites()));
            });
  }

  /** If they have already said something, the script answers it instead of opening anew. */
  private void answerTheirs(List<Step> steps, ScriptRequest request, int seed) {
    Objection said = request.reading().objection();
    ObjectionPage theirs = playbook.page(said);
    Optional<AnswerMove> answer = theirs.answer(Math.min(request.round(), 2));
    Situation situation = request.reading().situation();
    Group group = situation.group();
    boolean answerable =
        !NOT_GRANTED.contains(said) && !theirs.stop() && !WAITING.contains(situation);
    if (!answerable || !group.isPush() || answer.isEmpty()) {
      return;
    }
    steps.removeIf(step -> step.move().equals("acknowledge"));
    steps.add(
        0,
        new Step(
            "acknowledge",
            Composer.say(theirs.grant(), Map.of(), seed),
            new CoachText(theirs.why()),
            theirs.cites()));
    if (group != Group.MONEY) {
      return;
    }
    steps.set(
        steps.size() - 1,
        new Step(
            answer.get().move(),
            Composer.say(answer.get().about(group).at(request.firmness()), Map.of(), seed >>> 3),
            new CoachText(theirs.why()),
            answer.get().cites()));
  }

  /**
   * A vouched fact takes the place of a reason that nobody gave, or stands behind the one given.
   */
  private void addFact(List<Step> steps, SituationPage page, ScriptRequest request, int seed) {
    Optional<Step> fact =
        composer.fact(page.facts(), request.facts(), request.round(), request.firmness(), seed);
    if (fact.isEmpty()) {
      return;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).move().equals("reason")) {
        if (steps.get(i).hasBlank()) {
          steps.set(i, fact.get());
        } else {
          steps.add(i + 1, fact.get());
        }
        return;
      }
    }
    steps.add(Math.min(1, steps.size() - 1), fact.get());
  }

  private boolean addBoss(
      List<Step> steps, SituationPage page, ScriptRequest request, int round, int seed) {
    if (!page.facts().contains("boss")) {
      return false;
    }
    Optional<Step> boss =
        composer.boss(request.facts(), round, request.bossUsed(), request.firmness(), seed);
    boss.ifPresent(
        line -> {
          int place = steps.size() - 1;
          for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).move().equals("trade") || steps.get(i).move().equals("option")) {
              place = i;
            }
          }
          steps.set(place, line);
          // The boss line asks its own question.
          steps.subList(place + 1, steps.size()).removeIf(step -> step.say().endsWith("?"));
        });
    return boss.isPresent();
  }

  private void addThreat(List<Step> steps, ScriptRequest request, int round) {
    composer
        .threat(request.facts(), round, request.firmness())
        .ifPresent(line -> steps.set(steps.size() - 1, line));
  }

  private static SendableText message(List<Step> steps, Channel channel) {
    List<String> said = steps.stream().map(Step::say).toList();
    if (channel == Channel.CHAT) {
      return new SendableText(String.join(" ", said));
    }
    String body = said.stream().limit(said.size() - 1L).collect(Collectors.joining(" "));
    return new SendableText(
        "Hello [their name],\n\n"
            + (body.isEmpty() ? "" : body + "\n\n")
            + said.get(said.size() - 1)
            + "\n\nKind regards,\n[your name]");
  }

  /** The rounds are used up: the path ends, and only new information reopens it. */
  private Script ended(ScriptRequest request, SituationPage page, int seed) {
    Ending ending = playbook.ending(page.facts().contains("boss") ? Lead.BOSS_REPORT : Lead.PARK);
    Step step =
        new Step(
            "park",
            Composer.say(ending.say(), Map.of(), seed),
            new CoachText(ending.why()),
            ending.cites());
    return new Script(
        request.reading().situation(),
        request.round(),
        request.firmness(),
        message(List.of(step), request.channel()),
        List.of(step),
        List.of(),
        List.of(
            new Refusal(
                "another round",
                new CoachText(
                    isRefusedForGood(request.reading())
                        ? "No further push: a clear final no is respected."
                        : "No further push: the same item gets at most "
                            + page.rounds().size()
                            + (page.rounds().size() == 1 ? " round" : " rounds")
                            + " without new information."))),
        new CoachText(page.stop()),
        List.of(),
        List.of(),
        false);
  }

  private List<Refusal> refused(SituationPage page, ScriptRequest request, int round) {
    Facts facts = request.facts();
    Set<Claim> claims = playbook.guard().claims(request.reading().text());
    List<Refusal> refused = new ArrayList<>();
    boolean aboutBoss = page.facts().contains("boss") || facts.boss().isPresent();
    if (aboutBoss && !page.toBoss() && !page.needsPerson()) {
      composer
          .bossRefusal(facts, round, request.bossUsed(), claims.contains(Claim.BOSS))
          .ifPresent(refused::add);
    }
    boolean speaksOfBudget =
        claims.contains(Claim.BUDGET) || PRICE.contains(request.reading().situation());
    if (facts.budget().isEmpty() && speaksOfBudget) {
      refused.add(composer.refusal("budget", "left_out"));
    }
    if (facts.quote().isEmpty() && claims.contains(Claim.RIVAL)) {
      refused.add(composer.refusal("quote", "left_out"));
    }
    boolean lacksKeys = facts.threat().map(threat -> !threat.hasAllKeys()).orElse(true);
    if (lacksKeys && (facts.threat().isPresent() || claims.contains(Claim.THREAT))) {
      refused.add(composer.refusal("threat", "left_out"));
    }
    return refused;
  }

  private List<CoachText> goodToKnow(SituationPage page, ScriptRequest request) {
    boolean aboutPartner =
        !page.toBoss()
            && !page.needsPerson()
            && request.reading().situation().group() != Group.SELF;
    return kind(request).filter(kind -> aboutPartner).stream()
        .flatMap(kind -> Stream.of(kind.odds(), kind.note()))
        .filter(line -> !line.isEmpty())
        .map(CoachText::new)
        .toList();
  }

  /** The kind of partner: as the person said, or by the words of the partner slot. */
  private Optional<PartnerKind> kind(ScriptRequest request) {
    return request
        .partnerKind()
        .flatMap(
            id ->
                Optional.ofNullable(playbook.partnerKinds().get(id)).or(() -> playbook.kindIn(id)))
        .or(() -> request.reading().slots().partner().map(Slot::text).flatMap(playbook::kindIn));
  }
}
