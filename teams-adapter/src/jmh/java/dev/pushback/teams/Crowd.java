package dev.pushback.teams;

import dev.pushback.load.Burst;
import dev.pushback.load.Burst.Outcome;
import dev.pushback.load.Line;
import dev.pushback.load.Situations;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People of many organisations who write to the coach and press buttons of what it answers, as
 * Teams passes it on: all with one token, which Teams uses until it ends. So many take turns that
 * nobody says more than they may in a minute, and no organisation is written to too often.
 */
final class Crowd {
  private static final int TENANTS = 300;
  private static final int PEOPLE = 9_000;
  private static final int PATIENCE_SECONDS = 10;

  private static final Pattern ABOUT = Pattern.compile("\"about\":\"([\\w-]+)\"");
  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  private final Connector connector;
  private final String headers;
  private final Map<Integer, String> cases = new ConcurrentHashMap<>();

  /**
   * @param bearer what everything is sent with
   */
  Crowd(Connector connector, String bearer) {
    this.connector = connector;
    this.headers =
        "Content-Type: application/json; charset=utf-8\r\nAuthorization: " + bearer + "\r\n";
  }

  /** They write; it takes until the answer has come to their chat. */
  Burst.Sender writing() {
    return (line, number) -> {
      int person = number % PEOPLE;
      CompletableFuture<String> answer = connector.next(chat(person));
      Line.Answered taken = post(line, message(number, person, Situations.of(number, PEOPLE)));
      if (taken.status() / 100 != 2) {
        return Outcome.ERROR;
      }
      String said;
      try {
        said = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        return Outcome.ERROR;
      }
      Matcher about = ABOUT.matcher(said);
      boolean isCoached = about.find();
      if (isCoached) {
        cases.put(person, about.group(1));
      }
      return outcome(said, isCoached);
    };
  }

  /** They want what they got firmer, or softer again; it takes until the card is replaced. */
  Burst.Sender pressing() {
    return (line, number) -> {
      int person = number % PEOPLE;
      Line.Answered answered = post(line, press(number, person));
      return answered.status() == 200
          ? outcome(answered.body(), answered.body().contains(CARD))
          : Outcome.ERROR;
    };
  }

  private static Outcome outcome(String said, boolean isWanted) {
    if (Stream.of("One moment", "Something went wrong", "Too many people")
        .anyMatch(said::contains)) {
      return Outcome.ERROR;
    }
    return isWanted ? Outcome.WANTED : Outcome.OTHER;
  }

  private Line.Answered post(Line line, String activity) throws Exception {
    return line.post("/api/messages", headers, activity.getBytes(StandardCharsets.UTF_8));
  }

  private static String chat(int person) {
    return "a:1chat-of-" + person;
  }

  private String message(int number, int person, String text) {
    return "{\"type\":\"message\",\"textFormat\":\"plain\",\"text\":\""
        + text
        + "\","
        + rest(number, person);
  }

  private String press(int number, int person) {
    return "{\"type\":\"invoke\",\"name\":\"adaptiveCard/action\",\"replyToId\":\"1:m\",\"value\":"
        + "{\"trigger\":\"manual\",\"action\":{\"type\":\"Action.Execute\",\"verb\":\"say\",\"data\":"
        + "{\"about\":\""
        + cases.getOrDefault(person, "none")
        + "\",\"say\":\""
        + (number / PEOPLE % 2 == 0 ? "firmer" : "softer")
        + "\"}}},"
        + rest(number, person);
  }

  /** What every activity has. */
  private String rest(int number, int person) {
    String tenant = id(person % TENANTS);
    return "\"id\":\"1700000000"
        + number
        + "\",\"timestamp\":\"2026-03-10T10:00:00.1234567Z\",\"localTimestamp\":"
        + "\"2026-03-10T11:00:00.1234567+01:00\",\"localTimezone\":\"Europe/Berlin\",\"locale\":"
        + "\"en-GB\",\"channelId\":\"msteams\",\"serviceUrl\":\""
        + connector.serviceUrl()
        + "\",\"from\":{\"id\":\"29:1"
        + person
        + "\",\"name\":\"Ada Byron\",\"aadObjectId\":\""
        + id(1_000_000 + person)
        + "\"},\"recipient\":{\"id\":\"28:"
        + FakeMicrosoft.APP
        + "\",\"name\":\"pushback\"},\"conversation\":{\"conversationType\":\"personal\","
        + "\"tenantId\":\""
        + tenant
        + "\",\"id\":\""
        + chat(person)
        + "\"},\"entities\":[{\"locale\":\"en-GB\",\"country\":\"GB\",\"platform\":\"Windows\","
        + "\"timezone\":\"Europe/Berlin\",\"type\":\"clientInfo\"}],\"channelData\":{\"tenant\":"
        + "{\"id\":\""
        + tenant
        + "\"}}}";
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%08x-1111-4222-8333-444444444444", number);
  }
}
