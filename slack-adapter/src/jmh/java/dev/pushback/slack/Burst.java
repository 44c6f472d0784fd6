package dev.pushback.slack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends commands as Slack does, each signed on its own, over connections that are kept; the next
 * one on a connection follows when the one before is answered. So many people take turns that
 * nobody says more than they may in a minute.
 */
final class Burst {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final int CONNECTIONS = 16;
  private static final int PEOPLE = 3_000;

  /** None of them stands among the examples that the coach has learned from. */
  private static final List<String> SITUATIONS =
      List.of(
          "the reseller wants 35 points of margin, we can give 20",
          "our integration partner has moved the API freeze to March and we ship in January",
          "Northwind says the joint webinar only happens if we pay for all of it",
          "they keep asking for our full customer list before they sign anything",
          "the agency wants 12 weeks for a landing page, we need it in 4",
          "Keystone wants exclusivity in DACH for three years",
          "the distributor says net 90 or no deal, our finance won't go past 45",
          "they promised two engineers and now it is half of one",
          "the co-sell rep at Meridian hasn't answered since the tenth",
          "legal at the partner sent back 40 redlines the night before launch",
          "they want to put their logo above ours on the shared case study",
          "the vendor raised the price by 18% a week before renewal",
          "our partner manager wants another discovery call, it would be the fifth",
          "they say the sandbox will be ready when it is ready",
          "Rivera wants a referral fee on deals we found ourselves",
          "the systems integrator wants us to certify 30 of their people for free",
          "they'd like our roadmap in writing with dates we have not committed to",
          "the marketplace team says the listing review takes ten weeks, we announced for May",
          "the partner's CMO wants a $40k sponsorship and our budget is $15k",
          "they asked for source code escrow and a 99.99 uptime promise",
          "the publisher insists on weekly status calls with our whole team",
          "they signed off the copy and now want a complete rewrite by tomorrow",
          "Tallis wants to white label us and hide our name",
          "the logistics partner can do 500 units a month, we need 900",
          "they want a kill fee of half the budget if we cancel",
          "our contact says the CFO has frozen all pilots until the next quarter",
          "they told a shared customer that the delay is our fault",
          "the platform partner wants us to drop the other connector first",
          "they offer beta access only if we give a press quote today",
          "the consultancy wants to be paid for the proposal itself");

  private final int port;
  private final String responseUrl;
  private final AtomicInteger next = new AtomicInteger();

  /**
   * What came of it.
   *
   * @param nanos how long each took, in order of size
   * @param took how long all took, in nanoseconds
   * @param errors how many weren't answered with 200, or were turned away
   * @param inPlace how many answers came with the acknowledgement
   */
  record Result(long[] nanos, long took, int errors, int inPlace) {
    double perSecond() {
      return nanos.length * 1e9 / took;
    }

    /** How long it took for at least this share of them. */
    double millis(double share) {
      return nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%,7.0f commands/s, p50 %5.1f ms, p99 %5.1f ms, longest %4.0f ms, %d errors, %.2f %%"
              + " answered in place",
          perSecond(),
          millis(0.5),
          millis(0.99),
          millis(1),
          errors,
          100.0 * inPlace / nanos.length);
    }
  }

  private record Answered(int status, String body) {
    boolean isInPlace() {
      return status == 200 && body.contains("Only you can see this");
    }

    boolean isError() {
      return status != 200
          || Stream.of("One moment", "Something went wrong").anyMatch(body::contains);
    }
  }

  Burst(int port, String responseUrl) {
    this.port = port;
    this.responseUrl = responseUrl;
  }

  /** Everybody who speaks. */
  static List<String> people() {
    return IntStream.range(0, PEOPLE).mapToObj(Burst::person).toList();
  }

  private static String person(int i) {
    return "U" + (1_000 + i % PEOPLE);
  }

  /** Sends so many. */
  Result run(int count) throws Exception {
    long[] nanos = new long[count];
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    AtomicInteger inPlace = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    long began = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(
          threads.submit(
              () -> {
                try (Connection connection = new Connection(port)) {
                  for (int at = taken.getAndIncrement(); at < count; at = taken.getAndIncrement()) {
                    byte[] body = body(next.getAndIncrement());
                    long sent = System.nanoTime();
                    Answered answered = connection.ask(body);
                    nanos[at] = System.nanoTime() - sent;
                    errors.addAndGet(answered.isError() ? 1 : 0);
                    inPlace.addAndGet(answered.isInPlace() ? 1 : 0);
                  }
                }
                return true;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    long took = System.nanoTime() - began;
    threads.shutdown();
    Arrays.sort(nanos);
    return new Result(nanos, took, errors.get(), inPlace.get());
  }

  private byte[] body(int i) {
    String text = SITUATIONS.get((i + i / PEOPLE) % SITUATIONS.size());
    return ("token=x&team_id=T1&team_domain=acme&channel_id=C1&channel_name=deals&user_id="
            + person(i)
            + "&user_name=ada&command=%2Fpushback&text="
            + encoded(text)
            + "&api_app_id=A1&is_enterprise_install=false&response_url="
            + encoded(responseUrl)
            + "&trigger_id=1."
            + i)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Just enough of HTTP that measuring takes little from what is measured. */
  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Mac mac;

    Connection(int port) throws Exception {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
      in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
      out = socket.getOutputStream();
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    Answered ask(byte[] body) throws IOException {
      long now = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
      mac.update(("v0:" + now + ":").getBytes(StandardCharsets.UTF_8));
      byte[] head =
          ("POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
                  + now
                  + "\r\nX-Slack-Signature: v0="
                  + HexFormat.of().formatHex(mac.doFinal(body))
                  + "\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      byte[] all = Arrays.copyOf(head, head.length + body.length);
      System.arraycopy(body, 0, all, head.length, body.length);
      out.write(all);
      return read();
    }

    private Answered read() throws IOException {
      int status = Integer.parseInt(line().split(" ", -1)[1]);
      int length = 0;
      boolean chunked = false;
      for (String line = line(); !line.isEmpty(); line = line()) {
        String header = line.toLowerCase(Locale.ROOT);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
        }
        chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
      }
      return new Answered(status, chunked ? chunks() : text(length));
    }

    private String chunks() throws IOException {
      StringBuilder all = new StringBuilder();
      for (int size = chunk(); size > 0; size = chunk()) {
        all.append(text(size));
        line();
      }
      line();
      return all.toString();
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the connection was closed");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
