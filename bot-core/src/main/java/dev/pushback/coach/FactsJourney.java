package dev.pushback.coach;

import dev.pushback.card.Answers;
import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.partner.VouchedFact;
import dev.pushback.script.Facts;
import dev.pushback.situation.Group;
import dev.pushback.situation.ObjectionReading;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything about a case told in one go: what is wanted and why, with whom, and the facts. */
final class FactsJourney {
  private static final int LONGEST_LINE = 300;

  /** "none" takes a fact back. */
  private static final Pattern NONE = Pattern.compile("(?i)none|nothing|n/a|-+");

  private static final Pattern CONSENT =
      Pattern.compile("(?i)(?:has |have )?(?:agreed|agrees|consents|consented|ok|yes)\\b.*");

  private final Knowledge knowledge;
  private final ScriptJourney scripts;
  private final AnswerJourney answers;
  private final FactJourney vouching;
  private final PartnersByName partners;
  private final Recall recall;
  private final FactsForm form;

  FactsJourney(
      Knowledge knowledge, ScriptJourney scripts, AnswerJourney answers, FactJourney vouching) {
    this.knowledge = knowledge;
    this.scripts = scripts;
    this.answers = answers;
    this.vouching = vouching;
    this.partners = new PartnersByName(knowledge.playbook());
    this.recall = new Recall(knowledge);
    this.form = new FactsForm(knowledge.playbook());
  }

  /** What was filled in, or with nothing filled in the form. */
  Turn facts(Session session, String rest) {
    Answers said = Answers.typed(rest, FactsForm.NAMES);
    boolean fresh = said.plain().equalsIgnoreCase(FactsForm.NEW);
    Session about =
        fresh
            ? new Session(Conversation.fresh(session.now()), session.memory(), session.zone())
            : session;
    if (said.named().isEmpty() && !takesBack(about, said)) {
      return Turn.helped(session.talk(), empty(about, fresh));
    }
    String item = said.get("item");
    if (!item.isEmpty() && !item.equals(FactsForm.NEW)) {
      return answered(session, item, said);
    }
    List<String> problems = problems(said);
    return problems.isEmpty() ? taken(about, said) : again(session, said, problems);
  }

  /** Whether something is emptied that is known. */
  private static boolean takesBack(Session session, Answers said) {
    Map<String, String> known = FactsForm.known(session);
    return said.emptied().stream().anyMatch(name -> !known.getOrDefault(name, "").isBlank());
  }

  private Card empty(Session session, boolean fresh) {
    Map<String, String> known = FactsForm.known(session);
    boolean some = known.values().stream().anyMatch(value -> !value.isBlank());
    return Forms.ask(
        some ? "What I know of it" : "Tell me about it",
        some
            ? "Add what is missing, or put right what is wrong. Only what you can stand behind; I"
                + " use nothing else."
            : "Fill in what you know, and leave the rest. Only what you can stand behind; I use"
                + " nothing else.",
        form.of(fresh ? "facts " + FactsForm.NEW : "facts", known, List.of()));
  }

  /** What they wrote is the answer in a case that waits for it. */
  private Turn answered(Session session, String id, Answers said) {
    Optional<Case> item = session.memory().cases().find(id);
    if (item.isEmpty()) {
      return again(session, said, List.of("I can't find that case any more; choose another."));
    }
    List<String> problems = problems(said);
    if (!problems.isEmpty()) {
      return again(session, said, problems);
    }
    Conversation talk = recall.conversation(item.get(), session.memory());
    Told known = Told.of(talk);
    Told told =
        new Told(now(said, "want", known.want()), now(said, "why", known.why()), known.their());
    Conversation noted = noted(session, talk, said);
    return answers
        .answer(told.equals(known) ? noted : told(noted, told), said.get("their"))
        .aboutCase();
  }

  /** What is wanted and why has changed; the situation stays what it was. */
  private Conversation told(Conversation talk, Told told) {
    return talk.reading()
        .filter(before -> knowledge.screening().problem(told.text()).isEmpty())
        .map(
            before ->
                talk.readAs(
                        Readings.as(
                            Readings.read(knowledge.reader(), told.text()), before.situation()))
                    .in(talk.round()))
        .orElse(talk);
  }

  /** The same form with all that was typed in it, and what is wrong. */
  private Turn again(Session session, Answers said, List<String> problems) {
    Map<String, String> values = new HashMap<>(said.named());
    said.named().keySet().stream()
        .filter(name -> !FactsForm.NAMES.contains(name))
        .forEach(values::remove);
    List<Block> blocks = new ArrayList<>();
    problems.forEach(problem -> blocks.add(new Block.Note(problem)));
    if (!FactsForm.fits(values)) {
      blocks.add(
          new Block.Note(
              "It's more than fits into the form, so the longest part has lost its end."));
    }
    boolean fresh = said.plain().equalsIgnoreCase(FactsForm.NEW);
    boolean ofCase = said.named().containsKey("item");
    blocks.add(
        form.of(
            fresh ? "facts " + FactsForm.NEW : "facts",
            known(values),
            ofCase ? OpenCases.of(session) : List.of()));
    return Turn.refused(session.talk(), new Card("Almost", blocks));
  }

  /** Without what can't stand in a field to choose from; the note has said it. */
  private Map<String, String> known(Map<String, String> typed) {
    Map<String, String> values = new HashMap<>(typed);
    values.computeIfPresent("kind", (name, kind) -> kind(kind).orElse(""));
    values.computeIfPresent("boss", (name, boss) -> agreed(boss) ? FactsForm.AGREED : "no");
    values.computeIfPresent("item", (name, item) -> Which.isId(item) ? item : FactsForm.NEW);
    return values;
  }

  private Optional<String> kind(String typed) {
    String id = typed.strip().toLowerCase(Locale.ROOT);
    Set<String> kinds = knowledge.playbook().partnerKinds().keySet();
    return Optional.of(id).filter(kinds::contains);
  }

  private static boolean agreed(String boss) {
    return CONSENT.matcher(boss.strip()).matches();
  }

  private List<String> problems(Answers said) {
    List<String> problems = new ArrayList<>();
    said.named().keySet().stream()
        .filter(name -> !FactsForm.NAMES.contains(name))
        .sorted()
        .forEach(name -> problems.add("There is no field \"" + name + "\" here."));
    if (said.get("partner").length() > Partner.LONGEST) {
      problems.add("A partner's name has at most " + Partner.LONGEST + " characters.");
    }
    if (!said.get("kind").isEmpty() && kind(said.get("kind")).isEmpty()) {
      problems.add(
          "I don't know that kind of partner. I know: "
              + String.join(
                  ", ", knowledge.playbook().partnerKinds().keySet().stream().sorted().toList())
              + ".");
    }
    longest(said, "want", "What you'd like", LONGEST_LINE).ifPresent(problems::add);
    longest(said, "why", "The reason", LONGEST_LINE).ifPresent(problems::add);
    longest(said, "their", "What they said", MessageJourney.SHOWN).ifPresent(problems::add);
    longest(said, "deadline", "A date", Facts.LONGEST).ifPresent(problems::add);
    longest(said, "budget", "What you may spend", Facts.LONGEST).ifPresent(problems::add);
    longest(said, "quote", "A quote", Facts.LONGEST).ifPresent(problems::add);
    longest(said, "agreed", "What your boss wants", Facts.LONGEST).ifPresent(problems::add);
    amount(said, "budget", "What you may spend has to be an amount, such as 8,000.")
        .ifPresent(problems::add);
    amount(said, "quote", "Of a quote I need the amount, such as 3,200.").ifPresent(problems::add);
    return problems;
  }

  private static Optional<String> longest(Answers said, String name, String what, int most) {
    int length = said.get(name).length();
    return length <= most
        ? Optional.empty()
        : Optional.of(
            "%s has at most %,d characters here, and this has %,d. The gist is enough."
                .formatted(what, most, length));
  }

  private Optional<String> amount(Answers said, String name, String problem) {
    String words = said.get(name);
    if (words.isEmpty() || NONE.matcher(words).matches()) {
      return Optional.empty();
    }
    ObjectionReading measures = knowledge.reader().readObjection(Shown.cut(words, Facts.LONGEST));
    Predicate<String> digits = text -> text.chars().anyMatch(Character::isDigit);
    return digits.test(words) || !measures.amounts().isEmpty()
        ? Optional.empty()
        : Optional.of(problem);
  }

  private Turn taken(Session session, Answers said) {
    Conversation before = session.talk();
    Told known = Told.of(before);
    Told told =
        new Told(
            now(said, "want", known.want()),
            now(said, "why", known.why()),
            now(said, "their", known.their()));
    if (told.isEmpty() && !known.isEmpty()) {
      return again(
          session, said, List.of("Something has to be left: what you'd like, or what they said."));
    }
    Conversation noted = noted(session, before, said);
    if (told.equals(known) || told.isEmpty()) {
      return before.reading().isPresent() && hasSituation(before)
          ? scripts.show(noted)
          : unsaid(
              session, noted, "I've noted that. Now tell me what you'd like, or what they said.");
    }
    Optional<Screening.Problem> problem = knowledge.screening().problem(told.text());
    if (problem.isPresent()) {
      return again(session, said, List.of(knowledge.playbook().notice(problem.get().id()).say()));
    }
    return read(session, noted, told);
  }

  private static String or(String said, String known) {
    return said.isBlank() ? known : said;
  }

  /** What stands in a field now: what is said, or what was known if nothing is said of it. */
  private static String now(Answers said, String name, String known) {
    return isTakenBack(said, name) ? "" : or(said.get(name), known);
  }

  private static boolean isTakenBack(Answers said, String name) {
    return said.emptied().contains(name) || NONE.matcher(said.get(name)).matches();
  }

  private Turn unsaid(Session session, Conversation noted, String say) {
    Session after = new Session(noted, session.memory(), session.zone());
    return Turn.helped(
        noted,
        new Card(
            "Noted",
            List.of(new Block.Note(say), form.of("facts", FactsForm.known(after), List.of()))));
  }

  private Turn read(Session session, Conversation noted, Told told) {
    Reading read = sure(told);
    if (read.situation() == Situation.NOT_PUSHBACK && scripts.isGrave(read)) {
      return scripts.notice(noted, read.kind());
    }
    Optional<Situation> before =
        noted.reading().map(Reading::situation).filter(one -> one != Situation.NOT_PUSHBACK);
    Optional<Reading> reading =
        read.situation() != Situation.NOT_PUSHBACK && (read.isClear() || before.isEmpty())
            ? Optional.of(read)
            : Stream.concat(before.stream(), read.also().stream())
                .filter(one -> one != Situation.NOT_PUSHBACK)
                .findFirst()
                .map(one -> before.isPresent() ? Readings.as(read, one) : doubtful(read, one));
    if (reading.isEmpty()) {
      Conversation kept = noted.with(noted.item().about(told.text(), Situation.NOT_PUSHBACK.id()));
      return unsaid(
          session,
          kept,
          "I can't tell yet what it is about. Say a little more: what they want, and what you'd"
              + " like instead.");
    }
    Conversation next =
        noted.reading().isPresent()
            ? noted.readAs(reading.get()).in(noted.round())
            : noted.about(reading.get());
    return reading.get().isClear()
        ? scripts.show(next)
        : Turn.refused(next, scripts.question(reading.get()));
  }

  /** What they wrote must not end it; only the person does, in words of their own. */
  private Reading sure(Told told) {
    Reading read = Readings.read(knowledge.reader(), told.text());
    if (read.situation().group() != Group.ENDGAME || told.want().isEmpty()) {
      return read;
    }
    Situation own =
        knowledge.reader().read(new Told(told.want(), told.why(), "").text()).situation();
    return own == read.situation()
        ? read
        : doubtful(
            read,
            Stream.concat(Stream.of(own), read.also().stream())
                .filter(one -> one != Situation.NOT_PUSHBACK && one.group() != Group.ENDGAME)
                .findFirst()
                .orElse(read.situation()));
  }

  /** Not sure enough for a script: the person is asked. */
  private static Reading doubtful(Reading read, Situation first) {
    return new Reading(read.text(), first, 0, read.also(), "", read.objection(), read.slots());
  }

  private static boolean hasSituation(Conversation talk) {
    return talk.reading()
        .filter(reading -> reading.situation() != Situation.NOT_PUSHBACK)
        .isPresent();
  }

  /** With the partner and the facts; what was said before and stands unchanged keeps its date. */
  private Conversation noted(Session session, Conversation talk, Answers said) {
    Conversation next = withPartner(session, talk, said);
    for (VouchedFact.Kind kind :
        List.of(VouchedFact.Kind.DEADLINE, VouchedFact.Kind.BUDGET, VouchedFact.Kind.QUOTE)) {
      next =
          isTakenBack(said, kind.id())
              ? next.with(next.item().without(kind))
              : with(next, kind, said.get(kind.id()));
    }
    String boss = said.get("boss");
    if (boss.isEmpty() && said.get("agreed").isEmpty()) {
      return next;
    }
    boolean agreed = agreed(boss);
    String wants = or(said.get("agreed"), agreed && !boss.equals(FactsForm.AGREED) ? boss : "");
    String typed = (agreed && !CONSENT.matcher(wants).matches() ? "agreed: " : "") + wants;
    return with(next, VouchedFact.Kind.BOSS, agreed ? typed : unagreed(wants));
  }

  /** Words that can't be taken for a consent. */
  private static String unagreed(String wants) {
    return CONSENT.matcher(wants).matches() ? "not agreed: " + wants : or(wants, "not agreed");
  }

  private Conversation with(Conversation talk, VouchedFact.Kind kind, String words) {
    if (words.isBlank()) {
      return talk;
    }
    VouchedFact fact = vouching.vouched(kind, words, talk.at());
    boolean same =
        talk.item().facts().stream()
            .anyMatch(
                one ->
                    one.kind() == kind
                        && one.words().equals(fact.words())
                        && one.consent() == fact.consent()
                        && !one.isStale(talk.at()));
    return same && fact.source().isEmpty() ? talk : talk.with(fact);
  }

  private Conversation withPartner(Session session, Conversation talk, Answers said) {
    Optional<String> kind = kind(said.get("kind"));
    Conversation next = kind.map(talk::withPartnerKind).orElse(talk);
    String name = said.get("partner").replaceAll("\\s+", " ");
    if (name.isEmpty()) {
      return next;
    }
    Partner partner =
        partners.findOrAdd(
            name, kind.orElseGet(() -> partners.kind(name, "other")), session.memory());
    Conversation with = next.with(next.item().withPartner(partner.id()));
    return kind.isPresent() || partner.kind().equals("other") || talk.partnerKind().isPresent()
        ? with
        : with.withPartnerKind(partner.kind());
  }
}
