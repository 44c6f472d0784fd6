package dev.pushback.tracking;

import dev.pushback.situation.Slot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form that the help teaches: "the signed NDA with Rivera by Friday". Where a request has it,
 * and "with" or "from" stands in it only once, the form tells what and who better than what was
 * learned from requests of every form.
 */
final class UsualForm {
  private static final Pattern FORM =
      Pattern.compile(
          "(?is)^\\s*(\\S.{1,150}?)\\s+(?:with|from)\\s+(.{2,120}?)(?=\\s+(?:by|before|until|till|due|since|no"
              + " later|at the latest|within|on|in \\d)\\b|\\s*[,;(!?]|\\.\\s|\\.?$|\\s+[–-]\\s)");
  private static final Pattern WITH = Pattern.compile("(?i)\\b(?:with|from)\\b");

  private UsualForm() {}

  /** What is waited for, and from whom. */
  record Parts(Slot what, Slot partner) {}

  /** The parts, if the text has this form. */
  static Optional<Parts> of(String text) {
    Matcher form = FORM.matcher(text);
    boolean once = WITH.matcher(text).results().limit(2).count() == 1;
    return once && form.find()
        ? Optional.of(new Parts(slot(form, 1), slot(form, 2)))
        : Optional.empty();
  }

  private static Slot slot(Matcher form, int group) {
    return new Slot(form.group(group), form.start(group), form.end(group));
  }
}
