package dev.pushback.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How classifiers, detectors and taggers are written to one file and read back, in the same order.
 */
public final class ModelFile {
  private ModelFile() {}

  /** Writes a classifier. */
  public static void write(DataOutputStream out, Classifier classifier) throws IOException {
    writeLabels(out, classifier.labels());
    writeBytes(out, classifier.weights());
    out.writeFloat(classifier.scale());
    for (float bias : classifier.bias()) {
      out.writeFloat(bias);
    }
  }

  /** Writes a detector. */
  public static void write(DataOutputStream out, Detector detector) throws IOException {
    writeBytes(out, detector.weights());
    out.writeFloat(detector.scale());
    out.writeFloat(detector.bias());
  }

  /** Writes a tagger. */
  public static void write(DataOutputStream out, SpanTagger tagger) throws IOException {
    writeLabels(out, tagger.labels());
    writeBytes(out, tagger.weights());
    writeBytes(out, tagger.moves());
  }

  /** Reads what {@link #write(DataOutputStream, Classifier)} wrote. */
  public static Classifier readClassifier(DataInputStream in) throws IOException {
    List<String> labels = readLabels(in);
    byte[] weights = in.readNBytes(in.readInt());
    float scale = in.readFloat();
    float[] bias = new float[labels.size()];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = in.readFloat();
    }
    return new Classifier(labels, weights, scale, bias);
  }

  /** Reads what {@link #write(DataOutputStream, Detector)} wrote. */
  public static Detector readDetector(DataInputStream in) throws IOException {
    byte[] weights = in.readNBytes(in.readInt());
    float scale = in.readFloat();
    return new Detector(weights, scale, in.readFloat());
  }

  /** Reads what {@link #write(DataOutputStream, SpanTagger)} wrote. */
  public static SpanTagger readTagger(DataInputStream in) throws IOException {
    List<String> labels = readLabels(in);
    byte[] weights = in.readNBytes(in.readInt());
    byte[] moves = in.readNBytes(in.readInt());
    return new SpanTagger(labels, weights, moves);
  }

  private static void writeLabels(DataOutputStream out, List<String> labels) throws IOException {
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
  }

  private static List<String> readLabels(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      labels.add(in.readUTF());
    }
    return labels;
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
