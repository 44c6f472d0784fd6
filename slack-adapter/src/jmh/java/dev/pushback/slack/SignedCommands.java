package dev.pushback.slack;

import dev.pushback.load.Burst;
import dev.pushback.load.Line;
import dev.pushback.load.Situations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commands as Slack sends them, each signed on its own. So many people take turns that nobody says
 * more than they may in a minute.
 */
final class SignedCommands implements Burst.Sender {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final int PEOPLE = 3_000;

  private final String responseUrl;
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(SignedCommands::mac);

  SignedCommands(String responseUrl) {
    this.responseUrl = responseUrl;
  }

  /** Everybody who speaks. */
  static List<String> people() {
    return IntStream.range(0, PEOPLE).mapToObj(SignedCommands::person).toList();
  }

  private static String person(int i) {
    return "U" + (1_000 + i % PEOPLE);
  }

  @Override
  public Burst.Outcome send(Line line, int number) throws Exception {
    long now = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    byte[] body = body(number);
    Mac mac = macs.get();
    mac.update(("v0:" + now + ":").getBytes(StandardCharsets.UTF_8));
    Line.Answered answered =
        line.post(
            "/slack/events",
            "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
                + now
                + "\r\nX-Slack-Signature: v0="
                + HexFormat.of().formatHex(mac.doFinal(body))
                + "\r\n",
            body);
    if (answered.status() != 200
        || Stream.of("One moment", "Something went wrong").anyMatch(answered.body()::contains)) {
      return Burst.Outcome.ERROR;
    }
    return answered.body().contains("Only you can see this")
        ? Burst.Outcome.WANTED
        : Burst.Outcome.OTHER;
  }

  private byte[] body(int i) {
    return ("token=x&team_id=T1&team_domain=acme&channel_id=C1&channel_name=deals&user_id="
            + person(i)
            + "&user_name=ada&command=%2Fpushback&text="
            + encoded(Situations.of(i, PEOPLE))
            + "&api_app_id=A1&is_enterprise_install=false&response_url="
            + encoded(responseUrl)
            + "&trigger_id=1."
            + i)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
