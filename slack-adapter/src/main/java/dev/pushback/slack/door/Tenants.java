package dev.pushback.slack.door;

import com.slack.api.bolt.context.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of our workspaces a request belongs to. */
public final class Tenants {
  private static final String OURS = "pushback.tenant";

  private Tenants() {}

  /** The name of a workspace or an organisation: {@code slack:T1}. */
  public static String named(String id) {
    return "slack:" + id;
  }

  /**
   * The workspace, or the organisation if it has installed the coach for all of its workspaces,
   * that a request belongs to. Known to every listener but those of {@code app_uninstalled} and
   * {@code tokens_revoked}, which come in without an installation: for these it is what the request
   * names.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static String of(Context context) {
    return Optional.ofNullable(context.getAdditionalValues().get(OURS))
        .or(() -> candidates(context).stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException("a request without a workspace"));
  }

  /** Those that the installation may be of: the workspace before its organisation. */
  static List<String> candidates(Context context) {
    return Stream.of(
            Optional.ofNullable(context.getTeamId()),
            Optional.ofNullable(context.getEnterpriseId()))
        .flatMap(Optional::stream)
        .filter(id -> !id.isBlank())
        .map(Tenants::named)
        .toList();
  }

  /** Notes whose a request is. */
  static void note(Context context, String tenant) {
    context.getAdditionalValues().put(OURS, tenant);
  }
}
