package dev.pushback.teams.door;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what Microsoft publishes about its keys. */
final class KeyList {
  private static final int SHORTEST_BITS = 2048;
  private static final String MICROSOFTS = ".botframework.com";
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyList() {}

  /**
   * Where the keys are.
   *
   * @param from where this was read: the keys have to be at the same host, or at Microsoft's, and
   *     come over the same kind of connection
   * @return nothing if it isn't said, or is somewhere else
   */
  static Optional<URI> address(URI from, String metadata) {
    return parsed(metadata)
        .map(json -> json.path("jwks_uri"))
        .flatMap(node -> Optional.ofNullable(node.textValue()))
        .flatMap(KeyList::uri)
        .filter(keys -> isAllowed(from, keys));
  }

  private static boolean isAllowed(URI from, URI keys) {
    if (keys.getScheme() == null || keys.getHost() == null || keys.getRawUserInfo() != null) {
      return false;
    }
    String host = keys.getHost().toLowerCase(Locale.ROOT);
    return keys.getScheme().equalsIgnoreCase(from.getScheme())
        && (host.equalsIgnoreCase(from.getHost()) || host.endsWith(MICROSOFTS));
  }

  /** The keys by their ids; those that can't be used are left out. */
  static Map<String, Key> keys(String list) {
    Map<String, Key> keys = new HashMap<>();
    parsed(list)
        .map(json -> json.path("keys"))
        .ifPresent(
            all ->
                all.forEach(
                    entry ->
                        key(entry)
                            .ifPresent(
                                key -> keys.putIfAbsent(entry.path("kid").textValue(), key))));
    return Map.copyOf(keys);
  }

  private static Optional<Key> key(JsonNode entry) {
    String use = entry.path("use").asText("sig");
    if (!entry.path("kid").isTextual() || !use.equals("sig")) {
      return Optional.empty();
    }
    try {
      Jwk jwk = Jwk.fromValues(JSON.convertValue(entry, new TypeReference<>() {}));
      return jwk.getPublicKey() instanceof RSAPublicKey key
              && key.getModulus().bitLength() >= SHORTEST_BITS
          ? Optional.of(new Key(key, endorsements(entry)))
          : Optional.empty();
    } catch (InvalidPublicKeyException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Set<String> endorsements(JsonNode entry) {
    return StreamSupport.stream(entry.path("endorsements").spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .collect(Collectors.toSet());
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
