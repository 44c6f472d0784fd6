package dev.pushback.tone;

import dev.pushback.learning.Classifier;
import dev.pushback.learning.ModelFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was learned from labelled drafts: for each role, whether a sentence has it.
 *
 * @param roles a classifier for each role, with the labels {@code no} and {@code yes}
 */
public record DraftModel(Map<Role, Classifier> roles) {
  /** The file it is kept in. */
  public static final String FILE = "draft.model";

  /** Table size as a power of two. */
  public static final int BITS = 15;

  /** The label of a sentence that has the role. */
  public static final String YES = "yes";

  /** The label of a sentence that hasn't. */
  public static final String NO = "no";

  private static final int FORMAT = 0x50424431;

  /** Copies, and checks that nothing is missing. */
  public DraftModel {
    roles = Map.copyOf(roles);
    if (roles.size() != Role.values().length) {
      throw new IllegalArgumentException("a role is missing");
    }
    for (Classifier classifier : roles.values()) {
      if (!classifier.labels().contains(YES)
          || classifier.weights().length != classifier.labels().size() << BITS) {
        throw new IllegalArgumentException("not learned from drafts by this version");
      }
    }
  }

  /**
   * The weights of all roles side by side, so that each bucket is looked up once for all of them.
   */
  @SuppressWarnings("ArrayRecordComponent") // a table that is never shown outside
  record Table(List<Role> roles, byte[] weights, float[] scales) {

    /** The probability of each role for a sentence with these features. */
    Map<Role, Double> probabilities(int[] buckets) {
      int count = roles.size();
      int[] sums = new int[count];
      for (int bucket : buckets) {
        int row = bucket * count;
        for (int role = 0; role < count; role++) {
          sums[role] += weights[row + role];
        }
      }
      double norm = buckets.length == 0 ? 0 : 1 / Math.sqrt(buckets.length);
      Map<Role, Double> probabilities = new EnumMap<>(Role.class);
      for (int role = 0; role < count; role++) {
        // What speaks for it speaks as much against the other label.
        double logOdds = 2 * sums[role] * scales[role] * norm;
        probabilities.put(roles.get(role), 1 / (1 + Math.exp(-logOdds)));
      }
      return probabilities;
    }
  }

  /** The same as one table. */
  Table table() {
    List<Role> all = List.of(Role.values());
    byte[] weights = new byte[all.size() << BITS];
    float[] scales = new float[all.size()];
    for (int role = 0; role < all.size(); role++) {
      Classifier classifier = Objects.requireNonNull(roles.get(all.get(role)));
      int labels = classifier.labels().size();
      int yes = classifier.labels().indexOf(YES);
      for (int bucket = 0; bucket < 1 << BITS; bucket++) {
        weights[bucket * all.size() + role] = classifier.weights()[bucket * labels + yes];
      }
      scales[role] = classifier.scale();
    }
    return new Table(all, weights, scales);
  }

  /** Writes it. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(FORMAT);
    for (Role role : Role.values()) {
      ModelFile.write(data, Objects.requireNonNull(roles.get(role)));
    }
    data.flush();
  }

  /** Reads what {@link #write} wrote. */
  public static DraftModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    if (data.readInt() != FORMAT) {
      throw new IOException(
          "made by another version of pushback; learn it again: ./pushback train");
    }
    Map<Role, Classifier> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(role, ModelFile.readClassifier(data));
    }
    return new DraftModel(roles);
  }

  /**
   * Reads the model that comes with the program.
   *
   * @throws IOException when it is missing or cannot be read
   */
  public static DraftModel builtIn() throws IOException {
    InputStream in = DraftModel.class.getResourceAsStream("/" + FILE);
    if (in == null) {
      throw new IOException("is missing from the program; build it again");
    }
    try (in) {
      return read(in);
    }
  }
}
