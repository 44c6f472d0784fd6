package dev.pushback.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that {@code PUSHBACK_KEY} holds.
 *
 * @param keys by number
 * @param current the one to write with
 */
record KeyRing(Map<Integer, SecretKeySpec> keys, int current) {
  private static final int KEY_BYTES = 32;
  private static final int HIGHEST = 9_999;
  private static final String MAKE = "make one with: openssl rand -base64 32";

  KeyRing {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads {@code 2:base64,1:base64}, the current one first, or one key without a number, which is
   * number 1.
   *
   * @throws StoreException if a key is missing, has another length, or stands there twice; the
   *     message holds no part of a key
   */
  static KeyRing of(String ring) {
    Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String entry : ring.split(",", -1)) {
      int colon = entry.indexOf(':');
      int number = colon < 0 ? 1 : number(entry.substring(0, colon).strip());
      SecretKeySpec key = new SecretKeySpec(decode(entry.substring(colon + 1).strip()), "AES");
      if (keys.containsValue(key)) {
        throw new StoreException("PUSHBACK_KEY holds the same key twice; " + MAKE);
      }
      if (keys.put(number, key) != null) {
        throw new StoreException(
            "PUSHBACK_KEY holds two keys with the number "
                + number
                + "; give the new one a number of its own, as 2:…,1:…");
      }
    }
    return new KeyRing(keys, keys.keySet().iterator().next());
  }

  private static int number(String text) {
    int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (number < 1) {
      throw new StoreException(
          "PUSHBACK_KEY: several keys are written as 2:base64,1:base64, with numbers from 1 to "
              + HIGHEST);
    }
    return number;
  }

  private static byte[] decode(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new StoreException("PUSHBACK_KEY is no Base64; " + MAKE, e);
    }
    if (key.length != KEY_BYTES) {
      throw new StoreException(
          "PUSHBACK_KEY must be "
              + KEY_BYTES
              + " bytes in Base64, not "
              + key.length
              + "; "
              + MAKE);
    }
    return key;
  }

  /**
   * What {@code PUSHBACK_KEY} says, or the file that {@code PUSHBACK_KEY_FILE} names; nothing if
   * neither is set.
   *
   * @throws StoreException if both are set, or if others may read the file
   */
  static Optional<String> in(Map<String, String> environment) {
    String key = environment.getOrDefault("PUSHBACK_KEY", "").strip();
    String file = environment.getOrDefault("PUSHBACK_KEY_FILE", "").strip();
    if (!key.isEmpty() && !file.isEmpty()) {
      throw new StoreException("set PUSHBACK_KEY or PUSHBACK_KEY_FILE, not both");
    }
    return file.isEmpty() ? Optional.of(key).filter(text -> !text.isEmpty()) : read(Path.of(file));
  }

  private static Optional<String> read(Path file) {
    try {
      if (isOpenToOthers(file)) {
        throw new StoreException(
            "others may read PUSHBACK_KEY_FILE. Keep it to yourself: chmod 600 " + file);
      }
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new StoreException("PUSHBACK_KEY_FILE " + file + " is empty; " + MAKE);
      }
      return Optional.of(text);
    } catch (IOException e) {
      throw new StoreException("PUSHBACK_KEY_FILE " + file + " can't be read", e);
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    return allowed.stream().anyMatch(one -> !one.name().startsWith("OWNER_"));
  }

  @Override
  public String toString() {
    return "keys " + keys.keySet();
  }
}
