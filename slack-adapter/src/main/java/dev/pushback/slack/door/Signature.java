package dev.pushback.slack.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a request was signed by Slack, lately. Looks at the bytes as they came, so that
 * nothing has to be parsed before it is known who sent it.
 *
 * <p>The signature is {@code v0=} and the hex of HMAC-SHA256 over {@code v0:timestamp:body}, with
 * the signing secret as the key (Slack, "Verifying requests from Slack").
 */
public final class Signature {
  /** The header with the signature. */
  public static final String HEADER = "X-Slack-Signature";

  /** The header with the time, in seconds since 1970. */
  public static final String TIMESTAMP = "X-Slack-Request-Timestamp";

  /** A request may be so much older or newer than now. */
  public static final Duration SKEW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  private final SecretKeySpec secret;
  private final InstantSource clock;

  /**
   * Verifies with a secret.
   *
   * @throws IllegalArgumentException if it is blank: anybody could sign with that
   */
  public Signature(String secret, InstantSource clock) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("the signing secret is blank");
    }
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /**
   * Whether a request may come in.
   *
   * @param timestamps all headers with the time; exactly one is right
   * @param signatures all headers with a signature; exactly one is right
   * @param body the bytes as they came
   */
  public boolean holds(List<String> timestamps, List<String> signatures, byte[] body) {
    if (timestamps.size() != 1 || signatures.size() != 1 || !isNow(timestamps.get(0))) {
      return false;
    }
    // Takes the same time however much of it is right.
    return MessageDigest.isEqual(
        sign(timestamps.get(0), body).getBytes(StandardCharsets.UTF_8),
        signatures.get(0).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isNow(String timestamp) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    long seconds = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    return Math.abs(seconds) <= SKEW.toSeconds();
  }

  /** The signature of a body. */
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "signature of Slack";
  }
}
