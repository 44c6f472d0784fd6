package dev.pushback.store;

import dev.pushback.people.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what people wrote (AES-256-GCM), bound to whom it belongs to and what it is, so that a
 * value copied to another row can't be read there. Without a key it keeps the text as it is.
 */
public final class Vault {
  private static final String CIPHER = "AES/GCM/NoPadding";

  /** Length of the random part of each value, in bytes. */
  public static final int NONCE = 12;

  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final char PLAIN = '=';
  private static final char SEALED = '*';

  private final Map<Integer, SecretKeySpec> keys;
  private final int current;
  private final Supplier<byte[]> nonces;

  private Vault(Map<Integer, SecretKeySpec> keys, int current, Supplier<byte[]> nonces) {
    this.keys = Map.copyOf(keys);
    this.current = current;
    this.nonces = nonces;
  }

  /** Keeps texts as they are. */
  public static Vault open() {
    return new Vault(Map.of(), 0, () -> new byte[NONCE]);
  }

  /**
   * Encrypts with a ring of keys.
   *
   * @param ring {@code 2:base64,1:base64}, the current one first; or one key without a number
   * @param nonces 12 fresh random bytes at each call
   * @throws StoreException if a key is missing, has another length, or stands there twice
   */
  public static Vault withKeys(String ring, Supplier<byte[]> nonces) {
    Map<Integer, SecretKeySpec> keys = new HashMap<>();
    int first = -1;
    for (String entry : ring.split(",", -1)) {
      int colon = entry.indexOf(':');
      int number = colon < 0 ? 1 : number(entry.substring(0, colon));
      byte[] key = decode(entry.substring(colon + 1));
      if (keys.put(number, new SecretKeySpec(key, "AES")) != null) {
        throw new StoreException("PUSHBACK_KEY names key " + number + " twice");
      }
      first = first < 0 ? number : first;
    }
    return new Vault(keys, first, nonces);
  }

  private static int number(String text) {
    try {
      return Integer.parseUnsignedInt(text.strip());
    } catch (NumberFormatException e) {
      throw new StoreException("PUSHBACK_KEY: a key is written as number:base64", e);
    }
  }

  private static byte[] decode(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StoreException("PUSHBACK_KEY is no Base64", e);
    }
    if (key.length != KEY_BYTES) {
      throw new StoreException(
          "PUSHBACK_KEY must be 32 bytes in Base64, not "
              + key.length
              + "; make one with: openssl rand -base64 32");
    }
    return key;
  }

  /** Whether texts are encrypted. */
  public boolean encrypts() {
    return !keys.isEmpty();
  }

  /** What to store for a text. */
  String seal(Person owner, String column, String text) {
    if (keys.isEmpty()) {
      return PLAIN + text;
    }
    byte[] nonce = nonces.get();
    byte[] sealed =
        cipher(
            Cipher.ENCRYPT_MODE,
            current,
            nonce,
            aad(owner, column),
            text.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return SEALED + Integer.toString(current) + ":" + Base64.getEncoder().encodeToString(all);
  }

  /**
   * The text of a stored value.
   *
   * @throws StoreException if it was encrypted with a key that isn't there, or belongs elsewhere
   */
  String open(Person owner, String column, String stored) {
    if (stored.charAt(0) == PLAIN) {
      return stored.substring(1);
    }
    int colon = stored.indexOf(':');
    int number = number(stored.substring(1, colon));
    byte[] all = Base64.getDecoder().decode(stored.substring(colon + 1));
    return new String(
        cipher(
            Cipher.DECRYPT_MODE,
            number,
            Arrays.copyOf(all, NONCE),
            aad(owner, column),
            Arrays.copyOfRange(all, NONCE, all.length)),
        StandardCharsets.UTF_8);
  }

  private static byte[] aad(Person owner, String column) {
    return String.join("\u0000", owner.tenant(), owner.user(), column)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, int number, byte[] nonce, byte[] aad, byte[] input) {
    SecretKeySpec key =
        Optional.ofNullable(keys.get(number))
            .orElseThrow(
                () ->
                    new StoreException(
                        "the database is encrypted with key "
                            + number
                            + ", which PUSHBACK_KEY doesn't hold"));
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new StoreException("a stored text can't be decrypted with this key", e);
    }
  }

  /** The numbers of the keys it holds; the values are never shown. */
  @Override
  public String toString() {
    return "vault with keys " + keys.keySet();
  }
}
