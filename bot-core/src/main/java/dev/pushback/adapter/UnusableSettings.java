package dev.pushback.adapter;

import java.util.List;

/** Settings that can't be used; one line for each problem, with the name of the setting. */
public final class UnusableSettings extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** All that is wrong at once. */
  public UnusableSettings(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong and how to mend it. */
  public List<String> problems() {
    return problems;
  }
}
