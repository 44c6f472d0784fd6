package dev.pushback.slack.web;

/** Slack's tenants: {@code slack:} and the id of a workspace or organisation. */
final class Tenants {
  private static final String PREFIX = "slack:";

  private Tenants() {}

  static String of(String id) {
    return PREFIX + id;
  }

  static String id(String tenant) {
    if (!tenant.startsWith(PREFIX) || tenant.length() == PREFIX.length()) {
      throw new IllegalArgumentException("not a tenant of Slack: " + tenant);
    }
    return tenant.substring(PREFIX.length());
  }
}
