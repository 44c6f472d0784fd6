package dev.pushback.situation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import dev.pushback.situation.Screening.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fails at present; move it to ScreeningTest once it is mended. */
class ScreeningRegressionsTest {
  private static final Screening SCREENING = TestKnowledge.get().screening();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ich möchte den Preis senken, aber der Lieferant will nicht",
        "Der Lieferant will die Lieferung früher, wir brauchen aber mehr Zeit",
        "Sie antworten nicht auf meine E-Mails",
        "El proveedor no responde a mis correos y necesito una respuesta",
        "El proveedor quiere subir el precio un diez por ciento a partir de enero y nosotros no"
            + " podemos pagar más. ¿Cómo se lo digo sin que se enfade conmigo y sin perder el"
            + " contrato?",
        "Ils ne répondent pas à mes messages depuis trois semaines",
        "Le fournisseur veut augmenter le prix de dix pour cent à partir de janvier et nous ne"
            + " pouvons pas payer plus. Comment le lui dire poliment sans perdre le contrat ?",
        "De leverancier wil de prijs verhogen en wij kunnen niet meer betalen",
        "Il fornitore vuole aumentare il prezzo",
      })
  void recognisesOtherLanguagesInLatinScript(String text) {
    assertThat(SCREENING.problem(text)).hasValue(Problem.OTHER_LANGUAGE);
  }

  @Test
  void aLinkWithALabelAsSlackWritesItIsOnlyALink() {
    assertThat(SCREENING.problem("<https://example.com|click here>")).hasValue(Problem.ONLY_LINKS);
  }
}
