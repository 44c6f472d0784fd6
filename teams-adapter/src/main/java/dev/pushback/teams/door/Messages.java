package dev.pushback.teams.door;

import dev.pushback.door.Answer;
import dev.pushback.door.Faults;
import dev.pushback.door.Incoming;
import dev.pushback.door.Route;
import dev.pushback.store.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may come in at {@code /api/messages}, and what is answered: first what costs little to tell,
 * then who sent it, and only then the SDK and we get it. An error is answered with its number only.
 */
public final class Messages {
  /** Where Teams sends everything. */
  public static final String PATH = "/api/messages";

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final String JSON = "application/json";

  private static final Verdict.Refused NO_TOKEN =
      new Verdict.Refused(Answer.UNAUTHORISED, "no-token");
  private static final String HINT =
      " If Teams says that the bot doesn't answer: are TEAMS_APP_ID and TEAMS_TENANT_ID right, and"
          + " this machine's clock?";

  private final Gate gate;
  private final ServiceHosts hosts;
  private final Bot bot;
  private final Supplier<String> references;
  private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();

  /**
   * Guards a bot.
   *
   * @param gate who may come in
   * @param hosts where answers may be sent
   * @param bot answers
   * @param references makes what an error is called in the log, such as a short random id
   */
  public Messages(Gate gate, ServiceHosts hosts, Bot bot, Supplier<String> references) {
    this.gate = gate;
    this.hosts = hosts;
    this.bot = bot;
    this.references = references;
  }

  /** Where Teams sends it, by its path. */
  public Map<String, Route> routes() {
    return Map.of(PATH, new Route.Posting(this::refusal, this::answer));
  }

  /** Whoever shows nothing that could be a token doesn't get to send a body. */
  private OptionalInt refusal(Incoming incoming) {
    if (!incoming.isType(JSON)) {
      return OptionalInt.of(Answer.WRONG_TYPE);
    }
    return gate.mayShow(incoming) ? OptionalInt.empty() : OptionalInt.of(refuse(NO_TOKEN).status());
  }

  /** Answers; never throws. */
  Answer answer(Incoming incoming) {
    try {
      return guarded(incoming);
    } catch (TooMuch e) {
      return Answer.bare(Answer.UNAVAILABLE);
    } catch (StoreException e) {
      // Whoever pressed something is told to try again, by when the memory may answer.
      return failed(e, Answer.UNAVAILABLE);
    } catch (RuntimeException e) {
      return failed(e, Answer.FAILED);
    }
  }

  private Answer failed(RuntimeException e, int status) {
    LOG.error("request {} failed: {}", references.get(), Faults.describe(e));
    return Answer.bare(status);
  }

  private Answer guarded(Incoming incoming) {
    if (!gate.mayShow(incoming)) {
      return refuse(NO_TOKEN);
    }
    Optional<Arrival> arrival = Activities.read(incoming.body());
    if (arrival.isEmpty()) {
      return refuse(new Verdict.Refused(Answer.BAD_REQUEST, "broken-activity"));
    }
    if (!hosts.allows(arrival.get().serviceUrl())) {
      return refuse(new Verdict.Refused(Answer.FORBIDDEN, "foreign-service-url"));
    }
    return gate.decide(incoming, arrival.get()) instanceof Verdict.Refused verdict
        ? refuse(verdict)
        : bot.turn(arrival.get());
  }

  /** Said seldom: whoever sends thousands must not fill the log. */
  private Answer refuse(Verdict.Refused verdict) {
    long count =
        refused.computeIfAbsent(verdict.code(), code -> new AtomicLong()).incrementAndGet();
    if (Long.toString(count).matches("10*")) {
      LOG.warn(
          "refused because of {}, requests so far: {}.{}",
          verdict.code(),
          count,
          verdict.status() == Answer.UNAUTHORISED ? HINT : "");
    }
    return Answer.bare(verdict.status());
  }
}
