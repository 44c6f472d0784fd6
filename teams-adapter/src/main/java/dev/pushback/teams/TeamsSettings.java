package dev.pushback.teams;

import dev.pushback.adapter.UnusableSettings;
import dev.pushback.teams.door.ServiceHosts;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What the adapter was told.
 *
 * @param access as what it is known to Teams
 * @param loginUrl where tokens are given out
 * @param metadataUrl where it stands who signs what Teams sends
 * @param hosts where Teams may be
 * @param listen where to listen
 */
public record TeamsSettings(
    Access access, URI loginUrl, URI metadataUrl, ServiceHosts hosts, InetSocketAddress listen) {

  /** As what the coach is known to Teams. */
  public sealed interface Access {
    /** The id of the app. */
    String appId();

    /**
     * Registered for one organisation; nobody else gets in.
     *
     * @param tenant the organisation
     */
    record OneTenant(String appId, String password, String tenant) implements Access {
      /** Never the password. */
      @Override
      public String toString() {
        return "one organisation";
      }
    }

    /** Registered for all that install it. */
    record ManyTenants(String appId, String password) implements Access {
      /** Never the password. */
      @Override
      public String toString() {
        return "many organisations";
      }
    }

    /** Not registered at all: whoever is on this machine is let in, and proves nothing. */
    record Playground() implements Access {
      @Override
      public String appId() {
        return "00000000-0000-0000-0000-00000000c0ac";
      }

      @Override
      public String toString() {
        return "a playground: whoever is on this machine is let in";
      }
    }
  }

  /**
   * Reads them.
   *
   * @param environment all that is set
   * @param charset what Java takes texts to be in
   * @throws UnusableSettings if anything is missing, or contradicts; all of it at once
   */
  public static TeamsSettings of(Map<String, String> environment, Charset charset)
      throws UnusableSettings {
    return new SettingsReader(environment).read(charset);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "settings of the Teams adapter: " + access;
  }
}
