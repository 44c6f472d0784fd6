package dev.pushback.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered over HTTP.
 *
 * @param type the content type; empty if there is no text
 * @param headers further ones, one value each
 */
public record Answer(int status, String type, String text, Map<String, String> headers) {
  public static final int OK = 200;
  public static final int ACCEPTED = 202;
  public static final int FOUND = 302;
  public static final int BAD_REQUEST = 400;
  public static final int UNAUTHORISED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int WRONG_METHOD = 405;
  public static final int TOO_SLOW = 408;
  public static final int TOO_LARGE = 413;
  public static final int WRONG_TYPE = 415;
  public static final int FAILED = 500;
  public static final int NOT_IMPLEMENTED = 501;
  public static final int BAD_GATEWAY = 502;
  public static final int UNAVAILABLE = 503;

  /** Copies. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Only a number: whoever has no business here learns nothing more. */
  public static Answer bare(int status) {
    return new Answer(status, "", "", Map.of());
  }

  /** JSON. */
  public static Answer json(int status, String text) {
    return new Answer(status, "application/json; charset=utf-8", text, Map.of());
  }

  /** Plain text. */
  public static Answer plain(int status, String text) {
    return new Answer(status, "text/plain; charset=utf-8", text, Map.of());
  }

  /** With one more header. */
  public Answer with(String header, String value) {
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
