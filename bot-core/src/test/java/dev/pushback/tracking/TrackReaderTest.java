package dev.pushback.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.TestTexts;
import dev.pushback.situation.Slot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to track something, as people put them. */
class TrackReaderTest {
  private final TrackReader reader = TestKnowledge.get().followUps().get().track();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          track the signed contract with Dune Logistics by 31 March    ; signed contract ; Dune Logistics ; 31 March      ; they-owe
          TRACK THE SIGNED CONTRACT WITH DUNE LOGISTICS BY FRIDAY      ; SIGNED CONTRACT ; DUNE LOGISTICS ; FRIDAY        ; they-owe
          waiting for the invoice from Acme, they said friday          ; invoice         ; Acme           ; friday        ; they-owe
          keep an eye on the visa letters from the consulate in Accra, due 20 Feb ; visa letters ; consulate in Accra ; 20 Feb ; they-owe
          I owe Rivera the floor plan by Friday                        ; floor plan      ; Rivera         ; Friday        ; you-owe
          we promised Rivera the numbers by Monday                     ; numbers         ; Rivera         ; Monday        ; you-owe
          """)
  void itFindsWhatAndWhoAndWhen(
      String text, String what, String partner, String due, String direction) {
    TrackReading reading = reader.read(text);

    assertThat(reading.what().map(Slot::text)).contains(what);
    assertThat(reading.partner().map(Slot::text)).contains(partner);
    assertThat(reading.due().map(Slot::text)).contains(due);
    assertThat(reading.direction().id()).isEqualTo(direction);
  }

  @Test
  void theDateOfTheReminderIsToldFromTheDateItIsDue() {
    TrackReading reading =
        reader.read("Sable Catering confirms the price by 20 May, remind me two days before");

    assertThat(reading.due().map(Slot::text)).contains("20 May");
    assertThat(reading.remind().map(Slot::text)).contains("two days before");
  }

  @Test
  void theOnlyDateIsTheOneItIsDueEvenIfItIsAReminder() {
    TrackReading reading = reader.read("remind me thursday to chase Tanaka Seiki for the quote");

    assertThat(reading.due().map(Slot::text)).contains("thursday");
    assertThat(reading.remind()).isEmpty();
  }

  @Test
  void aPartnerOfThreeThousandLettersIsNoName() {
    TrackReading reading = reader.read("track the report with " + "A".repeat(3000) + " by friday");

    assertThat(reading.partner()).isEmpty();
    assertThat(reading.due().map(Slot::text)).contains("friday");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🙂", "track", "???", "合同 星期五", "by never", "(((", "—"})
  void nothingThatIsSaidThrows(String text) {
    assertThat(reader.read(text).kind()).isNotBlank();
  }

  @Test
  void everySlotIsAPartOfTheText() {
    for (String text : TestTexts.evaluation("followups")) {
      TrackReading reading = reader.read(text);
      List<Slot> slots =
          Stream.of(
                  reading.what(),
                  reading.partner(),
                  reading.due(),
                  reading.remind(),
                  reading.channel())
              .flatMap(Optional::stream)
              .toList();
      assertThat(slots)
          .as(text)
          .isNotEmpty()
          .allMatch(slot -> text.substring(slot.start(), slot.end()).equals(slot.text()));
    }
  }
}
