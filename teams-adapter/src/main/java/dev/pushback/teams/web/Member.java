package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody in a conversation.
 *
 * @param id who they are to this coach
 * @param directoryId who they are in their organisation, for every bot; empty for a bot
 * @param name what they are called; may be empty
 * @param tenantId their own organisation; empty if Teams doesn't say
 * @param guest whether they are a guest, or nobody knows who they are
 */
public record Member(
    String id,
    Optional<String> directoryId,
    String name,
    Optional<String> tenantId,
    boolean guest) {

  /** Empty if it isn't one. */
  static Optional<Member> of(JsonNode json) {
    String role = Json.text(json, "userRole").orElse("").toLowerCase(Locale.ROOT);
    String account = Json.text(json, "userPrincipalName").orElse("").toLowerCase(Locale.ROOT);
    return Json.text(json, "id")
        .map(
            id ->
                new Member(
                    id,
                    Json.text(json, "aadObjectId").or(() -> Json.text(json, "objectId")),
                    Json.text(json, "name").orElse(""),
                    Json.text(json, "tenantId"),
                    role.equals("guest") || role.equals("anonymous") || account.contains("#ext#")));
  }

  /**
   * Whether they belong to an organisation and are no guest there.
   *
   * @param tenant such as {@code teams:t1}
   */
  public boolean isInsider(String tenant) {
    return !guest && tenantId.filter(Tenants.id(tenant)::equalsIgnoreCase).isPresent();
  }

  /** Not who: it may end up in a log. */
  @Override
  public String toString() {
    return guest ? "a guest" : "a member";
  }
}
