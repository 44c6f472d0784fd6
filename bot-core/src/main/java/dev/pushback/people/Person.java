package dev.pushback.people;

/**
 * Somebody who speaks with the coach.
 *
 * @param tenant the workspace or organisation
 * @param user the person within it
 */
public record Person(String tenant, String user) {
  /** Checks that both are there. */
  public Person {
    if (tenant.isBlank() || user.isBlank()) {
      throw new IllegalArgumentException("a person has a tenant and a user");
    }
  }

  /** The part of the tenant before the colon: slack, teams, console. */
  public String platform() {
    int colon = tenant.indexOf(':');
    return colon < 0 ? tenant : tenant.substring(0, colon);
  }
}
