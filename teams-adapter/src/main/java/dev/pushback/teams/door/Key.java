package dev.pushback.teams.door;

import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A key that Microsoft signs with.
 *
 * @param endorsements the channels it may speak for
 */
record Key(RSAPublicKey publicKey, Set<String> endorsements) {
  Key {
    endorsements = Set.copyOf(endorsements);
  }
}
