package dev.pushback.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.pushback.door.Incoming;
import dev.pushback.slack.door.OAuthPages.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Installing the coach with a browser, and all that can go wrong with it. */
class OAuthPagesTest {
  private static DoorWorld world;

  @BeforeAll
  static void open() throws IOException {
    world = new DoorWorld();
  }

  @BeforeEach
  void beginAnew() {
    world.beginAnew();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException {
    return Signed.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.server.port() + path))
            .build(),
        headers);
  }

  /** What Slack gives back: the state that we sent it. */
  private static String state(HttpResponse<String> sent) {
    return sent.headers().firstValue("location").orElseThrow().replaceFirst(".*&state=", "");
  }

  private static String cookie(HttpResponse<String> sent) {
    return sent.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static void isHarmlessPage(HttpResponse<String> page, int status) {
    assertThat(page.statusCode()).isEqualTo(status);
    Map<String, List<String>> headers = page.headers().map();
    assertThat(headers)
        .containsEntry("content-type", List.of("text/html; charset=utf-8"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .doesNotContainKey("server");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body()).doesNotContain("<script", "onerror=", "Exception");
  }

  private void nothingHappened() {
    assertThat(world.exchanged).isEmpty();
    assertThat(world.store.installations().tenants("slack")).containsExactly(DoorWorld.TENANT);
  }

  @Test
  void theCoachIsInstalledInTwoSteps() throws IOException {
    HttpResponse<String> sent = get("/slack/install");

    assertThat(sent.statusCode()).isEqualTo(302);
    String location = sent.headers().firstValue("location").orElseThrow();
    assertThat(URLDecoder.decode(location, StandardCharsets.UTF_8))
        .startsWith(
            "https://slack.com/oauth/v2/authorize?client_id=1.2&scope="
                + String.join(",", OAuthPages.SCOPES)
                + "&state=");
    assertThat(sent.headers().firstValue("set-cookie").orElseThrow())
        .isEqualTo(
            "pushback_state=" + state(sent) + "; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");

    HttpResponse<String> page =
        get("/slack/oauth_redirect?code=c-1&state=" + state(sent), "Cookie", cookie(sent));

    isHarmlessPage(page, 200);
    assertThat(page.body()).contains("Pushback is installed").doesNotContain("xoxb");
    assertThat(page.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(world.exchanged).containsExactly("c-1");
    assertThat(world.store.installations().find("slack:T9"))
        .contains(DoorWorld.installation("slack:T9", "xoxb-nine"));
  }

  /** Java's client sets the host by itself, so this one asks the pages directly. */
  @Test
  void onAPublicAddressTheCookieIsForThatHostAndHttpsOnly() {
    OAuthPages pages =
        new OAuthPages(
            "1.2",
            world.store.oauthStates(),
            () -> new byte[32],
            code -> world.exchange.get(),
            world.store.installations());
    Incoming incoming =
        new Incoming(
            "",
            name -> name.equals("Host") ? List.of("coach.example.com") : List.of(),
            new byte[0],
            false);

    assertThat(pages.install(incoming).headers().get("Set-Cookie"))
        .startsWith("__Host-pushback_state=AAAA")
        .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
  }

  /** What is asked for at a second installation is what the app was made with. */
  @Test
  void theScopesAreThoseOfTheManifest() throws IOException {
    JsonNode manifest =
        new YAMLMapper().readTree(Path.of("../config/slack/manifest.yaml").toFile());
    List<String> scopes = new ArrayList<>();
    manifest
        .path("oauth_config")
        .path("scopes")
        .path("bot")
        .forEach(one -> scopes.add(one.asText()));

    assertThat(OAuthPages.SCOPES).containsExactlyElementsOf(scopes);
    assertThat(manifest.path("oauth_config").path("scopes").path("user")).isEmpty();
  }

  /** 20. */
  @Test
  void aLinkThatWasNotBegunHereIsRefused() throws IOException {
    HttpResponse<String> sent = get("/slack/install");
    String unknown = "A".repeat(43);

    isHarmlessPage(get("/slack/oauth_redirect"), 400);
    isHarmlessPage(get("/slack/oauth_redirect?code=c"), 400);
    isHarmlessPage(get("/slack/oauth_redirect?code=c&state=", "Cookie", "pushback_state="), 400);
    isHarmlessPage(
        get("/slack/oauth_redirect?code=c&state=" + unknown, "Cookie", "pushback_state=" + unknown),
        400);
    isHarmlessPage(
        get("/slack/oauth_redirect?code=c&state=x&state=" + state(sent), "Cookie", cookie(sent)),
        400);
    isHarmlessPage(get("/slack/oauth_redirect?state=" + state(sent), "Cookie", cookie(sent)), 400);
    nothingHappened();
  }

  /** 20. */
  @Test
  void aLinkWorksOnce() throws IOException {
    HttpResponse<String> sent = get("/slack/install");
    String back = "/slack/oauth_redirect?code=c-1&state=" + state(sent);

    isHarmlessPage(get(back, "Cookie", cookie(sent)), 200);
    isHarmlessPage(get(back, "Cookie", cookie(sent)), 400);
    assertThat(world.exchanged).containsExactly("c-1");
  }

  /** 20. */
  @Test
  void aLinkIsTooOldAfterTenMinutes() throws IOException {
    HttpResponse<String> sent = get("/slack/install");
    world.now.set(DoorWorld.NOON.plus(Duration.ofMinutes(10)));

    isHarmlessPage(
        get("/slack/oauth_redirect?code=c&state=" + state(sent), "Cookie", cookie(sent)), 400);
    nothingHappened();
  }

  /** 21, 24: and the one whose it is may still come back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "other=x",
        "pushback_state",
        "pushback_state=",
        "pushback_state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "__Host-pushback_state=STATE",
        "pushback_state=STATE; pushback_state=x"
      })
  void anotherBrowserIsRefused(String cookie) throws IOException {
    HttpResponse<String> sent = get("/slack/install");
    String back = "/slack/oauth_redirect?code=c-1&state=" + state(sent);

    isHarmlessPage(get(back, "Cookie", cookie.replace("STATE", state(sent))), 400);
    nothingHappened();
    isHarmlessPage(get(back, "Cookie", cookie(sent)), 200);
  }

  /** 22. */
  @Test
  void whoSaysNoSeesThatNothingWasKept() throws IOException {
    HttpResponse<String> sent = get("/slack/install");

    HttpResponse<String> page =
        get(
            "/slack/oauth_redirect?error=%3Cscript%3Ealert(1)%3C/script%3E"
                + "&error_description=%3Cscript%3E&state="
                + state(sent),
            "Cookie",
            cookie(sent));

    isHarmlessPage(page, 400);
    assertThat(page.body()).contains("&lt;script&gt;alert(1)", "Nothing was kept");
    nothingHappened();
  }

  /** 23. */
  @Test
  void ifSlackDoesNotFinishItNothingIsKept() throws IOException {
    world.exchange.set(new Exchange.Failed("invalid_code"));
    HttpResponse<String> sent = get("/slack/install");

    HttpResponse<String> page =
        get("/slack/oauth_redirect?code=c-1&state=" + state(sent), "Cookie", cookie(sent));

    isHarmlessPage(page, 502);
    assertThat(page.body()).contains("invalid_code", "Nothing was kept", "/slack/install");
    assertThat(world.store.installations().tenants("slack")).containsExactly(DoorWorld.TENANT);
  }

  /** What doesn't mend itself by beginning again. */
  @ParameterizedTest
  @CsvSource({"whole-organisation, in a single workspace", "token-rotation, token rotation"})
  void whatSlackGaveButCannotBeUsedIsExplained(String code, String remedy) throws IOException {
    world.exchange.set(new Exchange.Failed(code));
    HttpResponse<String> sent = get("/slack/install");

    HttpResponse<String> page =
        get("/slack/oauth_redirect?code=c-1&state=" + state(sent), "Cookie", cookie(sent));

    isHarmlessPage(page, 400);
    assertThat(page.body())
        .contains(remedy, "Nothing was kept", "/slack/install")
        .doesNotContain("Slack didn&#39;t finish it");
    assertThat(world.store.installations().tenants("slack")).containsExactly(DoorWorld.TENANT);
  }

  /** 25. */
  @Test
  void whereToGoBackToIsNotForTheBrowserToSay() throws IOException {
    HttpResponse<String> sent =
        get("/slack/install?redirect_uri=https://evil.example&scope=admin&client_id=9");

    assertThat(sent.headers().firstValue("location").orElseThrow())
        .doesNotContain("evil", "redirect_uri", "admin", "client_id=9");
    HttpResponse<String> page =
        get(
            "/slack/oauth_redirect?redirect_uri=https://evil.example&code=c-1&state=" + state(sent),
            "Cookie",
            cookie(sent));
    isHarmlessPage(page, 200);
    assertThat(page.body()).doesNotContain("evil");
  }

  @Test
  void nothingIsPostedHere() throws IOException {
    for (String path : List.of("/slack/install", "/slack/oauth_redirect", "/healthz")) {
      assertThat(
              Signed.send(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + world.server.port() + path))
                          .POST(HttpRequest.BodyPublishers.noBody())
                          .build())
                  .statusCode())
          .isEqualTo(405);
    }
  }
}
