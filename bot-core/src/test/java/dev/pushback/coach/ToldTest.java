package dev.pushback.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.situation.Reading;
import dev.pushback.situation.Slot;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text made of fields holds the person's own words, and can be taken apart again. */
class ToldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          the kick-off in April | -                   | -                    | We want the kick-off in April.
          pay in 45 days        | -                   | -                    | We want to pay in 45 days.
          We need April         | -                   | -                    | We need April.
          could we have April?  | -                   | -                    | Could we have April?
          April                 | we're still hiring. | -                    | We want April./Because we're still hiring.
          April                 | because of Easter   | February             | We want April./Because of Easter./They want February
          -                     | -                   | they say it's fixed  | They say it's fixed
          August                | -                   | it moves to 30 May   | We want August./They wrote: "it moves to 30 May"
          10% off               | -                   | Our price is firm.   | We want 10% off./They wrote: "Our price is firm."
          -                     | Easter              | "No", and "never".   | Because Easter./They wrote: ""No", and "never"."
          """)
  void eachPartStandsOnItsOwnLine(String want, String why, String their, String text) {
    Told told = new Told(given(want), given(why), given(their));

    assertThat(told.text().strip().replace('\n', '/')).isEqualTo(text);
    assertThat(Told.in(told.text()).map(Told::text)).contains(told.text());
    assertThat(Told.in(told.text()).map(Told::their).map(words -> words.toLowerCase(Locale.ROOT)))
        .contains(told.their().toLowerCase(Locale.ROOT));
  }

  private static String given(String words) {
    return Optional.ofNullable(words).orElse("");
  }

  @Test
  void aMessageOfSeveralLinesComesBackAsItWas() {
    Told told = new Told("a \"yes\"", "", "Dear Ada,\nWe want more.\nBecause we can.\n\nBest");

    assertThat(Told.in(told.text())).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They'd like the kick-off in February, we need April",
        "We want 10% off.",
        "Because of them we lost a week.\nThey wrote: \"no\""
      })
  void whatSomebodyTypedIsNotTakenApart(String typed) {
    assertThat(Told.in(typed)).isEmpty();
  }

  @Test
  void whatTheyWroteIsNeverTakenForWhatThePersonWants() {
    String text =
        new Told("", "", "We want 4,000 euros more, because our costs went up. Please confirm.")
            .text();

    Reading reading = Readings.read(TestKnowledge.get().reader(), text);

    assertThat(reading.slots().want()).isEmpty();
    assertThat(reading.slots().reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "August, integration moves to 30 September, schedule-sooner",
    "the delivery in January, the delivery in November, schedule-later",
    "the kick-off in April, February, schedule-later"
  })
  void whoWantsItSoonerIsToldByTheMonths(String want, String their, String situation) {
    Reading reading = Readings.read(TestKnowledge.get().reader(), new Told(want, "", their).text());

    assertThat(reading.situation().id()).isEqualTo(situation);
  }

  @Test
  void whatIsOnlyWantedIsNoReason() {
    Reading reading =
        Readings.read(
            TestKnowledge.get().reader(),
            "they won't give us the documents until we sign for 2 years. we only want 1 year");

    assertThat(reading.slots().want().map(Slot::text)).contains("1 year");
    assertThat(reading.slots().reason()).isEmpty();
  }

  @Test
  void whatThePersonWantsAndWhyIsTakenWhole() {
    String text =
        new Told("we'd like to pay in 45 days", "our donor pays monthly", "Net 15, please.").text();

    Reading reading = Readings.read(TestKnowledge.get().reader(), text);

    assertThat(reading.slots().want().map(Slot::text)).contains("pay in 45 days");
    assertThat(reading.slots().reason().map(Slot::text)).contains("our donor pays monthly");
  }
}
