package dev.pushback.situation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Predicate;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells whether a text is in another language than English, by Apache OpenNLP. Its model takes most
 * of a second to load, so it is loaded when it is first needed, which is seldom.
 */
public final class LanguageGuess implements Predicate<String> {
  private static final String MODEL = "/langdetect-183.bin";
  private static final String ENGLISH = "eng";

  /**
   * Widely used languages in Latin script; what is none of them and not English either is more
   * likely to be no language at all.
   */
  private static final Set<String> LATIN =
      Set.of(
          "deu", "spa", "fra", "ita", "nld", "por", "pol", "swe", "dan", "nob", "nno", "fin", "ces",
          "slk", "hun", "ron", "tur", "vie", "ind", "msa", "cat", "glg", "hrv", "slv", "est", "lit",
          "lav", "swa", "tgl", "afr", "sqi", "gsw", "bos", "srp", "gle", "cym", "isl", "som", "hau",
          "yor", "zul", "uzb", "aze");

  /** How much likelier than English another language must be; short texts stay well below 2. */
  private static final double SURE = 1.3;

  private static final class Loaded {
    private static final LanguageDetectorModel MODEL_IN_JAR = load();

    private static LanguageDetectorModel load() {
      try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("the language model is missing from the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean test(String text) {
    Language[] languages = new LanguageDetectorME(Loaded.MODEL_IN_JAR).predictLanguages(text);
    double english = 0;
    for (Language language : languages) {
      if (language.getLang().equals(ENGLISH)) {
        english = language.getConfidence();
      }
    }
    return LATIN.contains(languages[0].getLang()) && languages[0].getConfidence() > SURE * english;
  }
}
