package dev.pushback.store;

import dev.pushback.people.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what people wrote (AES-256-GCM), bound to whom it belongs to and where it stands, so
 * that a value copied to another row can't be read there. Without a key it keeps the text as it is.
 *
 * <p>With several keys it writes with the first and reads with all, so that a new one can be
 * brought in while the coach runs.
 */
public final class Vault {
  private static final String CIPHER = "AES/GCM/NoPadding";

  /** Length of the random part of each value, in bytes. */
  public static final int NONCE = 12;

  private static final int TAG_BITS = 128;
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
    KeyRing parsed = KeyRing.of(ring);
    return new Vault(parsed.keys(), parsed.current(), nonces);
  }

  /**
   * Encrypts with the keys that {@code PUSHBACK_KEY} or {@code PUSHBACK_KEY_FILE} gives; without
   * either, keeps texts as they are.
   *
   * @param nonces 12 fresh random bytes at each call
   * @throws StoreException if they can't be used
   */
  public static Vault in(Map<String, String> environment, Supplier<byte[]> nonces) {
    return KeyRing.in(environment).map(ring -> withKeys(ring, nonces)).orElseGet(Vault::open);
  }

  /**
   * Compares the keys with those that a database was written with; changes nothing.
   *
   * @throws StoreException if one is missing or wrong
   */
  public void mustFit(Database database) {
    KeyCheck.verify(database, this);
  }

  /** Whether texts are encrypted. */
  public boolean encrypts() {
    return !keys.isEmpty();
  }

  /** The number of the key that it writes with; 0 if it has none. */
  int current() {
    return current;
  }

  /** The numbers of all keys. */
  Set<Integer> numbers() {
    return keys.keySet();
  }

  /** What values written now begin with. */
  String mark() {
    return keys.isEmpty() ? String.valueOf(PLAIN) : SEALED + Integer.toString(current) + ":";
  }

  /** Whether a stored value is encrypted. */
  static boolean isSealed(String stored) {
    return !stored.isEmpty() && stored.charAt(0) == SEALED;
  }

  /** What to store for a text. */
  String seal(Person owner, String place, String text) {
    if (keys.isEmpty()) {
      return PLAIN + text;
    }
    byte[] nonce = nonces.get();
    if (nonce.length != NONCE) {
      throw new IllegalArgumentException("a nonce has " + NONCE + " bytes");
    }
    byte[] sealed =
        cipher(
            Cipher.ENCRYPT_MODE,
            current,
            nonce,
            aad(owner, place),
            text.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return mark() + Base64.getEncoder().encodeToString(all);
  }

  /**
   * The text of a stored value.
   *
   * @throws StoreException if it was encrypted with a key that isn't there, belongs elsewhere, or
   *     is damaged
   */
  String open(Person owner, String place, String stored) {
    if (!stored.isEmpty() && stored.charAt(0) == PLAIN) {
      return stored.substring(1);
    }
    int number;
    byte[] all;
    try {
      int colon = stored.indexOf(':');
      number = Integer.parseInt(stored.substring(1, colon));
      all = Base64.getDecoder().decode(stored.substring(colon + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(place, e);
    }
    if (all.length < NONCE) {
      throw unreadable(place, new IllegalArgumentException("short"));
    }
    return new String(
        cipher(
            Cipher.DECRYPT_MODE,
            number,
            Arrays.copyOf(all, NONCE),
            aad(owner, place),
            Arrays.copyOfRange(all, NONCE, all.length)),
        StandardCharsets.UTF_8);
  }

  private static byte[] aad(Person owner, String place) {
    return String.join("\u0000", owner.tenant(), owner.user(), place)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, int number, byte[] nonce, byte[] aad, byte[] input) {
    SecretKeySpec key =
        Optional.ofNullable(keys.get(number)).orElseThrow(() -> missing(number, encrypts()));
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(aad);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw unreadable("", e);
    }
  }

  /** What to tell when texts are encrypted with a key that we don't have. */
  static StoreException missing(int number, boolean hasOthers) {
    return new StoreException(
        hasOthers
            ? "the database is encrypted with key "
                + number
                + ", which PUSHBACK_KEY doesn't hold. Add it behind the others, as "
                + number
                + ":…"
            : "the database is encrypted, and PUSHBACK_KEY isn't set. Set it to the key that the"
                + " database was written with");
  }

  private static StoreException unreadable(String place, Exception cause) {
    String where = place.isEmpty() ? "" : " (" + place.replaceFirst("/.*", "") + ")";
    return new StoreException(
        "a stored text"
            + where
            + " can't be read: it was written with another key, moved from another row, or damaged",
        cause);
  }

  /** The numbers of the keys it holds; the values are never shown. */
  @Override
  public String toString() {
    return "vault with keys " + keys.keySet();
  }
}
