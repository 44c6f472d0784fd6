package dev.pushback.script;

import dev.pushback.playbook.Nudges;
import dev.pushback.playbook.Phrase;
import dev.pushback.playbook.Phrases;
import dev.pushback.playbook.Playbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes what the coach brings up by itself. It blames the calendar and nobody, and it never makes
 * anybody feel guilty: being reminded of being ignored hurts. Pure.
 */
public final class NudgeWriter {
  private static final String SOMEBODY = "your contact";
  private static final String SOMETHING = "what you're waiting for";

  private final Nudges nudges;
  private final Wording wording;
  private final FollowUpItem items;

  /**
   * @param playbook the words
   */
  public NudgeWriter(Playbook playbook) {
    this.nudges = playbook.nudges();
    this.wording = new Wording(playbook.shorthand());
    this.items = new FollowUpItem(playbook, wording);
  }

  /** A nudge that stands alone. */
  public CoachText single(NudgeRequest request) {
    return say(nudges.lines(request.kind()).single(), request);
  }

  /** One line of a digest. */
  public CoachText line(NudgeRequest request) {
    return say(nudges.lines(request.kind()).digest(), request);
  }

  /** A digest: the line above it, then one for each, in the order given. */
  public List<CoachText> digest(List<NudgeRequest> requests) {
    List<CoachText> lines = new ArrayList<>();
    String head = requests.isEmpty() ? "none" : requests.size() == 1 ? "one" : "many";
    lines.add(new CoachText(Objects.requireNonNull(nudges.digest().get(head))));
    requests.forEach(request -> lines.add(line(request)));
    return lines;
  }

  /**
   * What stands on a button.
   *
   * @param name ask, answered, came, done, drop, later, park, call, send or why
   */
  public CoachText button(String name) {
    return new CoachText(
        Objects.requireNonNull(nudges.buttons().get(name), () -> "there is no button " + name));
  }

  private CoachText say(Phrases phrases, NudgeRequest request) {
    Map<String, String> words = new HashMap<>();
    words.put("what", items.atHome(request.what()).orElseGet(() -> typed(request.what())));
    words.put(
        "partner",
        wording.tidy(request.partner()).filter(name -> !name.isBlank()).orElse(SOMEBODY));
    put(words, "waiting", request.waited());
    put(words, "usual", request.usual());
    put(words, "promised.when", request.promised().map(Times::bare));
    Phrase phrase =
        phrases
            .choose(words, Composer.seed(request.what() + request.partner(), 0))
            .orElseThrow(() -> new IllegalStateException("there is no nudge to say"));
    return new CoachText(phrase.fill(words));
  }

  /** What can't be named as a thing is quoted, so that the person recognises it. */
  private String typed(String what) {
    return wording.tidy(what).map(said -> "\"" + said + "\"").orElse(SOMETHING);
  }

  private void put(Map<String, String> words, String place, Optional<String> said) {
    said.flatMap(wording::tidy).ifPresent(one -> words.put(place, one));
  }
}
