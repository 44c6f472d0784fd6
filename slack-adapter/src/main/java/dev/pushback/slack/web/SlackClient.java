package dev.pushback.slack.web;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.model.view.View;
import com.slack.api.util.http.SlackHttpClient;
import dev.pushback.nudge.Outcome;
import dev.pushback.web.Gates;
import dev.pushback.web.Http;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to Slack. Each method sends at most one request and never repeats it; only reading a list
 * takes several. No method can post where more than one person reads. Safe for threads.
 *
 * <p>After Slack said "too many", nothing is sent for that tenant and method until the time it
 * named is over.
 */
public final class SlackClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);

  private final WebSettings settings;
  private final LongSupplier ticker;
  private final Http http;
  private final Slack slack;
  private final Posting posting;
  private final Views views;
  private final Answers answers;
  private final Directory directory;
  private final Colleagues colleagues;
  private final Conversations conversations;
  private final Installing installing;

  /**
   * Sets one up; nothing is sent yet.
   *
   * @param tokens the bot token of a tenant such as {@code slack:T1}, if the coach is installed
   *     there
   * @param clock tells the time
   * @param ticker nanoseconds that pass also if the clock is set; {@code System::nanoTime}
   */
  public SlackClient(
      WebSettings settings,
      Function<String, Optional<String>> tokens,
      InstantSource clock,
      LongSupplier ticker) {
    this.settings = settings;
    this.ticker = ticker;
    this.http = new Http("slack-http", settings.connect(), settings.call());
    this.slack = slack(settings, http);
    Calls calls = new Calls(http, settings, tokens, clock, new Gates(ticker));
    this.posting = new Posting(calls, new Pace(ticker));
    this.views = new Views(calls);
    this.answers = new Answers(http);
    this.directory = new Directory(calls);
    this.colleagues = new Colleagues(directory, ticker);
    this.conversations = new Conversations(calls);
    this.installing = new Installing(calls);
  }

  /** It would write whole messages to the log, and keep statistics that nobody reads. */
  private static Slack slack(WebSettings settings, Http http) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setStatsEnabled(false);
    config.getHttpClientResponseHandlers().clear();
    SlackHttpClient client = new SlackHttpClient(http.client());
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** Slack's own library over the same connections, for Bolt: it repeats nothing either. */
  public Slack slack() {
    return slack;
  }

  /**
   * Posts to one person.
   *
   * @param to their id (U…, W…) or the conversation between them and the coach (D…)
   * @return {@link Outcome.Sent#ref} is a {@link MessageRef}
   * @throws IllegalArgumentException for anything else, such as a channel; nothing is sent
   */
  public Outcome post(String tenant, String to, DmMessage message) {
    Tenants.id(tenant);
    return posting.post(tenant, to, message);
  }

  /** Opens a window for whoever did something within the last 3 seconds. */
  public ViewOutcome openView(String tenant, String triggerId, View view) {
    return views.show(tenant, "views.open", triggerId, view);
  }

  /** Opens one on top of the window in which they did it. */
  public ViewOutcome pushView(String tenant, String triggerId, View view) {
    return views.show(tenant, "views.push", triggerId, view);
  }

  /**
   * Changes a window.
   *
   * @param hash if given, only if it is still as it was then
   */
  public ViewOutcome updateView(String tenant, String viewId, Optional<String> hash, View view) {
    return views.update(tenant, viewId, hash, view);
  }

  /** Shows the Home of one person. */
  public ViewOutcome publishHome(String tenant, String userId, View view) {
    return views.publish(tenant, userId, view);
  }

  /**
   * Whether an address that came with a request is one to answer at: of Slack, or of an origin in
   * {@link WebSettings#answersAt}.
   */
  public Optional<ResponseUrl> responseUrl(String url) {
    return ResponseUrl.of(url, settings.answersAt());
  }

  /** Answers what somebody did, for their eyes alone. */
  public Responded respond(ResponseUrl url, PrivateReply reply) {
    return answers.respond(url, reply);
  }

  /** Reads about somebody, now; empty if Slack doesn't know them or can't be asked. */
  public Optional<SlackUser> user(String tenant, String userId) {
    return Directory.read(directory.ask(tenant, userId), userId);
  }

  /** Whether Slack says, now, that somebody is a member and no guest. */
  public boolean isInsider(String tenant, String userId) {
    return user(tenant, userId).filter(user -> user.isInsider(tenant)).isPresent();
  }

  /**
   * Those to whom something of the workspace can be shown: no guests, no bots, nobody from outside,
   * nobody who left. As of some minutes ago; check again ({@link #user}) before showing it.
   *
   * @param words the beginnings of words of their names; all if empty
   * @param most how many
   * @param except the id of whoever asks
   */
  public List<SlackUser> colleagues(String tenant, String words, int most, String except) {
    return colleagues.find(tenant, words, most, except);
  }

  /** Who is around in a channel, now. */
  public Audience channel(String tenant, String channelId) {
    return conversations.audience(tenant, channelId);
  }

  /** Whether a bot token works, and whose it is. */
  public TokenCheck authTest(String token) {
    return installing.check(token);
  }

  /**
   * Exchanges what Slack gave out at an installation for a token.
   *
   * @param redirectUri as it was sent to Slack when the installation began; empty if none was
   */
  public Exchanged exchange(String clientId, String clientSecret, String code, String redirectUri) {
    return installing.exchange(clientId, clientSecret, code, redirectUri);
  }

  /** Ends the connections. */
  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.info("closing: {}", e.getClass().getSimpleName());
    } finally {
      http.close();
    }
  }

  Posting posting() {
    return posting;
  }

  Directory directory() {
    return directory;
  }

  Conversations conversations() {
    return conversations;
  }

  long ticks() {
    return ticker.getAsLong();
  }

  /** Nothing of what it holds. */
  @Override
  public String toString() {
    return "SlackClient";
  }
}
