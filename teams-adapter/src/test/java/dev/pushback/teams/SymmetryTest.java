package dev.pushback.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The coach is the same on both platforms: what has a role in one adapter has it in the other,
 * under the same name or one that differs in the platform's word for it. Whatever stands alone says
 * why.
 */
class SymmetryTest {
  private static final Path CODE = Path.of("src/main/java/dev/pushback");
  private static final Path TESTS = Path.of("src/test/java/dev/pushback");

  /**
   * The two platforms' words for the same, besides their names: {@code slack} and {@code teams}.
   */
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("BlockKitWriter", "AdaptiveCardWriter"),
              Map.entry("BlockKitWriterTest", "AdaptiveCardWriterTest"),
              Map.entry("BlockKitLimits", "AdaptiveCardLimits"),
              Map.entry("BlockKitLimitsTest", "AdaptiveCardLimitsTest"),
              Map.entry("RichText", "Elements"),
              Map.entry("Fields", "Inputs"),
              Map.entry("Press", "Said"),
              Map.entry("PressTest", "SaidTest"),
              Map.entry("SlackViews", "Dialogs"),
              Map.entry("SlackViewsTest", "DialogsTest"),
              Map.entry("WorkspaceEvents", "InstallationEvents"),
              Map.entry("Events", "Messages"),
              Map.entry("EventsTest", "MessagesTest"),
              Map.entry("Signature", "Guard"),
              Map.entry("SignatureTest", "AuthenticationMatrixTest"),
              Map.entry("Shape", "Activities"),
              Map.entry("BoltApp", "Bot"),
              Map.entry("Signed", "TestToken"),
              Map.entry("ManifestTest", "TeamsManifestTest"),
              Map.entry("FakeSlack", "FakeConnector"),
              Map.entry("Directory", "People"),
              Map.entry("DirectoryTest", "PeopleTest"),
              Map.entry("SlackUser", "Member"),
              Map.entry("Pace", "Throttle"),
              Map.entry("PretendSlackMain", "PlaygroundMain"),
              Map.entry("PrivateReply", "Aside")));

  private static final String INSTALLS = "Slack hands out a token for each workspace that installs";
  private static final String VIEWS = "Slack's windows are opened by calls, Teams' by answers";
  private static final String SOCKETS = "Slack can be reached by a socket, too";
  private static final String ARRIVED = "Slack can be asked what arrived";
  private static final String ADDRESSES = "Slack gives an address to answer each thing at";
  private static final String CORE = "it is about the core, and once is enough";
  private static final String AUDIENCE = "a Slack command can be typed where partners read";

  private static final Map<String, String> ONLY_ON_SLACK =
      Map.ofEntries(
          Map.entry("HomeTab", "Teams has no tab that a bot draws"),
          Map.entry("Installing", INSTALLS),
          Map.entry("InstallingTest", INSTALLS),
          Map.entry("OAuthPages", INSTALLS),
          Map.entry("OAuthPagesTest", INSTALLS),
          Map.entry("Page", INSTALLS),
          Map.entry("Authorization", INSTALLS),
          Map.entry("Exchanged", INSTALLS),
          Map.entry("Uninstall", INSTALLS),
          Map.entry("UninstallTest", INSTALLS),
          Map.entry("SocketMode", SOCKETS),
          Map.entry("SocketModeTest", SOCKETS),
          Map.entry("SocketSlack", SOCKETS),
          Map.entry("Envelopes", SOCKETS),
          Map.entry("ReplayGuard", "Slack signs a time, Teams' tokens are used many times"),
          Map.entry("ReplayGuardTest", "Slack signs a time, Teams' tokens are used many times"),
          Map.entry("Views", VIEWS),
          Map.entry("ViewsTest", VIEWS),
          Map.entry("ViewOutcome", VIEWS),
          Map.entry("ResponseUrl", ADDRESSES),
          Map.entry("ResponseUrlTest", ADDRESSES),
          Map.entry("Responded", ADDRESSES),
          Map.entry("Answers", ADDRESSES),
          Map.entry("Audience", AUDIENCE),
          Map.entry("AudienceTest", AUDIENCE),
          Map.entry("Channels", AUDIENCE),
          Map.entry("Conversations", ARRIVED),
          Map.entry("DmMessage", ARRIVED),
          Map.entry("MessageRef", ARRIVED),
          Map.entry("Endless", CORE),
          Map.entry(
              "OneClientTest", "the SDK for Slack speaks through our client, that for Teams not"),
          Map.entry("FrontTest", CORE),
          Map.entry("Place", "Slack's answers go to more kinds of places"),
          Map.entry("TokenCheck", INSTALLS),
          Map.entry("SilenceTest", CORE));

  private static final String FENCE = "the SDK for Teams has to be fenced in";
  private static final String KEYS = "Microsoft signs with keys that are fetched";
  private static final String TOKENS = "Teams is written to with tokens that run out";

  private static final Map<String, String> ONLY_ON_TEAMS =
      Map.ofEntries(
          Map.entry("AppPackage", "Teams takes its manifest in a zip"),
          Map.entry("AppPackageTest", "Teams takes its manifest in a zip"),
          Map.entry("Pressed", "a card of Teams sends what was filled in with what was pressed"),
          Map.entry("Filled", "a card of Teams sends what was filled in with what was pressed"),
          Map.entry("FilledTest", "a card of Teams sends what was filled in with what was pressed"),
          Map.entry("Actions", "buttons of Teams are of several kinds"),
          Map.entry("Pictures", "on Slack the views do it"),
          Map.entry("Everywhere", "the tests of several classes share it"),
          Map.entry("Chats", "a chat on Teams can be written to once it was heard of"),
          Map.entry("Notice", "only on Teams others can see that the coach was called"),
          Map.entry("Turns", FENCE),
          Map.entry("Dispatch", FENCE),
          Map.entry("MuteAdapter", FENCE),
          Map.entry("FenceTest", FENCE),
          Map.entry("LocaleTest", FENCE),
          Map.entry("TimestampTest", FENCE),
          Map.entry("Arrival", FENCE),
          Map.entry("ActivitiesTest", FENCE),
          Map.entry("TooMuch", FENCE),
          Map.entry("Gate", "the Playground can't sign"),
          Map.entry("OpenGate", "the Playground can't sign"),
          Map.entry("OpenGateTest", "the Playground can't sign"),
          Map.entry("KeptConnectionsTest", "the Playground hangs up early"),
          Map.entry("Verdict", KEYS),
          Map.entry("Key", KEYS),
          Map.entry("KeyList", KEYS),
          Map.entry("KeyListTest", KEYS),
          Map.entry("Keys", KEYS),
          Map.entry("KeysTest", KEYS),
          Map.entry("SigningKey", KEYS),
          Map.entry("FakeMicrosoft", KEYS),
          Map.entry("ServiceHosts", "Teams says itself where it is to be answered"),
          Map.entry("ServiceHostsTest", "Teams says itself where it is to be answered"),
          Map.entry("Urls", "Teams says itself where it is to be answered"),
          Map.entry("Token", TOKENS),
          Map.entry("Tokens", TOKENS),
          Map.entry("TokensTest", TOKENS),
          Map.entry("Credentials", TOKENS),
          Map.entry("Times", "Teams allows so many in several spans of time"),
          Map.entry("ThrottleTest", "Teams allows so many in several spans of time"),
          Map.entry("Roster", "Teams tells who is in a conversation, page by page"),
          Map.entry("Opened", "a chat on Teams is opened before it is written to"),
          Map.entry("Outcomes", "the tests of several classes share it"),
          Map.entry("Seen", "what a card shows is read by tests of several kinds"),
          Map.entry("SymmetryTest", "one for both"));

  /** The names of the classes below a folder, without the paths. */
  private static Set<String> classes(Path folder) throws IOException {
    assertThat(folder).isDirectory();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> onSlack(Path folder) throws IOException {
    return classes(Path.of("../slack-adapter").resolve(folder).resolve("slack"));
  }

  private static Set<String> onTeams(Path folder) throws IOException {
    return classes(folder.resolve("teams"));
  }

  private static String teamsNameOf(String slackName) {
    return WORDS.getOrDefault(slackName, slackName.replace("Slack", "Teams"));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "test"})
  void whateverHasARoleInOneHasItInTheOther(String kind) throws IOException {
    Path folder = kind.equals("main") ? CODE : TESTS;
    Set<String> slack = without(onSlack(folder), ONLY_ON_SLACK.keySet());
    Set<String> expected =
        slack.stream().map(SymmetryTest::teamsNameOf).collect(Collectors.toSet());
    Set<String> teams = onTeams(folder);

    assertThat(slack).hasSizeGreaterThan(20);
    assertThat(without(expected, teams)).as("on Slack, and not on Teams").isEmpty();
    assertThat(without(without(teams, expected), ONLY_ON_TEAMS.keySet()))
        .as("on Teams, and not on Slack")
        .isEmpty();
  }

  /** An exception that isn't one any more would hide the next that is. */
  @Test
  void noExceptionIsLeftOver() throws IOException {
    Set<String> slack = onSlack(CODE);
    slack.addAll(onSlack(TESTS));
    Set<String> teams = onTeams(CODE);
    teams.addAll(onTeams(TESTS));
    Set<String> expected =
        without(slack, ONLY_ON_SLACK.keySet()).stream()
            .map(SymmetryTest::teamsNameOf)
            .collect(Collectors.toSet());

    assertThat(slack).containsAll(ONLY_ON_SLACK.keySet()).containsAll(WORDS.keySet());
    assertThat(teams).containsAll(ONLY_ON_TEAMS.keySet()).containsAll(WORDS.values());
    assertThat(ONLY_ON_TEAMS.keySet()).as("is on Slack, too").doesNotContainAnyElementsOf(expected);
    assertThat(ONLY_ON_SLACK.keySet()).doesNotContainAnyElementsOf(WORDS.keySet());
  }

  /** What an adapter is made of, so that these can't all vanish from both. */
  @ParameterizedTest(name = "{0} as {1} and {2}")
  @CsvSource({
    "what is started,           SlackMain,              TeamsMain",
    "what puts it together,     SlackAdapter,           TeamsAdapter",
    "what it was told,          SlackSettings,          TeamsSettings",
    "who reads that,            SettingsReader,         SettingsReader",
    "the ways in,               Entries,                Entries",
    "a button,                  Buttons,                Buttons",
    "a form,                    Forms,                  Forms",
    "a command,                 SlashCommand,           SlashCommand",
    "an action at a message,    Shortcuts,              Shortcuts",
    "a chat with the coach,     DirectMessages,         DirectMessages",
    "whom to share with,        TeammatePicker,         TeammatePicker",
    "what was written,          PlainText,              PlainText",
    "who spoke,                 Speaker,                Speaker",
    "where answers are shown,   Showing,                Showing",
    "installations,             WorkspaceEvents,        InstallationEvents",
    "who speaks to it,          SlackClient,            TeamsClient",
    "who brings reminders,      SlackMessenger,         TeamsMessenger",
    "what its answers mean,     Verdicts,               Verdicts",
    "how it is spoken to,       WebSettings,            WebSettings",
    "who writes cards,          BlockKitWriter,         AdaptiveCardWriter",
  })
  void anAdapterIsMadeOfThese(String role, String slack, String teams) throws IOException {
    assertThat(teamsNameOf(slack)).as(role).isEqualTo(teams);
    assertThat(onSlack(CODE)).as(role).contains(slack);
    assertThat(onTeams(CODE)).as(role).contains(teams);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Scene",
        "PretendSlack",
        "FullPathTest",
        "LeakTest",
        "EntriesTest",
        "OddInputTest",
        "PatienceTest",
        "PlainTextTest",
        "SlackSettingsTest",
        "SlackArchitectureTest",
        "WordsStayOutOfTheLogTest",
        "DoorSilenceTest",
        "WebSilenceTest",
        "NudgesOnSlackTest",
        "CardGoldensTest",
        "DialoguesOnSlackTest"
      })
  void andTestedByThese(String name) throws IOException {
    assertThat(onSlack(TESTS)).contains(name);
    assertThat(onTeams(TESTS)).contains(teamsNameOf(name));
  }

  @Test
  void everyCardHasItsLooksOnBothAndAsText() throws IOException {
    Path cards = Path.of("../bot-core/src/test/resources/cards");
    Map<String, Set<String>> looks;
    try (Stream<Path> files = Files.list(cards)) {
      looks =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .collect(
                  Collectors.groupingBy(
                      name -> name.replaceFirst("\\..*", ""),
                      Collectors.mapping(
                          name -> name.replaceFirst("^[^.]*", ""), Collectors.toSet())));
    }

    assertThat(looks).hasSizeGreaterThan(15);
    assertThat(looks.values())
        .allSatisfy(
            ends ->
                assertThat(ends).containsExactlyInAnyOrder(".txt", ".slack.json", ".teams.json"));
  }
}
