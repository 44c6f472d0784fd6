package dev.pushback.tone;

import dev.pushback.learning.Clues;
import dev.pushback.learning.Detector;
import dev.pushback.learning.ModelFile;
import dev.pushback.learning.Token;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What was learned about tone: how a draft will land, and whether a sentence asks.
 *
 * @param features how texts are looked at
 * @param opinions what they sound like
 * @param harshFrom the harshness from which on a person should look twice
 * @param asking sentences that ask, propose or commit against those that don't
 */
public record ToneModel(
    ToneFeatures features, Opinions opinions, double harshFrom, Detector asking) {
  /** The file's name beside this class. */
  public static final String FILE = "tone.model";

  /** The model's first lines: whose work the weights were learned from. */
  public static final String CREDITS =
      """
      Weights of pushback, learned from these data; the data are not included.
      Stanford Politeness Corpus: Danescu-Niculescu-Mizil, Sudhof, Jurafsky, Leskovec, Potts, 2013; the\
       part from Wikipedia without the English test set of TyDiP; CC BY 4.0.
      Warm and tough offers: Jeong, Minson, Yeomans, Gino, 2019, from the R package politeness; MIT.
      Conversational receptiveness: Yeomans, Minson, Collins, Chen, Gino, 2020; MIT.
      Kinds of incivility: Ehsani and others; MIT.
      EmailIntent, sentences of e-mail: Parakweet; Apache-2.0.
      """;

  /**
   * Loads the model from the class path, in a few milliseconds.
   *
   * @throws IllegalStateException if it isn't there or was learned with other markers
   */
  public static ToneModel load() {
    try (InputStream in = ToneModel.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " isn't in the jar");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if it was learned with other markers
   */
  public static ToneModel read(InputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(bytes));
    in.readUTF();
    ToneFeatures features = new ToneFeatures(Markers.load());
    if (in.readInt() != features.hash()) {
      throw new IllegalStateException(
          "the markers of tone have changed since " + FILE + " was learned; train tone again");
    }
    Opinions opinions =
        new Opinions(
            ModelFile.readDetector(in),
            ModelFile.readDetector(in),
            ModelFile.readDetector(in),
            ModelFile.readDetector(in),
            ModelFile.readDetector(in),
            ModelFile.readDetector(in));
    Detector asking = ModelFile.readDetector(in);
    return new ToneModel(features, opinions, in.readDouble(), asking);
  }

  /** Writes the model, its credits first. */
  public void write(OutputStream bytes) throws IOException {
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(CREDITS);
    out.writeInt(features.hash());
    ModelFile.write(out, opinions.rude());
    ModelFile.write(out, opinions.cold());
    ModelFile.write(out, opinions.uncivil());
    ModelFile.write(out, opinions.impatient());
    ModelFile.write(out, opinions.closed());
    ModelFile.write(out, opinions.unkind());
    ModelFile.write(out, asking);
    out.writeDouble(harshFrom);
    out.flush();
  }

  /** How a text will land. */
  public Impression of(List<Token> tokens) {
    return of(features.of(tokens));
  }

  /** How a text with these clues will land. */
  public Impression of(Clues clues) {
    return opinions.impression(clues, harshFrom);
  }

  /** Probability that a sentence asks, proposes or commits. */
  public double asks(List<Token> sentence) {
    return asks(features.of(sentence));
  }

  /** Probability that a sentence with these clues asks, proposes or commits. */
  public double asks(Clues sentence) {
    return asking.probability(sentence);
  }
}
