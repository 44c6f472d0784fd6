package dev.pushback.teams;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token that shows that Microsoft sent something; can be made wrong in every way. Immutable. */
public final class TestToken {
  /** Who signs what comes from Teams. */
  public static final String ISSUER = "https://api.botframework.com";

  private static final Duration LIFE = Duration.ofHours(1);

  private final Map<String, Object> header;
  private final Map<String, Object> claims;
  private final SigningKey key;

  private TestToken(Map<String, Object> header, Map<String, Object> claims, SigningKey key) {
    this.header = header;
    this.claims = claims;
    this.key = key;
  }

  static TestToken of(Instant now, String app, String serviceUrl) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("alg", "RS256");
    header.put("kid", SigningKey.usual().id());
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("serviceurl", serviceUrl);
    claims.put("nbf", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("iss", ISSUER);
    claims.put("aud", app);
    return new TestToken(header, claims, SigningKey.usual());
  }

  /** With another claim, or another value. */
  public TestToken claim(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.put(name, value);
    return new TestToken(header, changed, key);
  }

  /** Without a claim. */
  public TestToken without(String name) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.remove(name);
    return new TestToken(header, changed, key);
  }

  /** With another header, or another value. */
  public TestToken header(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(header);
    changed.put(name, value);
    return new TestToken(changed, claims, key);
  }

  /** Without a header. */
  public TestToken withoutHeader(String name) {
    Map<String, Object> changed = new LinkedHashMap<>(header);
    changed.remove(name);
    return new TestToken(changed, claims, key);
  }

  /** Signed by another key, and saying so. */
  public TestToken by(SigningKey other) {
    return new TestToken(header, claims, other).header("kid", other.id());
  }

  /** Signed by another key that passes itself off as this one. */
  public TestToken forgedBy(SigningKey other) {
    return new TestToken(header, claims, other);
  }

  /** With another algorithm: RS256, RS384, RS512, HS256 (the public key as the secret) or none. */
  public TestToken algorithm(String name) {
    return header("alg", name);
  }

  /** For the header. */
  public String bearer() {
    return "Bearer " + text();
  }

  /** The token itself. */
  public String text() {
    String signed = base64(FakeMicrosoft.json(header)) + "." + base64(FakeMicrosoft.json(claims));
    try {
      return signed + "." + base64(signature(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] signature(byte[] what) throws GeneralSecurityException {
    String algorithm = String.valueOf(header.get("alg"));
    switch (algorithm) {
      case "HS256" -> {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.pair().getPublic().getEncoded(), "HmacSHA256"));
        return mac.doFinal(what);
      }
      case "RS384", "RS512" -> {
        return sign("SHA" + algorithm.substring(2) + "withRSA", what);
      }
      case "none" -> {
        return new byte[0];
      }
      default -> {
        return sign("SHA256withRSA", what);
      }
    }
  }

  private byte[] sign(String algorithm, byte[] what) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key.pair().getPrivate());
    signature.update(what);
    return signature.sign();
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Never itself. */
  @Override
  public String toString() {
    return "token";
  }
}
