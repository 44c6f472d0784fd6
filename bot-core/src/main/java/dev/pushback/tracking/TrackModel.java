package dev.pushback.tracking;

import dev.pushback.learning.Classifier;
import dev.pushback.learning.ModelFile;
import dev.pushback.learning.SpanTagger;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * All that reading a request to track needs to have learned. It has a file of its own, so that a
 * question that tracks nothing does not wait for it.
 *
 * @param kind the text, and where the partner stands in it, to the kind of partner
 * @param direction the text to who owes
 * @param slots finds what, due, remind and channel
 * @param partner finds the partner
 */
public record TrackModel(
    Classifier kind, Classifier direction, SpanTagger slots, SpanTagger partner) {

  /** The file's name, in the jar and beside a playbook. */
  public static final String FILE = "tracking.model";

  private static final int FORMAT = 0x50425401;

  /** Writes the model. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    ModelFile.write(out, kind);
    ModelFile.write(out, direction);
    ModelFile.write(out, slots);
    ModelFile.write(out, partner);
    out.flush();
  }

  /**
   * Reads a model.
   *
   * @throws IOException when it cannot be read, or was made by another version
   */
  public static TrackModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new IOException(
          "made by another version of pushback; learn it again: ./pushback train");
    }
    return new TrackModel(
        ModelFile.readClassifier(in),
        ModelFile.readClassifier(in),
        ModelFile.readTagger(in),
        ModelFile.readTagger(in));
  }

  /**
   * Reads the model that comes with the program.
   *
   * @throws IOException when it is missing or cannot be read
   */
  public static TrackModel builtIn() throws IOException {
    InputStream in = TrackModel.class.getResourceAsStream("/" + FILE);
    if (in == null) {
      throw new IOException("is missing from the program; build it again");
    }
    try (InputStream buffered = new BufferedInputStream(in)) {
      return read(buffered);
    }
  }
}
