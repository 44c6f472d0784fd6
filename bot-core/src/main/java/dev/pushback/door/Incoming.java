package dev.pushback.door;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What somebody asks over HTTP. */
public final class Incoming {
  private final String query;
  private final Function<String, List<String>> headers;
  private final byte[] body;
  private final boolean fromHere;

  /**
   * A request.
   *
   * @param query the part of the address behind the question mark; may be empty
   * @param headers all values of a header by its name, in any case of letters
   * @param body the bytes as they came; not to be changed
   * @param fromHere whether the connection comes from this machine
   */
  public Incoming(
      String query, Function<String, List<String>> headers, byte[] body, boolean fromHere) {
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.fromHere = fromHere;
  }

  /** The part of the address behind the question mark; may be empty. */
  public String query() {
    return query;
  }

  /** The bytes as they came; not to be changed. */
  public byte[] body() {
    return body;
  }

  /** Whether the connection comes from this machine; a proxy may stand in for others. */
  public boolean fromHere() {
    return fromHere;
  }

  /** All values of a header. */
  public List<String> all(String name) {
    return headers.apply(name);
  }

  /** The only value of a header; empty if there is none, or more than one. */
  public String only(String name) {
    List<String> values = all(name);
    return values.size() == 1 ? values.get(0) : "";
  }

  /**
   * Whether the body is of this type, in UTF-8 and not packed.
   *
   * @param type such as {@code application/json}
   */
  public boolean isType(String type) {
    String shown = only("Content-Type").toLowerCase(Locale.ROOT);
    return shown.replace(" ", "").matches(Pattern.quote(type) + "(;charset=\"?utf-8\"?)?")
        && all("Content-Encoding").isEmpty();
  }

  /** Never what they ask. */
  @Override
  public String toString() {
    return "a request";
  }
}
