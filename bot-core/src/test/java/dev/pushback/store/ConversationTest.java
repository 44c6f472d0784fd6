package dev.pushback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.people.Person;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place where one person alone reads. */
class ConversationTest {
  private static Conversation of(String id, String url, String type) {
    return new Conversation(
        "teams:t1",
        "ada",
        id,
        URI.create(url),
        "28:bot",
        "29:ada",
        type,
        StoreContract.NOON,
        Optional.empty());
  }

  @ParameterizedTest(name = "a {2} one, {0}, at {1}")
  @CsvSource({
    "19:many@thread.tacv2, https://smba.example/, channel",
    "19:many@unq.gbl.spaces, https://smba.example/, groupChat",
    "a:1, https://smba.example/, ''",
    "a:1, https://smba.example/, Personal",
    "'', https://smba.example/, personal",
    "' ', https://smba.example/, personal",
    "a:1, '', personal",
    "a:1, /v3, personal",
    "a:1, mailto:ada@example.org, personal"
  })
  void nothingElseIsKept(String id, String url, String type) {
    assertThatIllegalArgumentException().isThrownBy(() -> of(id, url, type));
  }

  @Test
  void nobodyIsInItsWords() {
    Conversation one = of("a:1", "https://smba.example/emea/", "personal");
    assertThat(one.person()).isEqualTo(new Person("teams:t1", "ada"));
    assertThat(one).hasToString("conversation in teams:t1");
  }
}
