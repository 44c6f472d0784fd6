package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.card.CardLimits;
import dev.pushback.playbook.DraftProblem;
import dev.pushback.script.Channel;
import dev.pushback.situation.Screening;
import dev.pushback.situation.Screening.Problem;
import dev.pushback.tone.DraftCheck;
import dev.pushback.tone.DraftReport;
import dev.pushback.tone.DraftRequest;
import dev.pushback.tone.DraftScreening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message that is about to be sent: how it will land, and what not to look for in it. */
final class CheckJourney {
  /** Checks the last draft once more. */
  static final String AGAIN = "check again";

  /** Says that there is a draft, and not what it is. */
  private static final Pattern NO_DRAFT_YET =
      Pattern.compile(
          "(?i)(?:(?:my|this|the|a|one) )?(?:draft|message|mail|e-?mail|text|reply|note|this)?[^\\p{L}\\p{N}]*");

  private final Knowledge knowledge;
  private final DraftScreening screening;
  private final CheckCard cards;

  CheckJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.screening = new DraftScreening(knowledge.screening());
    this.cards = new CheckCard(knowledge.playbook().drafts());
  }

  /** Checks a draft; nothing that was left out of an earlier one counts. */
  Turn check(Session session, String draft) {
    if (draft.equalsIgnoreCase("again")) {
      return again(session);
    }
    if (NO_DRAFT_YET.matcher(draft).matches()) {
      return Turn.refused(session.talk(), form());
    }
    Optional<Problem> problem = screening.problem(draft);
    if (problem.isPresent()) {
      return Turn.refused(session.talk(), cannot(problem.get(), draft));
    }
    session.memory().people().check(draft, Set.of());
    return again(session);
  }

  private static Card form() {
    return Forms.ask(
        "Check my draft",
        "Paste what you're about to send. I'll tell you what would make it land badly or fall flat,"
            + " with better words beside it. Only you see it.",
        Forms.words("check:", "Check it", "Your draft", "just as you'd send it"));
  }

  private Card cannot(Problem problem, String draft) {
    Card notice = Pieces.notice(knowledge.playbook().notice(problem.id()));
    if (problem != Problem.ONLY_QUOTE || draft.length() > CardLimits.INPUT) {
      return notice;
    }
    Block form =
        new Block.Form(
            "answer",
            "What do I say to that?",
            List.of(
                Block.Field.lines("", "What they said", "as they said it")
                    .needed()
                    .with(unquoted(draft))));
    return new Card(
        notice.title(), Stream.concat(notice.blocks().stream(), Stream.of(form)).toList());
  }

  private static String unquoted(String draft) {
    return draft
        .lines()
        .map(line -> line.replaceFirst("^\\s{0,3}(?:> ?)+", ""))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** Checks the last draft against what is known now. */
  private Turn again(Session session) {
    String draft = session.memory().people().draft();
    if (draft.isBlank()) {
      return Turn.refused(session.talk(), form());
    }
    Set<DraftProblem> leftOut = problems(session.memory().people().leftOut());
    Set<DraftProblem> unwanted = problems(session.memory().people().muted());
    unwanted.addAll(leftOut);
    DraftRequest request = request(session.talk(), draft, unwanted);
    DraftCheck check = knowledge.drafts().get();
    DraftReport report = check.check(request);
    boolean praised =
        report.isWarmAndFirm()
            && (unwanted.isEmpty()
                || check.check(request(session.talk(), draft, Set.of())).isWarmAndFirm());
    return Turn.helped(session.talk(), cards.of(request, report, leftOut, praised));
  }

  private static DraftRequest request(Conversation talk, String draft, Set<DraftProblem> unwanted) {
    boolean hasCase = talk.reading().isPresent();
    Optional<Channel> channel = hasCase ? Optional.of(talk.stance().channel()) : Optional.empty();
    return new DraftRequest(
        DraftScreening.own(draft), hasCase ? talk.round() : 1, channel, talk.facts(), unwanted);
  }

  private static Set<DraftProblem> problems(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> DraftProblem.byId(id).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DraftProblem.class)));
  }

  private static Set<String> ids(Set<DraftProblem> problems) {
    return problems.stream().map(DraftProblem::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Checks the last draft without this. */
  Turn skip(Session session, String words) {
    String draft = session.memory().people().draft();
    Optional<DraftProblem> meant = cards.meant(words);
    if (draft.isBlank()) {
      return Turn.refused(session.talk(), form());
    }
    if (meant.isEmpty()) {
      return which(session, "skip");
    }
    Set<DraftProblem> leftOut = problems(session.memory().people().leftOut());
    leftOut.add(meant.get());
    session.memory().people().check(draft, ids(leftOut));
    return again(session);
  }

  /** Never looks for this again; tells what else isn't looked for. */
  Turn mute(Session session, String words) {
    Set<DraftProblem> muted = problems(session.memory().people().muted());
    if (words.isBlank()) {
      return which(session, "mute");
    }
    return cards
        .meant(words)
        .map(
            problem -> {
              muted.add(problem);
              session.memory().people().mute(ids(muted));
              return muted(
                  session, "Muted", "I won't look for that any more, in any draft.", muted);
            })
        .orElseGet(() -> which(session, "mute"));
  }

  /** Looks for this again; tells what still isn't looked for. */
  Turn unmute(Session session, String words) {
    Set<DraftProblem> muted = problems(session.memory().people().muted());
    if (words.isBlank()) {
      return muted(
          session,
          "What I don't look for",
          muted.isEmpty()
              ? "Nothing is muted: I look for everything in every draft."
              : "You've asked me not to look for some things. Choose what I should look for again.",
          muted);
    }
    return cards
        .meant(words)
        .map(
            problem -> {
              boolean was = muted.remove(problem);
              session.memory().people().mute(ids(muted));
              return muted(
                  session,
                  was ? "Back again" : "It wasn't muted",
                  "I look for that in every draft.",
                  muted);
            })
        .orElseGet(() -> which(session, "unmute"));
  }

  private Turn muted(Session session, String title, String say, Set<DraftProblem> muted) {
    boolean hasDraft = !session.memory().people().draft().isBlank();
    return Turn.helped(session.talk(), cards.muted(title, say, muted, hasDraft));
  }

  private Turn which(Session session, String verb) {
    Set<DraftProblem> muted = problems(session.memory().people().muted());
    List<Block.Button> buttons =
        Arrays.stream(DraftProblem.values())
            .filter(problem -> !muted.contains(problem) || verb.equals("unmute"))
            .map(
                problem ->
                    new Block.Button(
                        knowledge.playbook().drafts().page(problem).title(),
                        verb + " " + problem.id()))
            .toList();
    String known =
        Arrays.stream(DraftProblem.values())
            .map(DraftProblem::id)
            .collect(Collectors.joining(", "));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text("Say " + verb + " and one of these: " + known + "."));
    if (!muted.isEmpty()) {
      blocks.add(new Block.Note("Muted already: " + cards.titles(muted) + "."));
    }
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return Turn.refused(session.talk(), new Card("Which one?", blocks));
  }

  /** Whether a message can be checked as the person's own. */
  boolean isCheckable(String message) {
    return screening.problem(Screening.clean(message)).isEmpty();
  }
}
