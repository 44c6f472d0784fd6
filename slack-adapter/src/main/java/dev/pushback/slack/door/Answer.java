package dev.pushback.slack.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered over HTTP.
 *
 * @param type the content type; empty if there is no text
 * @param headers further ones, one value each
 */
record Answer(int status, String type, String text, Map<String, String> headers) {
  static final int OK = 200;
  static final int FOUND = 302;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORISED = 401;
  static final int NOT_FOUND = 404;
  static final int WRONG_METHOD = 405;
  static final int TOO_SLOW = 408;
  static final int TOO_LARGE = 413;
  static final int WRONG_TYPE = 415;
  static final int FAILED = 500;
  static final int BAD_GATEWAY = 502;
  static final int UNAVAILABLE = 503;

  Answer {
    headers = Map.copyOf(headers);
  }

  /** Only a number: whoever has no business here learns nothing more. */
  static Answer bare(int status) {
    return new Answer(status, "", "", Map.of());
  }

  /** Plain text. */
  static Answer plain(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text, Map.of());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, text, more);
  }

  /** Never what is answered. */
  @Override
  public String toString() {
    return "answer " + status;
  }
}
