package dev.pushback.situation;

import dev.pushback.learning.Classifier;
import dev.pushback.learning.ModelFile;
import dev.pushback.learning.SpanTagger;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * All that reading needs to have learned.
 *
 * @param situation a person's message to a {@link Situation}
 * @param kind a message that is no push-back to what it is instead
 * @param objection a partner's message to an {@link Objection}
 * @param quoted a person's message to the objection reported in it
 * @param grievance a combative thought to what it complains about
 * @param wantShape how a {@code want} fits a sentence
 * @param theirsShape how a {@code they_want} fits a sentence
 * @param reasonShape how a {@code reason} fits a sentence
 * @param measures finds amounts and dates
 * @param partner finds the partner
 * @param wishes finds want, they_want and reason
 * @param limit finds the limit in a combative thought
 */
public record ReaderModel(
    Classifier situation,
    Classifier kind,
    Classifier objection,
    Classifier quoted,
    Classifier grievance,
    Classifier wantShape,
    Classifier theirsShape,
    Classifier reasonShape,
    SpanTagger measures,
    SpanTagger partner,
    SpanTagger wishes,
    SpanTagger limit) {

  /** The file's name, in the jar and beside a playbook. */
  public static final String FILE = "reader.model";

  private static final int FORMAT = 0x50420001;

  /** Writes the model. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    ModelFile.write(out, situation);
    ModelFile.write(out, kind);
    ModelFile.write(out, objection);
    ModelFile.write(out, quoted);
    ModelFile.write(out, grievance);
    ModelFile.write(out, wantShape);
    ModelFile.write(out, theirsShape);
    ModelFile.write(out, reasonShape);
    ModelFile.write(out, measures);
    ModelFile.write(out, partner);
    ModelFile.write(out, wishes);
    ModelFile.write(out, limit);
    out.flush();
  }

  /**
   * Reads a model.
   *
   * @throws IOException when it cannot be read, or was made by another version
   */
  public static ReaderModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new IOException(
          "made by another version of pushback; learn it again: ./pushback train");
    }
    return new ReaderModel(
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readTagger(in),
        ModelFile.readTagger(in),
        ModelFile.readTagger(in),
        ModelFile.readTagger(in));
  }
}
