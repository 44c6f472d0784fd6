package dev.pushback.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The proof that a person was forgotten, or everybody of a workspace.
 *
 * @param erased how many rows of each table were deleted, by the names of the export
 * @param left how many rows of theirs are in each table now; all 0
 * @param searched how many texts of theirs were searched for in the file afterwards; 0 if there is
 *     no file that could be searched
 * @param found how many of them were still there; anything but 0 is a failure
 * @param stopped whether it wasn't begun or not ended since the workspace doesn't leave (any more):
 *     it installed the coach again, and keeps what is left
 */
public record Erasure(
    Map<String, Integer> erased,
    Map<String, Integer> left,
    int searched,
    int found,
    boolean stopped) {

  /** Copies the maps, keeping their order. */
  public Erasure {
    erased = Collections.unmodifiableMap(new LinkedHashMap<>(erased));
    left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
  }

  /** Whether nothing of any person is left. */
  public boolean isComplete() {
    return !stopped && found == 0 && left.values().stream().allMatch(rows -> rows == 0);
  }

  /** How many rows were deleted. */
  public int rows() {
    return erased.values().stream().mapToInt(rows -> rows).sum();
  }
}
