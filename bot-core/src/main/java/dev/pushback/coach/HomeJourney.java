package dev.pushback.coach;

import dev.pushback.card.Block;
import dev.pushback.card.Card;
import dev.pushback.followup.FollowUp;
import dev.pushback.partner.Case;
import dev.pushback.partner.Partner;
import dev.pushback.people.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that concerns a person on one page. */
final class HomeJourney {
  private static final int WAITING = 10;
  private static final int LOOKED_AT = 60;
  private static final int PARTNERS = 8;
  private static final int LATEST = 50;
  private static final int SCRIPTS = 5;
  private static final int LINE = 150;

  private final Knowledge knowledge;

  HomeJourney(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Whether somebody only looks at the page, which a platform also does for them. */
  static boolean isAsked(String text) {
    return text.equalsIgnoreCase("home") || text.equalsIgnoreCase("home:");
  }

  /** The page. */
  Turn show(Session session) {
    List<Partner> partners = session.memory().partners().all();
    List<Case> cases =
        session.memory().cases().latest(LATEST).stream()
            .filter(item -> item.state() == Case.State.OPEN)
            .limit(SCRIPTS)
            .toList();
    List<Block> waiting = waiting(session);
    boolean isNew = partners.isEmpty() && cases.isEmpty() && waiting.isEmpty();
    List<Block> blocks = new ArrayList<>();
    if (isNew) {
      blocks.addAll(welcome());
    } else {
      blocks.addAll(waiting.isEmpty() ? List.of(nothing()) : waiting);
      blocks.addAll(scripts(cases, session));
      blocks.addAll(partners(partners));
      blocks.add(begin());
    }
    blocks.addAll(settings(session));
    return Turn.helped(session.talk(), new Card(isNew ? "Welcome" : "Where you stand", blocks));
  }

  private static List<Block> welcome() {
    return List.of(
        new Block.Text(
            "I help you to hold your ground with partners outside your organisation: vendors,"
                + " consultants, agencies, clients, authorities. You tell me what they want and what"
                + " you'd like instead; I give you words to send, polite and firm, what to say to"
                + " their answer, and when to stop. Nothing is sent by me, and nobody else sees it."),
        new Block.Facts(
            "Four things to try",
            List.of(
                new Block.Row("words to send", "they want the kick-off in February, we need April"),
                new Block.Row("what you wait for", "track the signed NDA with Rivera by Friday"),
                new Block.Row(
                    "a draft checked", "check Hi Tom, any news? We can't wait any longer."),
                new Block.Row("a thought turned round", "reframe they just don't get it"))),
        new Block.Buttons(
            List.of(
                new Block.Button("Get words to send", "facts new"),
                new Block.Button("Check my draft", "check: "),
                new Block.Button("Track something", "track"),
                new Block.Button("Turn a thought round", "reframe "),
                new Block.Button("What you can say", "help"))));
  }

  private static Block begin() {
    return new Block.Buttons(
        List.of(
            new Block.Button("Get words to send", "facts new"),
            new Block.Button("Check my draft", "check: ")));
  }

  private static Block nothing() {
    return new Block.Text("You're not waiting for anything.");
  }

  /** Those on which something can be done now come first. */
  private List<Block> waiting(Session session) {
    List<FollowUp> open = FollowUpJourney.sorted(session);
    if (open.isEmpty()) {
      return List.of();
    }
    Desk desk = Desk.of(knowledge, session);
    List<FollowUp> late =
        open.stream()
            .limit(LOOKED_AT)
            .sorted(Comparator.comparing(one -> !desk.cards().isLate(one)))
            .toList();
    return desk.cards()
        .list("What you wait for", late, WAITING, session.memory().followUps().countOpen());
  }

  private static List<Block> scripts(List<Case> cases, Session session) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<Block.Row> rows =
        cases.stream()
            .map(
                item ->
                    new Block.Row(
                        Shown.day(item.touchedAt(), session.zone()),
                        Shown.shortened(CaseJourney.about(item), LINE)))
            .toList();
    List<Block.Button> buttons =
        cases.stream()
            .map(
                item ->
                    new Block.Button(
                        Shown.shortened(CaseJourney.about(item), Shown.NARROW),
                        "case " + item.id()))
            .toList();
    return List.of(new Block.Facts("Your last scripts", rows), new Block.Buttons(buttons));
  }

  /** Nothing is said of a kind that isn't known, or that the name says already. */
  private String kind(Partner partner) {
    return Optional.ofNullable(knowledge.playbook().partnerKinds().get(partner.kind()))
        .filter(kind -> !kind.id().equals("other"))
        .map(kind -> kind.title().replaceFirst("^(?:an?|their) ", ""))
        .filter(title -> !partner.name().toLowerCase(Locale.ROOT).contains(title))
        .map(title -> " (" + title + ")")
        .orElse("");
  }

  private List<Block> partners(List<Partner> partners) {
    if (partners.isEmpty()) {
      return List.of();
    }
    String names =
        partners.stream()
            .limit(PARTNERS)
            .map(partner -> Shown.shortened(partner.name(), 40) + kind(partner))
            .collect(Collectors.joining(", "));
    int more = partners.size() - PARTNERS;
    return List.of(
        new Block.Facts(
            "Your partners",
            List.of(new Block.Row("", names + (more > 0 ? ", and " + more + " more" : "")))),
        new Block.Buttons(List.of(new Block.Button("All partners", "partners"))));
  }

  private static List<Block> settings(Session session) {
    Profile profile = session.memory().people().profile();
    boolean shares = session.memory().people().wantShares();
    return List.of(
        new Block.Facts(
            "Your settings",
            List.of(
                new Block.Row(
                    "name",
                    profile.name().isBlank()
                        ? "not told; teammates can't find you"
                        : Shown.shortened(profile.name(), LINE)),
                new Block.Row("time zone", Shown.zone(session.zone())),
                new Block.Row("country", profile.country().orElse("not told")),
                new Block.Row("hours", profile.dayFrom() + " to " + profile.dayTo()),
                new Block.Row(
                    "shared thoughts",
                    shares ? "teammates may share with you" : "nobody may share with you"))),
        new Block.Buttons(
            List.of(
                new Block.Button("Name", "name "),
                new Block.Button("Time zone", "zone "),
                new Block.Button("Country", "country "),
                new Block.Button("Hours", "hours "),
                shares
                    ? new Block.Button("No shared thoughts", "shares off")
                    : new Block.Button("Allow shared thoughts", "shares on"),
                new Block.Button("Forget me", "forget me"))));
  }
}
