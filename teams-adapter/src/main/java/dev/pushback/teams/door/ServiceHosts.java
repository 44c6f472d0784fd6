package dev.pushback.teams.door;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that Teams may be at. An activity names the address to answer to, and whoever answers
 * there shows what proves that we are the bot; so no address is believed that isn't on this list.
 */
public final class ServiceHosts {
  /**
   * Where Teams is: everywhere, and GCC (Microsoft 365 Agents SDK, "Well-known Teams service
   * URLs"). Not those of GCC High and the Department of Defense: others sign there than {@link
   * Guard} believes, and our token would mean nothing.
   */
  public static final String USUAL = "smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com";

  private static final int HTTPS_PORT = 443;
  private static final int NONE = -1;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern HERE =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1]):([0-9]{1,5})");

  private sealed interface Entry {
    boolean allows(String scheme, String host, int port);
  }

  /** A name, or what a name has to end with, over a safe connection. */
  private record Named(String name, boolean ending) implements Entry {
    @Override
    public boolean allows(String scheme, String host, int port) {
      return scheme.equals("https")
          && (port == NONE || port == HTTPS_PORT)
          && (ending ? host.endsWith("." + name) : host.equals(name));
    }
  }

  /** A port of this machine. */
  private record Here(String name, int at) implements Entry {
    @Override
    public boolean allows(String scheme, String host, int port) {
      return scheme.equals("http") && host.equals(name) && port == at;
    }
  }

  private final List<Entry> entries;

  private ServiceHosts(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Those in a list, with commas between them: {@code smba.trafficmanager.net} is that host, {@code
   * *.example.com} those below it, both over https and its usual port only; {@code localhost:56150}
   * is a port of this machine, over http, for trying things out.
   *
   * @throws IllegalArgumentException if one is anything else, or if there is none; the message says
   *     which
   */
  public static ServiceHosts of(String list) {
    List<Entry> entries = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String entry = part.strip().toLowerCase(Locale.ROOT);
      entries.add(
          here(entry)
              .or(() -> named(entry))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'"
                              + part.strip()
                              + "' is no host, such as smba.trafficmanager.net, *.example.com or"
                              + " localhost:56150")));
    }
    return new ServiceHosts(entries);
  }

  private static Optional<Entry> here(String entry) {
    Matcher here = HERE.matcher(entry);
    if (!here.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(here.group(2));
    return port == 0 || port > HIGHEST_PORT
        ? Optional.empty()
        : Optional.of(new Here(here.group(1), port));
  }

  private static Optional<Entry> named(String entry) {
    if (!NAME.matcher(entry).matches()) {
      return Optional.empty();
    }
    boolean ending = entry.startsWith("*.");
    return Optional.of(new Named(ending ? entry.substring(2) : entry, ending));
  }

  /** Whether only this machine is on it. */
  public boolean areAllHere() {
    return entries.stream().allMatch(Here.class::isInstance);
  }

  /** Whether we may speak to whoever is at an address. */
  public boolean allows(URI address) {
    if (address.getScheme() == null
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      return false;
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return entries.stream().anyMatch(entry -> entry.allows(scheme, host, address.getPort()));
  }
}
