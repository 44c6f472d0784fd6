package dev.pushback.teams.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.nudge.Outcome;
import dev.pushback.people.Person;
import dev.pushback.store.Conversation;
import dev.pushback.web.Http;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Speaks to Teams. No method can post what it is given where more than one person reads: {@link
 * #post} and {@link #update} write into a personal conversation, {@link #postPrivately} for one
 * person's eyes in a conversation of several; {@link #notice} says one of two sentences to all.
 * What somebody waits for is tried once more after a moment if Teams said, without doing anything,
 * that a moment is enough; nothing else is repeated. Safe for threads.
 *
 * <p>Every address is checked, also one that was stored long ago, before a token is fetched.
 */
public final class TeamsClient implements AutoCloseable {
  private final LongSupplier ticker;
  private final InstantSource clock;
  private final Http http;
  private final Tokens tokens;
  private final Posting posting;
  private final People people;

  /**
   * Sets one up; nothing is sent yet.
   *
   * @param allowed whether a service address is one of Teams
   * @param clock tells the time
   * @param ticker nanoseconds that pass also if the clock is set; {@code System::nanoTime}
   * @param pause lets so much time pass on this thread, two and a quarter seconds at most
   */
  public TeamsClient(
      WebSettings settings,
      Credentials credentials,
      Predicate<URI> allowed,
      InstantSource clock,
      LongSupplier ticker,
      Consumer<Duration> pause) {
    this.ticker = ticker;
    this.clock = clock;
    this.http = new Http("teams-http", settings.connect(), settings.call(), settings.connections());
    Calls calls = new Calls(http, settings, credentials, ticker);
    Urls urls = new Urls(allowed);
    this.tokens = calls.tokens();
    this.posting = new Posting(calls, urls, clock, ticker, pause);
    this.people = new People(calls, urls, credentials, clock);
  }

  /**
   * Fetches the first token, so that nobody waits for it later.
   *
   * @return why there is none, such as {@code invalid-client} if the secret is wrong; empty if
   *     there is one
   */
  public Optional<String> warmUp() {
    Token token = tokens.get();
    if (token instanceof Token.Refused refused) {
      return Optional.of(refused.code());
    }
    if (token instanceof Token.Unreachable unreachable) {
      return Optional.of(unreachable.code());
    }
    return token instanceof Token.Later ? Optional.of("later") : Optional.empty();
  }

  /**
   * Answers one person in their personal conversation.
   *
   * @param activity without sender and recipient, which are added
   * @return {@link Outcome.Sent#ref} is the id of the activity
   */
  public Outcome post(Conversation to, ObjectNode activity) {
    return posting.answer(to, activity);
  }

  /**
   * Tells one person something in a conversation of several, where nobody else sees it.
   *
   * @param activity without sender and recipient, which are added
   */
  public Outcome postPrivately(Aside to, ObjectNode activity) {
    return posting.aside(to, activity);
  }

  /** Says in a conversation of several, where all read it, one of a few fixed sentences. */
  public Outcome notice(Aside where, Notice notice) {
    return posting.notice(where, notice);
  }

  /** Writes something else over a message in a personal conversation. */
  public Outcome update(Conversation to, String activityId, ObjectNode activity) {
    return posting.update(to, activityId, activity);
  }

  /** Opens the personal conversation with somebody who has the app and hasn't written yet. */
  public Opened open(String tenant, String aadObjectId, URI serviceUrl) {
    return people.open(new Person(tenant, aadObjectId), serviceUrl);
  }

  /**
   * Who is in a conversation, now; some hundreds at a time.
   *
   * @param continuation of the page before; empty for the first
   */
  public Roster members(
      String tenant, URI serviceUrl, String conversationId, Optional<String> continuation) {
    return people.members(tenant, serviceUrl, conversationId, continuation);
  }

  /**
   * One of those in a conversation, now; empty if they aren't there or Teams can't be asked.
   *
   * @param userId as this coach knows them, or as their organisation does
   */
  public Optional<Member> member(
      String tenant, URI serviceUrl, String conversationId, String userId) {
    return People.read(people.member(tenant, serviceUrl, conversationId, userId));
  }

  /** Ends the connections. */
  @Override
  public void close() {
    http.close();
  }

  Posting posting() {
    return posting;
  }

  People people() {
    return people;
  }

  InstantSource clock() {
    return clock;
  }

  long ticks() {
    return ticker.getAsLong();
  }

  /** Nothing of what it holds. */
  @Override
  public String toString() {
    return "TeamsClient";
  }
}
