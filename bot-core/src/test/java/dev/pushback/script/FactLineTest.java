package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place of a line a fact can fill, by the shape of the person's words. */
class FactLineTest {
  private final FactLine factLine =
      new FactLine(
          TestKnowledge.get().reader(),
          new Wording(TestKnowledge.get().playbook().shorthand()),
          TestKnowledge.get().playbook().guard(),
          TestKnowledge.get().playbook().lexicon());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8,000                            | fact:sum  | 8,000
          £8,000                           | fact:sum  | £8,000
          Friday 3 May                     | fact:when | Friday 3 May
          we have 8,000 for it this year   | fact:says | We have 8,000 for it this year.
          the doors open on 3 May          | fact:noun | the doors open on 3 May
          the fair opens on 3 may          | fact:says | The fair opens on 3 may.
          to close the books in march      | fact:noun | to close the books in March
          a grant with a fixed end         | fact:noun | a grant with a fixed end
          """)
  void aFactFillsThePlaceThatFitsItsShape(String fact, String place, String words) {
    assertThat(factLine.fit("budget", fact)).isEqualTo(Map.of(place, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Miller asked for £7,500       | £7,500
          7,500                         | 7,500
          """)
  void ofAnotherVendorsQuoteOnlyTheAmountIsTaken(String fact, String sum) {
    assertThat(factLine.fit("quote", fact)).isEqualTo(Map.of("fact:sum", sum));
  }

  @Test
  void aQuoteWithoutAnAmountFillsNothing() {
    assertThat(factLine.fit("quote", "Miller, who is cheaper")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15% off                        | fact:noun | 15% off
          she wants 15% off              | fact:noun | 15% off
          my boss expects a discount     | fact:noun | a discount
          to finish in may               | fact:do   | finish in may
          us to wait                     | fact:do   | wait
          peace                          | fact:noun | this: peace
          """)
  void aBosssWishIsAThingOrADeed(String wish, String place, String words) {
    assertThat(factLine.fitWish(wish)).isEqualTo(Map.of(place, words));
  }

  @ParameterizedTest
  @CsvSource({"<b>", "😀"})
  void whatCannotBeSaidFillsNothing(String fact) {
    assertThat(factLine.fit("budget", fact)).isEmpty();
    assertThat(factLine.fitWish(fact)).isEmpty();
  }
}
