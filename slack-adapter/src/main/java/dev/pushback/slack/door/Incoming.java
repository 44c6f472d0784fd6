package dev.pushback.slack.door;

import java.util.List;
import java.util.function.Function;

/** What somebody asks over HTTP. */
final class Incoming {
  private final String query;
  private final Function<String, List<String>> headers;
  private final byte[] body;

  /**
   * A request.
   *
   * @param query the part of the address behind the question mark; may be empty
   * @param headers all values of a header by its name, in any case of letters
   * @param body the bytes as they came; not to be changed
   */
  Incoming(String query, Function<String, List<String>> headers, byte[] body) {
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  String query() {
    return query;
  }

  byte[] body() {
    return body;
  }

  /** All values of a header. */
  List<String> all(String name) {
    return headers.apply(name);
  }

  /** The only value of a header; empty if there is none, or more than one. */
  String only(String name) {
    List<String> values = all(name);
    return values.size() == 1 ? values.get(0) : "";
  }

  /** Never what they ask. */
  @Override
  public String toString() {
    return "a request";
  }
}
