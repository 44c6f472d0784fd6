package dev.pushback.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tagger learns from a handful of sentences which words are a date and which an amount. */
class TaggerTrainerTest {
  private static final List<String> LABELS = List.of("amount", "date");

  /** Dates stand in round brackets, amounts in square ones. */
  private static final List<String> SENTENCES =
      List.of(
          "they want it in (March)",
          "we need it in (early May)",
          "the fee is [500 euros]",
          "they ask for [2,000 euros] by (June)",
          "it was due in (late April)",
          "we can pay [900 euros] in (May)",
          "they do not answer",
          "the work is poor");

  private static final Pattern MARKED = Pattern.compile("[(\\[]([^)\\]]+)[)\\]]");
  private static final TokenFeatures FEATURES = new TokenFeatures(Lexicon.of(Map.of()));

  private final SpanTagger tagger = train();

  private static SpanTagger train() {
    return new TaggerTrainer(8)
        .train(
            SENTENCES.stream().map(TaggerTrainerTest::example).toList(),
            LABELS,
            TokenFeatures.BITS);
  }

  private static TaggerTrainer.Example example(String marked) {
    String text = text(marked);
    List<Token> tokens = Token.of(text);
    List<Span> spans = new ArrayList<>();
    Matcher matcher = MARKED.matcher(marked);
    while (matcher.find()) {
      int start = text(marked.substring(0, matcher.start())).length();
      String label = marked.charAt(matcher.start()) == '(' ? "date" : "amount";
      spans.add(new Span(label, start, start + matcher.group(1).length()));
    }
    return new TaggerTrainer.Example(tokens, FEATURES.of(tokens, ""), spans);
  }

  private static String text(String marked) {
    return marked.replaceAll("[()\\[\\]]", "");
  }

  private static Stream<String> found(SpanTagger tagger, String text) {
    List<Token> tokens = Token.of(text);
    return tagger.spans(tokens, FEATURES.of(tokens, "")).stream()
        .map(span -> span.label() + " " + span.in(text));
  }

  @Test
  void findsWhatItWasTaught() {
    for (String marked : SENTENCES) {
      TaggerTrainer.Example example = example(marked);

      assertThat(tagger.spans(example.tokens(), example.features()))
          .as(marked)
          .isEqualTo(example.spans());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          we want it in August                  | date August
          the fee is 750 euros                  | amount 750 euros
          we can pay 100 euros in early October | amount 100 euros, date early October
          they do not work                      | ''
          """)
  void findsWhatIsSimilar(String text, String spans) {
    assertThat(String.join(", ", found(tagger, text).toList())).isEqualTo(spans);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(tagger.spans(List.of(), new int[0][])).isEmpty();
  }

  @Test
  void learnsTheSameTwice() throws IOException {
    assertThat(file(train())).isEqualTo(file(tagger));
  }

  @Test
  void comesBackFromAFileAsItWas() throws IOException {
    byte[] file = file(tagger);

    SpanTagger read = ModelFile.readTagger(new DataInputStream(new ByteArrayInputStream(file)));

    assertThat(read.labels()).isEqualTo(LABELS);
    assertThat(file(read)).isEqualTo(file);
    assertThat(found(read, "pay 500 euros in June").toList())
        .isEqualTo(found(tagger, "pay 500 euros in June").toList());
  }

  @Test
  void refusesWeightsThatDoNotFitItsLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpanTagger(LABELS, new byte[10], new byte[29]))
        .withMessage("weights do not fit 5 tags");
  }

  @Test
  void aSpanHoldsAtLeastOneSign() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span("date", 3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span("date", -1, 3));
  }

  private static byte[] file(SpanTagger tagger) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(new DataOutputStream(bytes), tagger);
    return bytes.toByteArray();
  }
}
