package dev.pushback.playbook;

import java.util.List;

/**
 * What a message gets that is no push-back.
 *
 * @param title a few words
 * @param cites techniques or sources
 * @param say the answer
 */
public record Notice(String title, List<String> cites, String say) {
  /** Checks that something is said. */
  public Notice {
    Checks.present("title", title);
    Checks.present("say", say);
    cites = Checks.cites(cites);
  }
}
