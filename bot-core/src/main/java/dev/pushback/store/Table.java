package dev.pushback.store;

import dev.pushback.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a table to export it, forget it and change its keys.
 *
 * @param name as the database knows it
 * @param shown what it is called in an export
 * @param key what tells the rows of one person apart: the primary key without tenant and user
 * @param sealed the columns that hold what people wrote
 */
record Table(String name, String shown, List<String> key, List<String> sealed) {
  /** The one with a row for each workspace; it belongs to no person in there. */
  static final Table INSTALLATION =
      new Table("installation", "installations", List.of(), List.of("token"));

  /** In place of a person in what belongs to a whole workspace; no platform calls anybody so. */
  private static final String NOBODY = "*";

  /** Every table with rows of people; those that refer to others come after them. */
  static final List<Table> ALL =
      List.of(
          new Table("person", "profile", List.of(), List.of("name", "thought", "draft")),
          new Table("partner", "partners", List.of("id"), List.of("name")),
          new Table("item_case", "cases", List.of("id"), List.of("text", "target", "bottom")),
          new Table("round", "rounds", List.of("case_id", "seq"), List.of("asked", "answered")),
          new Table("fact", "facts", List.of("case_id", "kind"), List.of("words", "source")),
          new Table("concession", "concessions", List.of("id"), List.of("what", "reason")),
          new Table("follow_up", "followUps", List.of("id"), List.of("what")),
          new Table("contact", "contacts", List.of("follow_up_id", "seq"), List.of()),
          new Table("nudge", "nudges", List.of("id"), List.of("body")),
          new Table("nudge_item", "nudgeItems", List.of("nudge_id", "seq"), List.of()),
          new Table("conversation", "conversation", List.of(), List.of()));

  /** All with rows that belong to somebody: people or workspaces. */
  static List<Table> everything() {
    List<Table> all = new ArrayList<>(ALL);
    all.add(INSTALLATION);
    return all;
  }

  /** In whose name the values of a whole workspace are sealed. */
  static Person ofWorkspace(String tenant) {
    return new Person(tenant, NOBODY);
  }

  Table {
    key = List.copyOf(key);
    sealed = List.copyOf(sealed);
  }

  /** The one with this name. */
  static Table of(String name) {
    return ALL.stream()
        .filter(table -> table.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such table: " + name));
  }

  /** Tells a row from the person's others. */
  String id(ResultSet row) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String column : key) {
      parts.add(row.getString(column));
    }
    return String.join("/", parts);
  }

  /** What a sealed value of a row is bound to. */
  String place(String column, String id) {
    return name + "." + column + "/" + id;
  }

  /** Whose row it is. */
  Person owner(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant_id");
    return isOfWorkspaces() ? ofWorkspace(tenant) : new Person(tenant, row.getString("user_id"));
  }

  private boolean isOfWorkspaces() {
    return name.equals("installation");
  }

  /** The primary key. */
  List<String> fullKey() {
    List<String> all = new ArrayList<>(List.of("tenant_id"));
    if (!isOfWorkspaces()) {
      all.add("user_id");
    }
    all.addAll(key);
    return all;
  }
}
