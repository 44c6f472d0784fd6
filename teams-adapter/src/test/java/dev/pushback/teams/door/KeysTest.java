package dev.pushback.teams.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.teams.FakeMicrosoft;
import dev.pushback.teams.FakeMicrosoft.Reply;
import dev.pushback.teams.SigningKey;
import dev.pushback.testing.TestCoach;
import dev.pushback.web.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When Microsoft is asked for its keys, and what is done while it doesn't answer. */
class KeysTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicLong ticker = new AtomicLong(Long.MAX_VALUE - 5);
  private final FakeMicrosoft microsoft;
  private final Http http = new Http("keys", LONG, LONG);
  private final Keys keys;

  KeysTest() throws IOException {
    microsoft = new FakeMicrosoft(TestCoach.clock());
    keys = new Keys(http, microsoft.metadataUrl(), ticker::get);
  }

  @AfterEach
  void close() {
    microsoft.close();
    http.close();
  }

  private void pass(Duration time) {
    ticker.addAndGet(time.toNanos());
  }

  private boolean knows(String id) {
    return keys.find(id).isPresent();
  }

  @Test
  void warmedUpItAsksNobody() {
    assertThat(keys.warmUp()).isTrue();
    assertThat(keys.find("usual"))
        .hasValueSatisfying(
            key -> {
              assertThat(key.publicKey()).isEqualTo(SigningKey.usual().pair().getPublic());
              assertThat(key.endorsements()).containsExactlyInAnyOrder("msteams", "skype");
            });
    assertThat(microsoft.metadataAsked()).isEqualTo(1);
    assertThat(microsoft.keysAsked()).isEqualTo(1);
  }

  @Test
  void theFirstWhoComesHasThemRead() {
    assertThat(knows("usual")).isTrue();
    assertThat(knows("usual")).isTrue();
    assertThat(microsoft.keysAsked()).isEqualTo(1);
  }

  @Test
  void theyAreKeptADay() {
    keys.warmUp();
    microsoft.publish(SigningKey.usual(), SigningKey.another("new"));
    pass(Keys.KEPT.minusNanos(1));
    assertThat(knows("usual")).isTrue();
    assertThat(microsoft.keysAsked()).isEqualTo(1);

    pass(Duration.ofNanos(1));
    assertThat(knows("usual")).isTrue();
    assertThat(microsoft.keysAsked()).isEqualTo(2);
    assertThat(knows("new")).isTrue();
    assertThat(microsoft.keysAsked()).isEqualTo(2);
  }

  @Test
  void aKeyThatWasTakenBackIsForgotten() {
    keys.warmUp();
    microsoft.publish(SigningKey.another("new"));
    pass(Keys.KEPT);

    assertThat(knows("usual")).isFalse();
    assertThat(knows("new")).isTrue();
  }

  @Test
  void nobodyCanHaveUsAskAtWill() {
    keys.warmUp();
    for (int i = 0; i < 1000; i++) {
      assertThat(knows("unknown-" + i)).isFalse();
    }
    assertThat(microsoft.keysAsked()).isEqualTo(1);

    pass(Keys.PAUSE.minusNanos(1));
    assertThat(knows("unknown")).isFalse();
    assertThat(microsoft.keysAsked()).isEqualTo(1);
    pass(Duration.ofNanos(1));
    for (int i = 0; i < 1000; i++) {
      assertThat(knows("unknown-" + i)).isFalse();
    }
    assertThat(microsoft.keysAsked()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "500, ",
        "503, ",
        "302, {}",
        "404, {}",
        "200, ",
        "200, x",
        "200, null",
        "200, []",
        "200, {}",
        "200, {\"keys\":null}",
        "200, {\"keys\":{}}",
        "200, {\"keys\":[]}",
        "200, {\"keys\":[null`,`7]}",
      })
  void anOutageLeavesWhatIsKnown(int status, String body) {
    keys.warmUp();
    microsoft.answerKeys(Optional.of(Reply.of(status, body == null ? "" : body)));
    pass(Keys.KEPT);

    assertThat(knows("usual")).isTrue();
    assertThat(microsoft.keysAsked()).isEqualTo(2);
    assertThat(knows("unknown")).isFalse();
    assertThat(keys.warmUp()).isFalse();
    assertThat(microsoft.keysAsked()).isEqualTo(3);
    assertThat(knows("usual")).isTrue();
  }

  @Test
  void anOutageIsOverSoonAfterItIsOver() {
    microsoft.answerMetadata(Optional.of(Reply.of(500, "")));
    assertThat(knows("usual")).isFalse();
    assertThat(knows("usual")).isFalse();
    assertThat(microsoft.metadataAsked()).isEqualTo(1);

    microsoft.answerMetadata(Optional.empty());
    pass(Keys.PAUSE_AFTER_FAILURE.minusNanos(1));
    assertThat(knows("usual")).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(knows("usual")).isTrue();
    assertThat(microsoft.metadataAsked()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"jwks_uri\":null}",
        "{\"jwks_uri\":7}",
        "{\"jwks_uri\":\"\"}",
        "{\"jwks_uri\":\"not an address\"}",
        "{\"jwks_uri\":\"/keys\"}",
        "{\"jwks_uri\":\"http://localhost:1/keys\"}",
        "{\"jwks_uri\":\"https://example.com/keys\"}",
        "{\"jwks_uri\":\"http://example.com/keys\"}",
        "{\"jwks_uri\":\"file:///etc/passwd\"}",
        "{\"jwks_uri\":\"https://login.botframework.com/keys\"}",
        "{\"jwks_uri\":\"http://user@127.0.0.1/keys\"}"
      })
  void keysFromElsewhereAreNotBelieved(String metadata) {
    microsoft.answerMetadata(Optional.of(Reply.of(200, metadata)));

    assertThat(keys.warmUp()).isFalse();
    assertThat(microsoft.keysAsked()).isZero();
  }

  /** One downloads; those who know their key go on. */
  @Test
  void whileOneLooksForNewOnesTheOthersTakeWhatTheyHave() throws Exception {
    keys.warmUp();
    pass(Keys.KEPT);
    microsoft.answerKeys(Optional.of(Reply.hanging()));
    ExecutorService others = Executors.newFixedThreadPool(1);
    try {
      CompletableFuture<Boolean> first =
          CompletableFuture.supplyAsync(() -> knows("usual"), others);
      microsoft.awaitHanging();

      assertThat(knows("usual")).isTrue();
      assertThat(first).isNotDone();
      microsoft.close();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void manyWhoComeAtOnceHaveThemReadOnce() throws Exception {
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> knows("usual"), four));
      }
      for (CompletableFuture<Boolean> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(microsoft.keysAsked()).isEqualTo(1);
    } finally {
      four.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://login.botframework.com/x", "ftp://127.0.0.1/x", "/x", "", "http:x"})
  void theMetadataAreReadOverASafeConnection(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Keys(http, address, ticker::get));
  }
}
