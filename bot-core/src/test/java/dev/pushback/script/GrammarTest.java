package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pushback.TestKnowledge;
import dev.pushback.coach.Knowledge;
import dev.pushback.playbook.Endgame;
import dev.pushback.playbook.Ending;
import dev.pushback.playbook.Firmness;
import dev.pushback.playbook.Ladder;
import dev.pushback.playbook.LedgerRules;
import dev.pushback.playbook.Phrase;
import dev.pushback.playbook.Phrases;
import dev.pushback.playbook.Playbook;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Situation;
import dev.pushback.situation.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.languagetool.AnalyzedSentence;
import org.languagetool.AnalyzedTokenReadings;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;

/**
 * Reads what may be sent with the eyes of LanguageTool: every phrase of the playbook, and messages
 * written for real texts. It judges our words and how the person's own words are joined to them,
 * not how the person writes.
 */
class GrammarTest {
  /** How many read at the same time; one for each core that can be counted on. */
  private static final int READERS = 2;

  /** One text in so many is written to; chosen by its words, so that new texts change nothing. */
  private static final int ONE_IN = 16;

  private static final int LAST_ROUND = 3;

  /** Taste, spelling, and dates that are measured against today's. */
  private static final Set<String> NOT_GRAMMAR =
      Set.of(
          "AMERICAN_ENGLISH",
          "BRE_STYLE_OXFORD_SPELLING",
          "MULTITOKEN_SPELLING",
          "PROPER_NOUNS",
          "REDUNDANCY",
          "REPETITIONS_STYLE",
          "SEMANTICS",
          "STYLE");

  /** Rules that want a comma where British English has none, or are mistaken about good English. */
  private static final Set<String> MISTAKEN =
      Set.of(
          "COMMA_COMPOUND_SENTENCE", // please say so and tell me why; then I'll plan around it
          "COMMA_COMPOUND_SENTENCE_2", // what we heard and what happened don't fit together
          "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE", // in return we'd like one thing
          "PRP_COMMA", // for us it's about the date
          "IF_WE_CANT_COMMA", // as if it were nothing makes it worse
          "CONDITIONAL_CLAUSE", // if neither will do, shall we leave it?
          "IN_WHO", // say what happened, without who
          "QUESTION_MARK", // what doesn't change: we finish at six
          "A_LONG", // we've come a long way
          "EN_COMPOUNDS_WELL_PREPARED"); // so that we start well prepared

  /** Words that fit each place well; an error around them is ours. */
  private static final Map<String, List<String>> FITTING =
      Map.ofEntries(
          Map.entry(
              "want.noun",
              List.of("a firm date", "two more weeks", "the corrected files", "our deposit")),
          Map.entry(
              "want.do", List.of("wait until June", "keep our own wording", "see the lease first")),
          Map.entry(
              "want.them", List.of("come in March", "send the drawings again", "waive the fee")),
          Map.entry("want.state", List.of("symmetrical", "waived", "in writing")),
          Map.entry("want.when", List.of("15 April", "the end of May", "next Thursday")),
          Map.entry("want.span", List.of("ten days", "two weeks", "a week")),
          Map.entry("want.sum", List.of("£4,500", "12%", "45 days")),
          Map.entry(
              "theirs.noun",
              List.of("a flat roof", "your new terms", "the 70% deposit", "poured footings")),
          Map.entry("theirs.when", List.of("1 March", "the 5th", "next week")),
          Map.entry("theirs.sum", List.of("£5,200", "15%", "90 days")),
          Map.entry(
              "reason.says",
              List.of(
                  "Our permit only starts on 3 June.",
                  "We haven't had a claim in six years.",
                  "Half of the team is on holiday.")),
          Map.entry(
              "reason.clause",
              List.of("two of the six panels are scratched", "the invoice doesn't add up")),
          Map.entry(
              "reason.noun", List.of("the audit in May", "our own deadline", "the new rules")),
          Map.entry("item", List.of("the kick-off", "our deposit", "the drawings")),
          Map.entry("waited", List.of("for three weeks", "since 3 May", "since Christmas")),
          Map.entry("promised.when", List.of("15 April", "last Friday", "the end of May")),
          Map.entry("owed.sum", List.of("£3,260", "640 euros")),
          Map.entry(
              "fact:says",
              List.of("The grant closes on the 30th.", "We have 9,500 euros for this.")),
          Map.entry("fact:sum", List.of("£12,000", "40,000 euros")),
          Map.entry("fact:when", List.of("15 March", "the end of June")),
          Map.entry(
              "fact:noun", List.of("a written guarantee", "15% off", "the trade fair on 2 May")),
          Map.entry("fact:do", List.of("finish in May", "look at other ways")),
          Map.entry(
              "detail.says",
              List.of("You moved two other jobs for us.", "The files came a day early.")),
          Map.entry("detail.noun", List.of("the late shift on Sunday", "finding us the pallets")),
          Map.entry("limit", List.of("we finish at six", "nothing over 300 a month")),
          Map.entry("fact:clause", List.of("the grant closes on the 30th", "we print in May")),
          Map.entry(
              "what", List.of("the signed NDA", "invoice 2217", "the tour dates", "their half")),
          Map.entry("partner", List.of("Rivera", "the tax office", "Puffin Kids")),
          Map.entry("waiting", List.of("nine working days", "a month", "six weeks")),
          Map.entry("usual", List.of("six working days", "two weeks", "a day")),
          Map.entry("target", List.of("12% off", "start in April")),
          Map.entry("result", List.of("8% off", "start in May")));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");

  /** A sentence that doesn't end, or ends with a blank and without a full stop. */
  private static final Pattern ENDLESS = Pattern.compile("[^.?!]$|] \\p{Lu}");

  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!]) (?=\\p{Lu})");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path DRAFTS = Path.of("../config/playbook/drafts.yaml");

  /** Each is used by one thread at a time; the methods of a test class run one after the other. */
  private static final List<JLanguageTool> TOOLS =
      Stream.generate(GrammarTest::tool).limit(READERS).toList();

  private final Knowledge knowledge = TestKnowledge.get();
  private final Playbook playbook = knowledge.playbook();
  private final Wording wording = new Wording(playbook.shorthand());

  @Test
  void everyPlaceHasWordsToTryItWith() {
    assertThat(FITTING.keySet()).isEqualTo(Phrase.PLACES);
  }

  @Test
  void everyPhraseOfThePlaybookIsGoodEnglish() {
    Map<String, Sample> samples = new TreeMap<>();
    phrases()
        .flatMap(GrammarTest::rendered)
        .flatMap(GrammarTest::sentences)
        .forEach(sentence -> samples.put(sentence, new Sample("the playbook", Set.of())));

    assertThat(complaints(samples)).isEmpty();
  }

  @Test
  void everyMessageIsGoodEnglishWhateverWasTyped() {
    Set<String> unfilled =
        phrases().map(Phrase::toString).flatMap(GrammarTest::sentences).collect(Collectors.toSet());
    Map<String, Sample> samples = new TreeMap<>();
    for (String text : texts()) {
      Reading reading = knowledge.reader().read(text);
      if (reading.situation() != Situation.NOT_PUSHBACK) {
        Set<String> typed = pairs(reading);
        scripts(reading)
            .flatMap(script -> script.moves().stream())
            .flatMap(step -> sentences(step.say()))
            .filter(sentence -> !unfilled.contains(sentence))
            .forEach(say -> samples.merge(say, new Sample(text, typed), Sample::orBoth));
      }
    }

    assertThat(complaints(samples)).isEmpty();
  }

  /**
   * Something to check.
   *
   * @param from where it comes from, told with a complaint
   * @param typed neighbouring words that the person wrote and we only pass on
   */
  private record Sample(String from, Set<String> typed) {
    /** Of a sentence that came from several texts, only what all of them have was typed. */
    Sample orBoth(Sample other) {
      Set<String> both = new HashSet<>(typed);
      both.retainAll(other.typed);
      return new Sample(from, both);
    }
  }

  private Stream<Script> scripts(Reading reading) {
    return Stream.of(Firmness.values())
        .flatMap(
            firmness ->
                IntStream.rangeClosed(1, LAST_ROUND)
                    .mapToObj(
                        round ->
                            knowledge
                                .scripts()
                                .write(
                                    new ScriptRequest(
                                        reading,
                                        round,
                                        firmness,
                                        Facts.NONE,
                                        Optional.empty(),
                                        Channel.CHAT,
                                        false))));
  }

  /** Every phrase that can become part of a message or of what is told to the person. */
  private Stream<Phrase> phrases() {
    Stream<Phrase> situations =
        playbook.situations().values().stream()
            .flatMap(page -> page.rounds().values().stream().flatMap(List::stream))
            .flatMap(move -> move.lines().all());
    Stream<Phrase> answers =
        playbook.objections().values().stream()
            .flatMap(page -> page.rounds().values().stream())
            .flatMap(
                move ->
                    Stream.concat(
                        move.lines().all(),
                        move.byGroup().values().stream().flatMap(lines -> lines.all())));
    Stream<Phrase> facts = playbook.facts().values().stream().flatMap(page -> page.lines().all());
    Stream<Phrases> single =
        Stream.of(
                playbook.objections().values().stream().map(page -> page.grant()),
                playbook.endings().values().stream().map(Ending::say),
                playbook.reframes().values().stream()
                    .flatMap(page -> Stream.of(page.feeling(), page.other(), page.question())),
                playbook.endgame().phrases().stream(),
                Stream.of(playbook.keepsLimit(), playbook.asksLimit()))
            .flatMap(phrases -> phrases);
    Stream<Phrase> lost = playbook.endgame().lost().stream().map(Phrase::new);
    return Stream.of(
            situations,
            answers,
            facts,
            single.flatMap(some -> some.phrases().stream()),
            lost,
            waiting(),
            lookingBack(),
            ledger(),
            drafts())
        .flatMap(some -> some);
  }

  private Stream<Phrase> waiting() {
    Stream<String> told =
        Stream.of(
                playbook.ladder().rungs().values().stream().map(Ladder.Line::why),
                playbook.ladder().notes().values().stream().map(Ladder.Note::note),
                playbook.nudges().digest().values().stream(),
                Stream.of(playbook.emptyBumps().why(), playbook.emptyBumps().hint()))
            .flatMap(some -> some);
    return Stream.of(
            playbook.ladder().phrases(),
            playbook.nudges().phrases(),
            playbook.emptyBumps().say().phrases().stream(),
            told.map(Phrase::new))
        .flatMap(some -> some);
  }

  private Stream<Phrase> lookingBack() {
    Endgame.Debrief debrief = playbook.endgame().debrief();
    return Stream.concat(
        debrief.lines().values().stream(),
        debrief.questions().values().stream().flatMap(List::stream).map(Phrase::new));
  }

  private Stream<Phrase> ledger() {
    Map<String, String> small =
        Map.of(
            "{rounds}", "three rounds",
            "{asks}", "four times",
            "{days}", "10",
            "{date}", "3 May 2026",
            "{weight}", "special",
            "{cost}", "a lot",
            "{goods}", "thanks sent, prompt payment");
    return Stream.concat(
            playbook.ledger().lines().values().stream(),
            playbook.ledger().verdicts().values().stream().map(LedgerRules.Verdict::why))
        .map(
            line -> {
              String filled = line;
              for (Map.Entry<String, String> one : small.entrySet()) {
                filled = filled.replace(one.getKey(), one.getValue());
              }
              return new Phrase(filled);
            });
  }

  /** What is said of problems in drafts, and what a rewrite adds. */
  private static Stream<Phrase> drafts() {
    JsonNode file;
    try {
      file = new YAMLMapper().readTree(DRAFTS.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.concat(file.path("problems").valueStream(), file.path("rules").valueStream())
        .flatMap(node -> Stream.of("why", "instead", "say").map(name -> node.path(name).asText("")))
        .filter(line -> !line.isEmpty())
        .map(GrammarTest::ended)
        .map(Phrase::new);
  }

  /** Quoted sentences read as sentences, a blank and a command at the end have a full stop. */
  private static String ended(String line) {
    return line.replaceAll("\"([^\"]*[.?])\"", "$1")
        .replaceFirst("([.?])]$", "]$1")
        .replaceFirst("(: \\w+)$", "$1.");
  }

  /** The phrase with each kind of word in each place. */
  private static Stream<String> rendered(Phrase phrase) {
    int most = phrase.places().stream().mapToInt(place -> words(place).size()).max().orElse(1);
    return IntStream.range(0, most)
        .mapToObj(
            i -> {
              Map<String, String> words = new HashMap<>();
              phrase
                  .places()
                  .forEach(place -> words.put(place, words(place).get(i % words(place).size())));
              return phrase.fill(words);
            });
  }

  private static Stream<String> sentences(String text) {
    return BETWEEN_SENTENCES.splitAsStream(text);
  }

  private static List<String> words(String place) {
    return FITTING.getOrDefault(place, List.of("this"));
  }

  /** What the language tool finds, by the text it finds it in. */
  private static Map<String, List<String>> complaints(Map<String, Sample> samples) {
    List<Map.Entry<String, Sample>> all = List.copyOf(samples.entrySet());
    Map<String, List<String>> found = new ConcurrentSkipListMap<>();
    IntStream.range(0, READERS)
        .parallel()
        .forEach(
            reader -> {
              JLanguageTool tool = TOOLS.get(reader);
              for (int i = reader; i < all.size(); i += READERS) {
                String text = all.get(i).getKey();
                List<String> complaints = check(tool, text, all.get(i).getValue());
                if (!complaints.isEmpty()) {
                  found.put(text + "  <-  " + all.get(i).getValue().from(), complaints);
                }
              }
            });
    return found;
  }

  private static JLanguageTool tool() {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-GB"));
    Predicate<Rule> leaveOut =
        rule ->
            rule.isDictionaryBasedSpellingRule()
                || NOT_GRAMMAR.contains(rule.getCategory().getId().toString());
    tool.getAllActiveRules().stream()
        .filter(leaveOut)
        .map(Rule::getId)
        .distinct()
        .forEach(tool::disableRule);
    tool.addRule(new NounAfterArticle());
    return tool;
  }

  private static List<String> check(JLanguageTool tool, String say, Sample sample) {
    String text = unbracketed(say);
    Stream<String> endless =
        ENDLESS.matcher(say).results().map(match -> "no end of a sentence at " + match.start());
    try {
      Stream<String> wrong =
          tool.check(text).stream()
              .filter(match -> !MISTAKEN.contains(match.getRule().getId()))
              .filter(match -> !isTyped(text, match, sample.typed()))
              .map(
                  match ->
                      match.getRule().getId()
                          + " at \""
                          + text.substring(match.getFromPos(), match.getToPos())
                          + "\": "
                          + match.getMessage());
      return Stream.concat(endless, wrong).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A blank reads as what the person is asked to put there. */
  private static String unbracketed(String say) {
    return say.replace("[", "").replace("]", "");
  }

  /** Whether all that the complaint is about was written by the person. */
  private static boolean isTyped(String text, RuleMatch match, Set<String> typed) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    boolean[] theirs = new boolean[words.size()];
    for (int i = 1; i < words.size(); i++) {
      if (typed.contains(pair(words.get(i - 1).group(), words.get(i).group()))) {
        theirs[i - 1] = true;
        theirs[i] = true;
      }
    }
    List<Integer> touched =
        IntStream.range(0, words.size())
            .filter(i -> words.get(i).end() > match.getFromPos())
            .filter(i -> words.get(i).start() < match.getToPos())
            .boxed()
            .toList();
    return !touched.isEmpty() && touched.stream().allMatch(i -> theirs[i]);
  }

  /** Neighbouring words of what was typed, as they were typed and as they are passed on. */
  private Set<String> pairs(Reading reading) {
    List<String> typed = new ArrayList<>(List.of(reading.text()));
    Stream.of(reading.slots().want(), reading.slots().theyWant(), reading.slots().reason())
        .flatMap(Optional::stream)
        .map(Slot::text)
        .flatMap(text -> Stream.of(wording.tidy(text), wording.toPartner(text)))
        .flatMap(Optional::stream)
        .forEach(typed::add);
    Set<String> pairs = new HashSet<>();
    for (String text : typed) {
      List<MatchResult> words = WORD.matcher(text).results().toList();
      for (int i = 1; i < words.size(); i++) {
        pairs.add(pair(words.get(i - 1).group(), words.get(i).group()));
      }
    }
    return pairs;
  }

  /**
   * Finds an article before a word that can't follow one, such as "the onto" or "the you", which is
   * what happens when a piece of the person's text is taken for a noun.
   */
  private static final class NounAfterArticle extends Rule {
    private static final Pattern ARTICLE = Pattern.compile("(?i)the|an?|our|your");
    private static final Pattern CANNOT_FOLLOW =
        Pattern.compile("(?:IN|TO|CC|RP|MD|PRP|W[DPR]).*|SENT_END|PARA_END");

    @Override
    public String getId() {
      return "NOUN_AFTER_ARTICLE";
    }

    @Override
    public String getDescription() {
      return "An article before a word that is no noun";
    }

    @Override
    public RuleMatch[] match(AnalyzedSentence sentence) {
      AnalyzedTokenReadings[] tokens = sentence.getTokensWithoutWhitespace();
      List<RuleMatch> matches = new ArrayList<>();
      for (int i = 1; i < tokens.length - 1; i++) {
        AnalyzedTokenReadings next = tokens[i + 1];
        boolean article = ARTICLE.matcher(tokens[i].getToken()).matches();
        boolean wrong =
            next.isTagged()
                && next.getReadings().stream()
                    .map(reading -> Objects.requireNonNullElse(reading.getPOSTag(), "NN"))
                    .allMatch(tag -> CANNOT_FOLLOW.matcher(tag).matches());
        if (article && wrong) {
          matches.add(
              new RuleMatch(
                  this,
                  sentence,
                  tokens[i].getStartPos(),
                  next.getEndPos(),
                  "an article stands before a word that is no noun"));
        }
      }
      return toRuleMatchArray(matches);
    }
  }

  private static String pair(String one, String next) {
    return (one + " " + next).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** About 400 texts people typed, always the same ones. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("../config/playbook/examples", "src/evaluation")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file :
            files.filter(path -> path.endsWith("situations.jsonl")).sorted().toList()) {
          for (String line : Files.readAllLines(file)) {
            String text = line.isBlank() ? "" : JSON.readTree(line).path("text").asText();
            if (!text.isBlank() && Math.floorMod(text.hashCode(), ONE_IN) == 0) {
              texts.add(text);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
