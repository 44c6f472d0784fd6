package dev.pushback.teams.door;

import static dev.pushback.teams.door.DoorWorld.activity;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pushback.teams.FakeMicrosoft;
import dev.pushback.teams.SigningKey;
import dev.pushback.teams.TestToken;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in at /api/messages, over real HTTP, and who isn't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationMatrixTest {
  private static final String OTHER_BOT = "0d0d0d0d-9999-4999-8999-999999999999";
  private static final String OTHER_TENANT = "c0c0c0c0-9999-4999-8999-999999999999";
  private static final SigningKey NOT_PUBLISHED = SigningKey.another("not-published");

  private final DoorWorld world;

  AuthenticationMatrixTest() throws IOException {
    world = new DoorWorld();
  }

  @BeforeAll
  void publish() {
    world.microsoft.publish(
        SigningKey.usual(),
        SigningKey.usual().called("bare").notEndorsed(),
        SigningKey.usual().called("none").endorsedFor(),
        SigningKey.usual().called("skype").endorsedFor("skype", "webchat"));
    assertThat(world.keys.warmUp()).isTrue();
  }

  @BeforeEach
  void beginAnew() {
    world.heard.clear();
  }

  @AfterAll
  void close() {
    world.close();
  }

  /** Nothing but the status: not who we are, nor what is wrong with it. */
  private static void isBare(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  private static Arguments row(String what, int status, UnaryOperator<TestToken> change) {
    return Arguments.of(what, status, change);
  }

  Stream<Arguments> tokens() {
    return Stream.of(
        row("as Teams sends it", 202, token -> token),
        row("ended 4 minutes ago", 202, token -> token.claim("exp", at(-240))),
        row("ended 6 minutes ago", 401, token -> token.claim("exp", at(-360))),
        row("no end", 401, token -> token.without("exp")),
        row("an end that is a word", 401, token -> token.claim("exp", "tomorrow")),
        row("an end far beyond time", 401, token -> token.claim("exp", "1e400")),
        row("begins in 4 minutes", 202, token -> token.claim("nbf", at(240))),
        row("begins in 10 minutes", 401, token -> token.claim("nbf", at(600))),
        row("for another bot", 401, token -> token.claim("aud", OTHER_BOT)),
        row("for nobody", 401, token -> token.without("aud")),
        row("for a list of us", 401, token -> token.claim("aud", List.of(FakeMicrosoft.APP))),
        row(
            "for a list with us in it",
            401,
            token -> token.claim("aud", List.of(OTHER_BOT, FakeMicrosoft.APP))),
        row("from nobody", 401, token -> token.without("iss")),
        row("from somebody else", 401, token -> token.claim("iss", "https://example.com")),
        row("nearly the issuer", 401, token -> token.claim("iss", TestToken.ISSUER + "/")),
        row("a list of issuers", 401, token -> token.claim("iss", List.of(TestToken.ISSUER))),
        row(
            "from the government's cloud",
            401,
            token -> token.claim("iss", "https://api.botframework.us")),
        row(
            "a skill token of a foreign bot",
            401,
            token ->
                token
                    .claim("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
                    .claim("ver", "1.0")
                    .claim("appid", OTHER_BOT)),
        row(
            "a newer skill token of a foreign bot",
            401,
            token ->
                token
                    .claim(
                        "iss",
                        "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")
                    .claim("ver", "2.0")
                    .claim("azp", OTHER_BOT)),
        row(
            "from the emulator",
            401,
            token ->
                token
                    .claim("iss", "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")
                    .claim("ver", "1.0")
                    .claim("appid", FakeMicrosoft.APP)),
        row("no service", 401, token -> token.without("serviceurl")),
        row("an empty service", 401, token -> token.claim("serviceurl", "")),
        row(
            "another service",
            401,
            token -> token.claim("serviceurl", "https://smba.trafficmanager.net/amer/")),
        row(
            "the service in capitals, without the slash",
            202,
            token -> token.claim("serviceurl", "https://SMBA.trafficmanager.net/emea")),
        row("a key that isn't published", 401, token -> token.by(NOT_PUBLISHED)),
        row("a foreign key under a known name", 401, token -> token.forgedBy(NOT_PUBLISHED)),
        row("no name of a key", 401, token -> token.withoutHeader("kid")),
        row(
            "a key without endorsements",
            401,
            token -> token.by(SigningKey.usual().called("bare"))),
        row("a key for no channel", 401, token -> token.by(SigningKey.usual().called("none"))),
        row("a key for other channels", 401, token -> token.by(SigningKey.usual().called("skype"))),
        row("RS384", 401, token -> token.algorithm("RS384")),
        row("RS512", 401, token -> token.algorithm("RS512")),
        row("the public key as a secret", 401, token -> token.algorithm("HS256")),
        row("no algorithm", 401, token -> token.algorithm("none")),
        row("an algorithm that isn't said", 401, token -> token.withoutHeader("alg")),
        row("said to be critical", 401, token -> token.header("crit", List.of("x"))));
  }

  private long at(long seconds) {
    return world.clock.instant().getEpochSecond() + seconds;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tokens")
  void aTokenOpensOnlyIfAllOfItIsRight(String what, int status, UnaryOperator<TestToken> change)
      throws IOException {
    isBare(world.post(change.apply(world.token()), activity("message")), status);
    assertThat(world.heard).hasSize(status == 202 ? 1 : 0);
  }

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource({
    "'Bearer ',   202",
    "'bearer ',   202",
    "'BEARER  ',  202",
    "'',          401",
    "'Basic ',    401",
    "'Bearer',    401",
    "'Bearer, ',  401",
    "'Bearer a ', 401",
  })
  void beforeATokenStandsBearer(String before, int status) throws IOException {
    isBare(
        DoorWorld.send(
            world
                .request(activity("message").toString())
                .header("Authorization", before + world.token().text())),
        status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer garbage",
        "Bearer a.b",
        "Bearer a.b.c",
        "Bearer a.b.c.d",
        "Bearer e30.e30.e30",
        "Bearer bnVsbA.bnVsbA.bnVsbA",
        "Bearer eyJhbGciOiJSUzI1NiJ9.W10.e30",
        "Basic dXNlcjpwYXNz"
      })
  void garbageIsRefused(String header) throws IOException {
    isBare(
        DoorWorld.send(
            world.request(activity("message").toString()).header("Authorization", header)),
        401);
    assertThat(world.heard).isEmpty();
  }

  @Test
  void noneAndTwoAreRefusedEvenIfBothAreRight() throws IOException {
    HttpRequest.Builder two =
        world
            .request(activity("message").toString())
            .header("Authorization", world.token().bearer())
            .header("Authorization", world.token().bearer());

    isBare(DoorWorld.send(two), 401);
    isBare(DoorWorld.send(world.request(activity("message").toString())), 401);
    assertThat(world.heard).isEmpty();
  }

  @Test
  void whatComesWithoutATokenIsNotRead() throws IOException {
    isBare(DoorWorld.send(world.request("{")), 401);
    isBare(DoorWorld.send(world.request("{").header("Authorization", world.token().bearer())), 400);
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "/channelId,              ,                                     400",
    "/channelId,              emulator,                             401",
    "/channelId,              webchat,                              401",
    "/channelId,              MSTEAMS,                              401",
    "/serviceUrl,             ,                                     400",
    "/serviceUrl,             not an address,                       400",
    "/serviceUrl,             https://example.com/,                 403",
    "/serviceUrl,             http://smba.trafficmanager.net/emea/, 403",
    "/serviceUrl,             http://169.254.169.254/latest/,       403",
    "/serviceUrl,             https://smba.trafficmanager.net/amer, 401",
    "/serviceUrl,             https://smba.trafficmanager.net/emea, 202",
    "/channelData/tenant/id,  c0c0c0c0-9999-4999-8999-999999999999, 400",
    "/conversation/tenantId,  c0c0c0c0-9999-4999-8999-999999999999, 400",
    "/conversation/tenantId,  ,                                     202",
  })
  void anActivityComesFromWhereTheTokenSays(String where, String value, int status)
      throws IOException {
    ObjectNode activity = activity("message");
    ObjectNode parent = (ObjectNode) activity.at(where.substring(0, where.lastIndexOf('/')));
    String name = where.substring(where.lastIndexOf('/') + 1);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.put(name, value);
    }

    isBare(world.post(activity), status);
    assertThat(world.heard).hasSize(status == 202 ? 1 : 0);
  }

  /** Even with a token that says so. */
  @Test
  void aForeignServiceIsRefusedWhoeverVouchesForIt() throws IOException {
    isBare(
        world.post(
            world.microsoft.token("https://example.com/"),
            activity("message").put("serviceUrl", "https://example.com/")),
        403);
  }

  private static ObjectNode of(String tenant) {
    ObjectNode activity = activity("message");
    activity.withObject("/channelData/tenant").put("id", tenant);
    activity.withObject("/conversation").put("tenantId", tenant);
    return activity;
  }

  @Test
  void aBotOfOneOrganisationServesNoOther() throws IOException {
    isBare(world.post(of(OTHER_TENANT)), 401);
    isBare(world.post(of(FakeMicrosoft.TENANT.toUpperCase(Locale.ROOT))), 202);
  }

  @Test
  void aBotOfManyOrganisationsServesAll() throws IOException {
    try (DoorWorld many = new DoorWorld(Optional.empty(), DoorWorld.LONG)) {
      isBare(many.post(of(OTHER_TENANT)), 202);
    }
  }

  /** The keys of Microsoft change now and then, without a word. */
  @Test
  void aNewKeyIsFoundByItself() throws IOException {
    try (DoorWorld changing = new DoorWorld()) {
      isBare(changing.post(activity("message")), 202);
      changing.microsoft.publish(SigningKey.another("new"));
      changing.pass(Keys.PAUSE);
      isBare(
          changing.post(changing.token().by(SigningKey.another("new")), activity("message")), 202);
      isBare(changing.post(activity("message")), 401);
    }
  }

  @Test
  void whereMicrosoftDoesNotAnswerTheAnswerComesNevertheless() throws IOException {
    try (DoorWorld hanging =
        new DoorWorld(Optional.of(FakeMicrosoft.TENANT), Duration.ofMillis(300))) {
      hanging.microsoft.answerMetadata(Optional.of(FakeMicrosoft.Reply.hanging()));
      isBare(hanging.post(activity("message")), 401);
      assertThat(hanging.microsoft.metadataAsked()).isEqualTo(1);
    }
  }

  /** However many show a key that nobody knows, they keep few threads waiting. */
  @Test
  void whoeverShowsAKnownKeyDoesNotWaitForThoseWhoDoNot() throws Exception {
    try (DoorWorld hanging = new DoorWorld()) {
      hanging.keys.warmUp();
      hanging.pass(Keys.PAUSE);
      hanging.microsoft.answerMetadata(Optional.of(FakeMicrosoft.Reply.hanging()));
      TestToken unknown = hanging.token().by(NOT_PUBLISHED);
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      waiting.add(hanging.sendLater(unknown, activity("message")));
      hanging.microsoft.awaitHanging();
      CountDownLatch refused = new CountDownLatch(36);
      for (int i = 0; i < 39; i++) {
        waiting.add(
            hanging
                .sendLater(unknown, activity("message"))
                .whenComplete((answer, broken) -> refused.countDown()));
      }

      assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
      isBare(hanging.post(activity("message")), 202);
      assertThat(waiting.stream().filter(answer -> !answer.isDone())).hasSize(4);
      hanging.microsoft.close();
      for (CompletableFuture<HttpResponse<String>> answer : waiting) {
        isBare(answer.get(30, TimeUnit.SECONDS), 401);
      }
    }
  }
}
