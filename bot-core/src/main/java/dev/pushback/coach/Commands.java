package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.coach.Command.Takes;
import dev.pushback.coach.Command.Topic;
import dev.pushback.playbook.DraftRules;
import dev.pushback.script.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything a person can say to the coach, in one table. It makes the help and parses typed text
 * and buttons. The first word picks a command only if the rest fits its usage; everything else is a
 * situation to read.
 */
final class Commands {
  private static final Takes NOTHING = new Takes.Nothing();
  private static final Takes ANYTHING = new Takes.Words(Set.of());

  /** Something on the list; what begins like this and means nothing there is a situation. */
  private static final Takes MEANT = new Takes.Meant();

  private static final Takes THEIR_WORDS = new Takes.Words(Set.of("from", "is", "was"));
  private static final Takes AIM =
      new Takes.Words(
          Set.of("date", "dates", "group", "is", "was", "of", "on", "for", "to", "the", "our"));

  /** Something that changed hands; "got a quote that is far too high" is a situation. */
  private static final Takes CHANGED =
      new Takes.Shape(
          "(?is)(?!(?:an?|the|no|another|this|their|my|your|our)?\\s*(?:quotes?|offer|price|bill|"
              + "invoice|e-?mail|letter|message|reply|answer|word|call|proposal|contract|told|"
              + "nothing|no|back|stuck|angry|upset)\\b).{0,200}");

  /** Fields by their names, or nothing; "facts are facts" is a situation. */
  private static final Takes FIELDS =
      new Takes.Shape("(?is)(?:new\\b\\s*)?(?:[a-z]{1,20}:(?:\\s.*)?)?");

  /** A draft; "check with them whether …" and "check the status" are situations. */
  private static final Takes DRAFT =
      new Takes.Shape(
          "(?s)(?!(?:about|an?|and|are|at|availability|back|by|every|for|from|has|have|he|her|his|how"
              + "|if|in|invoices?|is|isn't|it'?s?|its|late|my(?! (?:draft|message|e-?mail|mail|text|reply"
              + "|note)[^\\p{L}\\p{N}]*$)|of|off|on|or|our|out|payments?|progress|prices?|she|status|than|that|the"
              + "(?! (?:draft|message|e-?mail|mail|text|reply|note)[^\\p{L}\\p{N}]*$)|their|them|there|these|they|those"
              + "|to|up|was|were|what|when|where|whether|which|who|why|will|with|your)\\b).*");

  private static final Takes NAMED = new Takes.Words(Set.of("is", "of", "the", "and"));
  private static final Takes DETAIL = new Takes.Words(Set.of("to", "but"));

  /** What is about no case; on a platform it stands beside the card it was chosen from. */
  private static final Set<String> BESIDE =
      Set.of(
          "case",
          "cases",
          "chase",
          "fair",
          "me",
          "mute",
          "partners",
          "show",
          "unmute",
          "waiting",
          "when",
          "why");

  private final List<Command> table;
  private final ScriptJourney scripts;

  Commands(Knowledge knowledge, Set<String> linked) {
    this.scripts = new ScriptJourney(knowledge);
    AnswerJourney answers = new AnswerJourney(knowledge);
    ReframeJourney reframes = new ReframeJourney(knowledge);
    EndgameJourney endgame = new EndgameJourney(knowledge, scripts);
    FactJourney facts = new FactJourney(knowledge, scripts);
    FactsJourney all = new FactsJourney(knowledge, scripts, answers, facts);
    CheckJourney checks = new CheckJourney(knowledge);
    Takes problem = problem(knowledge.playbook().drafts());
    MessageJourney messages = new MessageJourney(knowledge, checks);
    CaseJourney cases = new CaseJourney(knowledge, new Recall(knowledge));
    ProfileJourney profile = new ProfileJourney();
    HomeJourney home = new HomeJourney(knowledge);
    PlanJourney plans = new PlanJourney(knowledge);
    LedgerJourney ledger = new LedgerJourney(knowledge);
    PartnerJourney partners = new PartnerJourney(knowledge);
    ShareJourney shares = new ShareJourney(knowledge, linked);
    TrackJourney tracks = new TrackJourney(knowledge);
    ThanksJourney thanks = new ThanksJourney(knowledge, endgame::thanks);
    FollowUpJourney followUps = new FollowUpJourney(knowledge, thanks);
    DatedJourney dated = new DatedJourney(knowledge);
    this.table =
        List.of(
            new Command(
                Topic.WORDS,
                "answer",
                THEIR_WORDS,
                "answer <what they said>",
                "answer our policy doesn't allow that",
                "What to say to their answer; goes on to the next round.",
                (session, rest) -> answers.answer(session.talk(), rest)),
            new Command(
                Topic.WORDS,
                "softer",
                NOTHING,
                "softer",
                "softer",
                "The same, gentler.",
                (session, rest) ->
                    scripts.again(
                        session.talk().with(session.talk().stance().firmness().softer()))),
            new Command(
                Topic.WORDS,
                "firmer",
                NOTHING,
                "firmer",
                "firmer",
                "The same, firmer.",
                (session, rest) ->
                    scripts.again(
                        session.talk().with(session.talk().stance().firmness().firmer()))),
            new Command(
                Topic.WORDS,
                "fact",
                new Takes.Words(Set.of("is", "of", "that", "the")),
                "fact budget|deadline|quote|boss <what is true>",
                "fact budget 8,000",
                "Vouch for a fact, so that I may use it. For a boss who agreed to be named: fact"
                    + " boss agreed: 15% off.",
                (session, rest) -> facts.fact(session.talk(), rest)),
            new Command(
                Topic.WORDS,
                "facts",
                FIELDS,
                "facts",
                "facts",
                "All that I should know of it at once, as a form: want, why, their words, partner,"
                    + " deadline, budget, quote, boss.",
                all::facts),
            new Command(
                Topic.WORDS,
                "check",
                DRAFT,
                "check <your draft>",
                "check Sorry to bother you, any news yet?",
                "Read a message before you send it: what would make it land badly, better words, and"
                    + " your own text mended.",
                checks::check),
            new Command(Topic.WORDS, "check:", ANYTHING, "check:", "check:", "", checks::check),
            new Command(
                Topic.WORDS,
                "skip",
                problem,
                "skip <what was found>",
                "skip no-reason",
                "The last draft again, without this.",
                checks::skip),
            new Command(
                Topic.WORDS,
                "mute",
                problem,
                "mute <what was found>",
                "mute overlong",
                "Never look for this in a draft.",
                checks::mute),
            new Command(
                Topic.WORDS,
                "unmute",
                problem,
                "unmute <what was found>",
                "unmute overlong",
                "Look for it again; alone: what is muted.",
                checks::unmute),
            new Command(Topic.WORDS, "theirs", ANYTHING, "theirs", "theirs", "", messages::theirs),
            new Command(Topic.WORDS, "ours", ANYTHING, "ours", "ours", "", messages::ours),
            new Command(
                Topic.WORDS,
                "script",
                NOTHING,
                "script",
                "script",
                "The script again, as it stands.",
                (session, rest) -> scripts.again(session.talk())),
            new Command(
                Topic.PARTNERS,
                "partner",
                new Takes.OneWord(),
                "partner <kind>",
                "partner government",
                "Say what kind of partner it is.",
                (session, rest) -> facts.partner(session.talk(), rest)),
            new Command(
                Topic.WORDS,
                "email",
                NOTHING,
                "email",
                "email",
                "The same as an e-mail.",
                (session, rest) -> facts.channel(session.talk(), Channel.EMAIL)),
            new Command(
                Topic.WORDS,
                "chat",
                NOTHING,
                "chat",
                "chat",
                "The same for a chat.",
                (session, rest) -> facts.channel(session.talk(), Channel.CHAT)),
            new Command(
                Topic.WORDS,
                "why",
                NOTHING,
                "why",
                "why",
                "Why the script works, with its sources.",
                (session, rest) -> scripts.why(session.talk())),
            new Command(
                Topic.WORDS,
                "reframe",
                ANYTHING,
                "reframe <a combative thought>",
                "reframe they just don't get it, we can't pay more than 4k",
                "Turn a thought into one that keeps your limit and opens the talk.",
                reframes::reframe),
            new Command(
                Topic.CASES,
                "won",
                NOTHING,
                "won",
                "won",
                "They said yes: close it modestly.",
                (session, rest) -> endgame.won(session.talk())),
            new Command(
                Topic.CASES,
                "lost",
                NOTHING,
                "lost",
                "lost",
                "You have to give in: do it well.",
                (session, rest) -> endgame.lost(session.talk())),
            new Command(
                Topic.CASES,
                "thanks",
                DETAIL,
                "thanks <one true thing they did>",
                "thanks you stayed late to reprint the programme",
                "A thank-you with a true detail.",
                thanks::thanks),
            new Command(
                Topic.CASES,
                "praise",
                DETAIL,
                "praise <one true thing they did>",
                "praise she stayed late to reprint the programme",
                "A word to their manager.",
                (session, rest) -> endgame.praise(session.talk(), rest)),
            new Command(
                Topic.CASES,
                "report",
                NOTHING,
                "report",
                "report",
                "A report to your boss from what was said here.",
                (session, rest) -> endgame.report(session)),
            new Command(
                Topic.WAITING,
                "track",
                ANYTHING,
                "track <what> with <partner> by <when>",
                "track the signed NDA with Rivera by Friday",
                "Remember what you're waiting for; I bring it up when asking is polite.",
                tracks::track),
            new Command(
                Topic.WAITING,
                "owe",
                ANYTHING,
                "owe <partner> <what> by <when>",
                "owe Rivera the floor plan by Monday",
                "Remember what they wait for; until it's done I don't chase them.",
                tracks::owe),
            new Command(
                Topic.WAITING,
                "waiting",
                new Takes.Shape("(?is)(?:for|on) .+"),
                "waiting for <what> with <partner> by <when>",
                "waiting for the signed NDA with Rivera by Friday",
                "",
                tracks::track),
            new Command(
                Topic.WAITING,
                "remind",
                new Takes.Shape("(?is)me (?:of|to|about) .+"),
                "remind me of <what> with <partner> by <when>",
                "remind me of the signed NDA with Rivera by Friday",
                "",
                (session, rest) ->
                    tracks.track(session, rest.replaceFirst("\\S+\\s+\\S+\\s+", ""))),
            new Command(
                Topic.WAITING,
                "what",
                new Takes.Shape("(?is)(?:am i|do i|are we) wait(?:ing)? (?:for|on)\\W*"),
                "what am I waiting for",
                "what am I waiting for",
                "",
                (session, rest) -> followUps.list(session)),
            new Command(
                Topic.WAITING,
                "waiting",
                NOTHING,
                "waiting",
                "waiting",
                "Everything you wait for or owe.",
                (session, rest) -> followUps.list(session)),
            new Command(
                Topic.WAITING,
                "show",
                MEANT,
                "show <which>",
                "show the NDA",
                "One of them.",
                followUps::show),
            new Command(
                Topic.WAITING,
                "when",
                MEANT,
                "when <which>",
                "when NDA",
                "Whether asking again is polite now, and every reason.",
                followUps::when),
            new Command(
                Topic.WAITING,
                "chase",
                MEANT,
                "chase <which>",
                "chase the NDA",
                "Words for asking again that move the work; or what I think of yours: chase NDA: any"
                    + " news?",
                followUps::chase),
            new Command(
                Topic.WAITING,
                "asked",
                MEANT,
                "asked <which> by <channel>",
                "asked the NDA by phone",
                "You've asked again.",
                followUps::asked),
            new Command(
                Topic.WAITING,
                "promised",
                MEANT,
                "promised <which> by <when>",
                "promised the NDA by Friday",
                "They named a day; it beats every rule.",
                dated::promised),
            new Command(
                Topic.WAITING,
                "needed",
                MEANT,
                "needed <which> by <when>",
                "needed the NDA by 14 May",
                "The day you need it.",
                dated::needed),
            new Command(
                Topic.WAITING,
                "since",
                MEANT,
                "since <which> on <when>",
                "since the NDA on 3 March",
                "When you asked first.",
                dated::since),
            new Command(
                Topic.WAITING,
                "snooze",
                MEANT,
                "snooze <which> until <when>",
                "snooze the NDA until Monday",
                "Not before this day.",
                dated::snooze),
            new Command(
                Topic.WAITING,
                "done",
                MEANT,
                "done <which>",
                "done the NDA",
                "It came, or you've done it.",
                followUps::done),
            new Command(
                Topic.WAITING,
                "elsewhere",
                MEANT,
                "elsewhere <which>",
                "elsewhere the NDA",
                "They answered another way.",
                followUps::elsewhere),
            new Command(
                Topic.WAITING,
                "letgo",
                MEANT,
                "letgo <which>",
                "letgo the NDA",
                "Stop waiting for it.",
                followUps::letGo),
            new Command(
                Topic.WAITING,
                "reopen",
                MEANT,
                "reopen <which>",
                "reopen the NDA",
                "It was closed too early.",
                followUps::reopen),
            new Command(
                Topic.PARTNERS,
                "out",
                MEANT,
                "out <partner> until <when>",
                "out Rivera until Friday",
                "They're out of office.",
                dated::out),
            new Command(
                Topic.PARTNERS,
                "quiet",
                MEANT,
                "quiet <partner> until <when>",
                "quiet Rivera until 14 May",
                "They must not be written to: a tender, a quiet period.",
                dated::quiet),
            new Command(
                Topic.WAITING,
                "plan",
                new Takes.Shape("(?is).+ by .+|\\S*(?: \\S+){0,2}"),
                "plan <what> by <when>: <step> with <partner>, …",
                "plan it signed by 14 May: legal review with Rivera, signature with headquarters",
                "By which day to ask, to have it in time.",
                plans::plan),
            new Command(
                Topic.PARTNERS,
                "got",
                CHANGED,
                "got <what> from <partner>",
                "got 10% off the rooms from the Grand Hotel",
                "Something they gave you, for the account.",
                ledger::got),
            new Command(
                Topic.PARTNERS,
                "gave",
                CHANGED,
                "gave <what> to <partner>",
                "gave two weeks' notice to the Grand Hotel",
                "Something you gave them.",
                ledger::gave),
            new Command(
                Topic.PARTNERS, "usual", new Takes.Id(), "usual <id>", "usual", "", ledger::usual),
            new Command(
                Topic.PARTNERS,
                "special",
                new Takes.Id(),
                "special <id>",
                "special",
                "",
                ledger::special),
            new Command(
                Topic.PARTNERS,
                "fair",
                MEANT,
                "fair with <partner>",
                "fair with Rivera",
                "Whether asking again is too much, from the account.",
                ledger::fair),
            new Command(
                Topic.PARTNERS,
                "partners",
                NOTHING,
                "partners",
                "partners",
                "Whom you deal with.",
                (session, rest) -> partners.list(session)),
            new Command(
                Topic.PARTNERS,
                "where",
                MEANT,
                "where <partner> <country or zone>",
                "where Rivera DE",
                "Where they work, for their hours and public holidays.",
                partners::where),
            new Command(
                Topic.PARTNERS,
                "kind",
                MEANT,
                "kind <partner> <kind>",
                "kind Rivera client",
                "What kind of partner they are, if I guessed it wrong.",
                partners::kind),
            new Command(
                Topic.PARTNERS,
                "share",
                ANYTHING,
                "share <teammate>",
                "share Sam",
                "Share the thought you turned round last; what they'll see is shown first.",
                shares::share),
            new Command(
                Topic.YOU,
                "shares",
                new Takes.OneOf(Set.of("on", "off")),
                "shares on|off",
                "shares off",
                "Whether teammates may share thoughts with you.",
                (session, rest) -> shares.wants(session, rest.equalsIgnoreCase("on"))),
            new Command(
                Topic.YOU,
                "name",
                NAMED,
                "name <your name>",
                "name Ada",
                "The name by which teammates find you.",
                (session, rest) ->
                    rest.isBlank()
                        ? Turn.refused(
                            session.talk(),
                            Forms.ask(
                                "Which name?",
                                "Say the name your teammates know you by.",
                                Forms.line("name", "Keep it", "Your name", "Ada")))
                        : shares.name(session, rest)),
            new Command(
                Topic.CASES,
                "cases",
                NOTHING,
                "cases",
                "cases",
                "What we've been talking about.",
                (session, rest) -> cases.list(session)),
            new Command(
                Topic.CASES,
                "case",
                new Takes.AtMostOneWord(),
                "case",
                "case",
                "How this one stands: what was asked, what they said, what you vouched for.",
                cases::show),
            new Command(
                Topic.CASES,
                "target",
                AIM,
                "target <what you hope for>",
                "target 10% off",
                "What you hope for; for you alone.",
                cases::target),
            new Command(
                Topic.CASES,
                "limit",
                AIM,
                "limit <what you won't go below>",
                "limit 5% off, or breakfast included",
                "What you won't go below; for you alone. I'll remind you of it when it's over.",
                cases::limit),
            new Command(
                Topic.YOU,
                "me",
                NOTHING,
                "me",
                "me",
                "Your time zone, country and hours.",
                (session, rest) -> profile.show(session)),
            new Command(
                Topic.YOU,
                "zone",
                new Takes.OneWord(),
                "zone <continent/city>",
                "zone Europe/Berlin",
                "Where your clock is.",
                profile::zone),
            new Command(
                Topic.YOU,
                "country",
                new Takes.OneWord(),
                "country <two letters>",
                "country DE",
                "Where you work, for public holidays.",
                profile::country),
            new Command(
                Topic.YOU,
                "hours",
                new Takes.Shape("[\\d:. –-]+(?:to[\\d:. ]+)?"),
                "hours <from>-<to>",
                "hours 9-17",
                "When I may bring things up.",
                profile::hours),
            new Command(
                Topic.WORDS,
                "as",
                new Takes.OneWord(),
                "as <situation>",
                "as price-lower",
                "Tell me which situation it is, if I read it wrong.",
                (session, rest) -> scripts.as(session.talk(), rest)),
            new Command(
                Topic.WORDS,
                "round",
                new Takes.OneOf(Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9")),
                "round <number>",
                "round 2",
                "Say which exchange about this item it is.",
                (session, rest) -> scripts.show(session.talk().in(Integer.parseInt(rest.strip())))),
            new Command(
                Topic.WORDS,
                "new",
                NOTHING,
                "new",
                "new",
                "Forget this and start afresh.",
                (session, rest) ->
                    Turn.helped(
                        Conversation.fresh(session.now()),
                        Card.of(
                            "A fresh start",
                            "Tell me what they want and what you'd like instead."))),
            new Command(
                Topic.YOU,
                "home",
                NOTHING,
                "home",
                "home",
                "",
                (session, rest) -> home.show(session)),
            new Command(
                Topic.YOU,
                "forget",
                new Takes.Shape("(?i)me\\W*|(?:everything|all)\\b.{0,60}"),
                "forget me",
                "forget me",
                "Erase all that I keep of you; I ask before I do.",
                (session, rest) -> ForgetJourney.ask(session)),
            erase("delete"),
            erase("erase"),
            stop("stop"),
            stop("cancel"),
            stop("exit"),
            stop("unsubscribe"),
            new Command(
                Topic.YOU,
                "help",
                Help.TAKES,
                "help <topic>",
                "help all",
                "What you can say: the main things, all about words, waiting, partners, cases or"
                    + " you, or all of it.",
                (session, rest) -> Turn.helped(session.talk(), help().of(rest))));
  }

  /**
   * One word, or the title of what can be wrong with a draft; "skip the deposit" is a situation.
   */
  private static Takes problem(DraftRules drafts) {
    return new Takes.Shape(
        drafts.pages().values().stream()
            .map(page -> Pattern.quote(page.title()))
            .sorted()
            .collect(Collectors.joining("|", "(?is)(?:\\S*|", ")\\W*")));
  }

  /** What people say who don't know "forget me". */
  private static Command erase(String verb) {
    return new Command(
        Topic.YOU,
        verb,
        new Takes.Shape(
            "(?i)(?:me|(?:(?:all|everything)\\b.{0,60})|(?:all )?(?:of )?my (?:data|profile|account))\\W*"),
        "forget me",
        "forget me",
        "",
        (session, rest) -> ForgetJourney.ask(session));
  }

  /** Alone it is no situation: whoever says it wants something of ours to end. */
  private static Command stop(String verb) {
    return new Command(
        Topic.YOU, verb, NOTHING, verb, verb, "", (session, rest) -> ForgetJourney.stop(session));
  }

  /** All commands a person may type, in the order of the help. */
  List<Command> all() {
    return table.stream()
        .filter(command -> !command.help().isEmpty())
        .sorted(Comparator.comparing(Command::topic))
        .toList();
  }

  /** Carries out what was said. */
  Turn say(Session session, String text) {
    for (Command command : table) {
      Optional<String> rest = command.matches(text);
      if (rest.isPresent() && command.isMeant(rest.get(), session.memory())) {
        return placed(command, command.handler().handle(session, rest.get()));
      }
    }
    Optional<Command> meant = table.stream().filter(command -> command.isVerb(text)).findFirst();
    return meant
        .map(command -> usage(session, command))
        .orElseGet(() -> tell(session, text).aboutCase());
  }

  private static Turn placed(Command command, Turn turn) {
    Turn placed = BESIDE.contains(command.verb()) ? turn.beside() : turn;
    return command.topic() == Topic.WORDS || command.topic() == Topic.CASES
        ? placed.aboutCase()
        : placed;
  }

  /** A situation; what is none, but begins like a command, was meant for that command. */
  private Turn tell(Session session, String text) {
    Turn told = scripts.tell(session.talk(), text);
    return told.reply().helped()
        ? told
        : table.stream()
            .flatMap(
                command ->
                    command.matches(text).stream()
                        .map(rest -> command.handler().handle(session, rest)))
            .findFirst()
            .orElse(told);
  }

  /** A verb alone that needs more, or stands with a sign behind it. */
  private Turn usage(Session session, Command command) {
    if (command.takes().fits("")) {
      return placed(command, command.handler().handle(session, ""));
    }
    String how = "Type: " + command.usage() + ". For example: " + command.example();
    if (command.help().isEmpty() || !command.usage().contains("<")) {
      return Turn.refused(session.talk(), Card.of("How to say it", command.help() + " " + how));
    }
    return placed(
        command,
        Turn.refused(
            session.talk(),
            Forms.ask(
                "How to say it",
                command.help(),
                Forms.line(
                    command.verb(),
                    "Say it",
                    command.verb()
                        + " "
                        + command.usage().substring(command.verb().length()).strip(),
                    command.example()))));
  }

  /** What can be said. */
  Help help() {
    return new Help(all());
  }
}
