package dev.pushback.slack.door;

import dev.pushback.store.Erasure;
import dev.pushback.store.Installations;
import dev.pushback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done when a workspace takes the coach out. {@code app_uninstalled} and {@code
 * tokens_revoked} come in any order, more than once, and also for workspaces that aren't known.
 *
 * <p>Its token is forgotten at once, so that nothing is sent there any more. After {@code
 * app_uninstalled} everything else of it is erased too; after {@code tokens_revoked} alone it is
 * kept, since the coach may be given a new token.
 */
public final class Uninstall {
  private final Store store;

  /** For the workspaces in a store. */
  public Uninstall(Store store) {
    this.store = store;
  }

  /**
   * A workspace took the coach out: forgets its token. Quick; what remains is for {@link #erase}.
   *
   * @param tenant such as {@code slack:T1}
   * @param at when, as the event says (its {@code event_time})
   * @return whether everything of it is to be erased now; false if the coach was installed there
   *     again since
   */
  public boolean uninstalled(String tenant, Instant at) {
    return store.installations().leave(tenant, endOfSecond(at));
  }

  /**
   * Tokens of a workspace were revoked.
   *
   * @param bots whose tokens of bots, as the event says; those of people don't concern us
   * @param at when, as the event says
   * @return whether a token was forgotten
   */
  public boolean tokensRevoked(String tenant, List<String> bots, Instant at) {
    Installations installations = store.installations();
    return installations
        .find(tenant)
        .filter(ours -> bots.contains(ours.botUser()))
        .filter(ours -> installations.remove(tenant, endOfSecond(at)))
        .isPresent();
  }

  /** The time of events is in whole seconds. */
  private static Instant endOfSecond(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond()).plusMillis(999);
  }

  /**
   * Erases everything of a workspace that took the coach out; may take seconds.
   *
   * @return the proof; nothing if it doesn't leave (any more)
   */
  public Optional<Erasure> erase(String tenant) {
    return store.installations().leaving().contains(tenant)
        ? Optional.of(store.forgetTenant(tenant))
        : Optional.empty();
  }

  /**
   * Erases what was left when the program ended too early; to be done at the start and every day.
   *
   * @return how many workspaces
   */
  public int eraseAll() {
    return (int)
        store.installations().leaving().stream().filter(one -> erase(one).isPresent()).count();
  }
}
