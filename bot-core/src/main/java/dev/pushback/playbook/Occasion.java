package dev.pushback.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be special about a follow-up, so that other words serve; the first that applies wins.
 */
public enum Occasion {
  /** Money that falls due on a day still to come. */
  BEFORE_DUE,
  /** Money that is open after its day. */
  OVERDUE,
  /** They named a day, and it has passed. */
  PROMISED,
  /** An authority or regulator: the named contact only (T-056). */
  AUTHORITY,
  /** A large organisation with procedures (T-076). */
  BUREAUCRACY,
  /** Something to be signed. */
  SIGNATURE,
  /** A yes or a no. */
  APPROVAL,
  /** Dates, figures, names. */
  INFORMATION,
  /** A text they write. */
  DOCUMENT,
  /** Work they do, such as a report or a design. */
  WORK,
  /** Things that are brought. */
  GOODS,
  /** A date on which to meet. */
  MEETING,
  /** A short message, and no e-mail. */
  CHAT;

  /** The name used in files, such as {@code before-due}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The occasion with this id, if there is one. */
  public static Optional<Occasion> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
