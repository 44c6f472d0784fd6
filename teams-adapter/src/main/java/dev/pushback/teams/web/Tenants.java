package dev.pushback.teams.web;

/** Reads the names of tenants. */
final class Tenants {
  private static final String PLATFORM = "teams:";

  private Tenants() {}

  /** The organisation's own id: {@code t1} of {@code teams:t1}. */
  static String id(String tenant) {
    if (!tenant.startsWith(PLATFORM) || tenant.length() == PLATFORM.length()) {
      throw new IllegalArgumentException("not an organisation in Teams: " + tenant);
    }
    return tenant.substring(PLATFORM.length());
  }
}
