package dev.pushback.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.partner.Concession.Direction;
import dev.pushback.partner.Concession.Size;
import dev.pushback.partner.Concession.Weight;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was got or given, as people write it, and what is usual in which trade. */
class ConcessionReaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  private final ConcessionReader reader = new ConcessionReader(TestKnowledge.get().playbook());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # text                                  | kind        | partner            | who  | what                         | sort        | weight
          got 10% off the room rate               | vendor      | the Grand Hotel    | GOT  | 10% off the room rate        | discount    | STANDARD
          they gave us 40% off the rooms          | vendor      | the Grand Hotel    | GOT  | 40% off the rooms            | discount    | SPECIAL
          they threw in free breakfast            | vendor      | hotel              | GOT  | threw in free breakfast      | extra       | STANDARD
          got 10% off the list price              | vendor      | Acme               | GOT  | 10% off the list price       | discount    | STANDARD
          got 30% off the list price              | vendor      | Acme               | GOT  | 30% off the list price       | discount    | SPECIAL
          waived the setup fee                    | vendor      | hosting provider   | GOT  | waived the setup fee         | discount    | STANDARD
          They gave us 2 extra users              | vendor      | software provider  | GOT  | 2 extra users                | extra       | STANDARD
          got one extra round                     | agency      | Studio Blau        | GOT  | one extra round              | extra-round | STANDARD
          got 20% off the day rate                | agency      | Studio Blau        | GOT  | 20% off the day rate         | discount    | SPECIAL
          they moved us up in the print queue     | vendor      | printer            | GOT  | moved us up in the print queue | speed     | SPECIAL
          they agreed to net 45                   | client      | Hartono            | GOT  | agreed to net 45             | terms       | SPECIAL
          gave two weeks' notice                  | vendor      | hotel              | GAVE | two weeks' notice            | notice      | SPECIAL
          we paid 50% upfront                     | vendor      | printer            | GAVE | paid 50% upfront             | money       | SPECIAL
          we agreed to their template             | partner-org | museum             | GAVE | agreed to their template     | flexibility | STANDARD
          Gave them a reference.                  | agency      | Studio Blau        | GAVE | a reference                  | reference   | SPECIAL
          we booked 40 rooms for two years        | vendor      | hotel              | GAVE | booked 40 rooms for two years | volume     | STANDARD
          got an extension of ten days            | government  | tax office         | GOT  | an extension of ten days     | date        | STANDARD
          """)
  void aGuess(
      String text,
      String kind,
      String partner,
      Direction direction,
      String what,
      String sort,
      Weight weight) {
    Concession guess = reader.guess(text, kind, partner, DAY).orElseThrow();

    assertThat(guess.direction()).isEqualTo(direction);
    assertThat(guess.what()).isEqualTo(what);
    assertThat(guess.kind()).isEqualTo(sort);
    assertThat(guess.weight()).isEqualTo(weight);
    assertThat(guess.on()).isEqualTo(DAY);
  }

  @Test
  void aReasonIsKeptApart() {
    Concession guess =
        reader
            .guess("got 12.5% off the rooms because we booked forty", "vendor", "hotel", DAY)
            .orElseThrow();

    assertThat(guess.what()).isEqualTo("12.5% off the rooms");
    assertThat(guess.reason()).contains("we booked forty");
    assertThat(guess.size()).isEqualTo(Size.percent(12.5));
  }

  @Test
  void theGuessCanBeCorrected() {
    Concession guess = reader.guess("got 10% off the rooms", "vendor", "hotel", DAY).orElseThrow();

    assertThat(guess.withWeight(Weight.SPECIAL).weight()).isEqualTo(Weight.SPECIAL);
    assertThat(guess.withCost(Concession.Cost.HIGH).cost()).isEqualTo(Concession.Cost.HIGH);
  }

  @Test
  void whatTellsNeitherOfGettingNorOfGivingIsNotGuessed() {
    assertThat(reader.guess("no idea", "vendor", "hotel", DAY)).isEmpty();
    assertThat(reader.guess("10% off the rooms", "vendor", "hotel", DAY)).isEmpty();
  }

  @Test
  void anUnknownKindOfPartnerHasNothingUsual() {
    assertThat(reader.guess("got 1% off the price", "unheard-of", "", DAY))
        .map(Concession::weight)
        .isEqualTo(Optional.of(Weight.SPECIAL));
  }
}
