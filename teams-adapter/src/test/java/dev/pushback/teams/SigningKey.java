package dev.pushback.teams;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key that tokens are signed with.
 *
 * @param id what tokens and the list of keys call it
 * @param endorsements the channels it may speak for; nothing if the list doesn't say
 */
public record SigningKey(String id, KeyPair pair, Optional<List<String>> endorsements) {
  private static final int BITS = 2048;

  /** Making them takes long. */
  private static final KeyPair ONE = generate();

  private static final KeyPair ANOTHER = generate();

  /** The one that Teams uses. */
  public static SigningKey usual() {
    return new SigningKey("usual", ONE, Optional.of(List.of("msteams", "skype")));
  }

  /** With another pair of keys. */
  public static SigningKey another(String id) {
    return new SigningKey(id, ANOTHER, Optional.of(List.of("msteams")));
  }

  /** Called something else. */
  public SigningKey called(String other) {
    return new SigningKey(other, pair, endorsements);
  }

  /** For these channels. */
  public SigningKey endorsedFor(String... channels) {
    return new SigningKey(id, pair, Optional.of(List.of(channels)));
  }

  /** For nobody knows which. */
  public SigningKey notEndorsed() {
    return new SigningKey(id, pair, Optional.empty());
  }

  /** As it stands in the list. */
  Map<String, Object> published() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kty", "RSA");
    entry.put("use", "sig");
    entry.put("kid", id);
    entry.put("n", base64(key.getModulus()));
    entry.put("e", base64(key.getPublicExponent()));
    endorsements.ifPresent(channels -> entry.put("endorsements", channels));
    return entry;
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(bytes, from, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
