package dev.pushback.adapter;

import dev.pushback.operating.SettingsExam;
import dev.pushback.store.DatabaseUrl;
import dev.pushback.store.Retention;
import dev.pushback.store.StoreException;
import dev.pushback.store.Vault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what all adapters can be told, and collects everything that is wrong with it. */
public final class SettingsReading {
  private static final int PORTS = 65_535;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  /** Reads these. */
  public SettingsReading(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Notes a problem: what is wrong, and how to mend it. */
  public void complain(String problem) {
    problems.add(problem);
  }

  /** A blank value counts as none. */
  public Optional<String> value(String name) {
    return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
  }

  /**
   * Checks what all adapters need.
   *
   * @param charset what Java takes texts to be in
   */
  public void common(Charset charset) {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      complain(
          "Java takes texts to be in "
              + charset
              + ", and all others write UTF-8: no é would be what it was. Start it with"
              + " -Dfile.encoding=UTF-8");
    }
    memory();
    problems.addAll(SettingsExam.misspelt(environment));
  }

  /**
   * Where to listen. Where nobody else can ask, if nothing is said: a proxy is what is usual.
   *
   * @param usualPort if {@code PUSHBACK_PORT} isn't set
   */
  public InetSocketAddress listen(int usualPort) {
    int port = port("PUSHBACK_PORT").orElse(usualPort);
    if (port("PUSHBACK_OPS_PORT").filter(ops -> ops == port).isPresent()) {
      complain("PUSHBACK_OPS_PORT is the same as PUSHBACK_PORT, " + port + ". Set it to another");
    }
    return new InetSocketAddress(host(), port);
  }

  private InetAddress host() {
    Optional<String> name = value("PUSHBACK_HOST");
    try {
      return name.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name.get());
    } catch (UnknownHostException e) {
      complain("PUSHBACK_HOST must be an address of this machine, or 0.0.0.0 for all of them");
      return InetAddress.getLoopbackAddress();
    }
  }

  private Optional<Integer> port(String name) {
    Optional<String> value = value(name);
    Optional<Integer> port =
        value
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(Integer::valueOf)
            .filter(number -> number >= 1 && number <= PORTS);
    if (value.isPresent() && port.isEmpty()) {
      complain(name + " must be a port, from 1 to " + PORTS);
    }
    return port;
  }

  /**
   * Where a platform is: an https address, or for tests an http one of this machine.
   *
   * @param usual if the setting isn't set, or wrong
   */
  public URI address(String name, URI usual) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return usual;
    }
    try {
      URI uri = URI.create(value.get());
      if (isSafe(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below, as whatever else isn't one.
    }
    complain(
        name
            + " must be an https address such as "
            + usual
            + ", or an http one of this machine for tests. Usually it isn't set");
    return usual;
  }

  private static boolean isSafe(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    boolean safe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
    return safe && !host.isEmpty() && uri.getUserInfo() == null && uri.getQuery() == null;
  }

  /** Those of the memory. Nothing is encrypted here, so nothing random is needed. */
  private void memory() {
    if (value("PUSHBACK_KEY").isEmpty() && value("PUSHBACK_KEY_FILE").isEmpty()) {
      complain(
          "PUSHBACK_KEY isn't set: it encrypts tokens and what people write. Make one with: openssl"
              + " rand -base64 32");
    }
    unless(() -> Vault.in(environment, () -> new byte[Vault.NONCE]));
    unless(() -> Retention.of(environment.getOrDefault("PUSHBACK_KEEP_DAYS", "")));
    value("PUSHBACK_DB").ifPresent(db -> unless(() -> DatabaseUrl.of(db)));
  }

  private void unless(Runnable check) {
    try {
      check.run();
    } catch (StoreException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Nothing, if all is well.
   *
   * @throws UnusableSettings if anything is missing, or contradicts; all of it at once
   */
  public void end() throws UnusableSettings {
    if (!problems.isEmpty()) {
      throw new UnusableSettings(problems);
    }
  }
}
