package dev.pushback.slack.door;

import dev.pushback.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lets a signed request in once. Whoever has copied one can't send it again; Slack itself signs
 * anew when it tries again, and such an event is told by its id.
 */
public final class ReplayGuard {
  private static final String PLATFORM = "slack";

  private final Store store;

  /** Remembers in a store, so that all copies of the program and later runs know. */
  public ReplayGuard(Store store) {
    this.store = store;
  }

  /**
   * Whether this signature is here for the first time.
   *
   * @param signature one that holds
   */
  public boolean isFirst(String signature) {
    return store.isFirst(PLATFORM, "signature:" + hash(signature));
  }

  /** What is kept is of no use to whoever reads it. */
  private static String hash(String signature) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(signature.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
