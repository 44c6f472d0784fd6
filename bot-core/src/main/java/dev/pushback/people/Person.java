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
}
