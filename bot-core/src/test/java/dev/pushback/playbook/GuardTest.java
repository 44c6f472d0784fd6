package dev.pushback.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pushback.TestKnowledge;
import dev.pushback.playbook.Guard.Claim;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person's own words claim, so that nothing unvouched or hurtful slips into a message. */
class GuardTest {
  private final Guard guard = TestKnowledge.get().playbook().guard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my boss wants 15% off                    | boss
          the board must agree first               | boss
          Our CEO is watching this                 | boss
          it's over our budget                     | budget
          we can't afford it                       | budget
          we can’t afford it                       | budget
          a competitor does it for less            | rival
          it's cheaper at the shop next door       | rival
          or else we go elsewhere                  | rival threat
          we'll talk to our lawyer                 | threat
          they are idiots                          | heat
          this is a rip-off                        | heat
          I'm afraid of the talk                   | private
          my boss says the budget is all we have   | boss budget
          MY BOSS SAID NO                          | boss
          """)
  void findsWhatTheWordsClaim(String words, String claims) {
    assertThat(guard.claims(words).stream().map(Claim::id).collect(Collectors.joining(" ")))
        .isEqualTo(claims);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we need the kick-off in April",
        "the room is free from the 10th",
        "a part of it first",
        "the whiteboard and the keyboard",
        "an embossed cover",
        "the cheese platter for 40",
        "a believable date",
        ""
      })
  void looksForWholeWordsOnly(String words) {
    assertThat(guard.claims(words)).isEmpty();
  }

  @Test
  void takesWordsOfThePlaybookAsTheyStandAndNotAsPatterns() {
    Map<Claim, List<String>> words = new EnumMap<>(Claim.class);
    Arrays.stream(Claim.values()).forEach(claim -> words.put(claim, List.of(claim.id())));
    words.put(Claim.HEAT, List.of("b.d"));

    Guard own = new Guard(words);

    assertThat(own.claims("that is b.d")).isEqualTo(Set.of(Claim.HEAT));
    assertThat(own.claims("that is bad")).isEmpty();
  }

  @Test
  void refusesToWatchForNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Guard(Map.of()))
        .withMessage("no words for boss");
  }
}
