package dev.pushback.slack.door;

import dev.pushback.store.Installation;
import dev.pushback.store.Installations;
import java.util.Optional;
import java.util.function.Function;

/** Which workspaces the coach works for, and with which token. Asks nobody over the network. */
public final class Workspaces {
  private final Function<String, Optional<Installation>> find;

  private Workspaces(Function<String, Optional<Installation>> find) {
    this.find = find;
  }

  /** The one workspace that the token in the settings belongs to. */
  public static Workspaces one(Installation only) {
    return new Workspaces(
        tenant -> tenant.equals(only.tenant()) ? Optional.of(only) : Optional.empty());
  }

  /** All that have installed the coach. */
  public static Workspaces many(Installations installations) {
    return new Workspaces(installations::find);
  }

  /**
   * The installation of a workspace or organisation.
   *
   * @param tenant such as {@code slack:T1}
   */
  public Optional<Installation> find(String tenant) {
    return find.apply(tenant);
  }
}
