package dev.pushback.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pushback.TestKnowledge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A nudge with nothing in it is told from one that helps. */
class EmptyBumpTest {
  private final EmptyBump bump = new EmptyBump(TestKnowledge.get().playbook());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any news?",
        "Any update?",
        "Hi again, any news?",
        "Just bumping this up your inbox :)",
        "Gentle reminder on the below, so sorry to chase, I know you must be swamped!",
        "Following up on my follow up below. Thanks!",
        "just checking in",
        "Just checking in on the NDA!",
        "Hi Tom, just following up on the contract we sent you last Tuesday, any update?",
        "did you see my mail?",
        "Did you get my email from Monday?",
        "Did you see my message of 3 May?",
        "Hello Ana, have you had a chance to look at the draft?",
        "Friendly reminder :)",
        "Bump.",
        "ping",
        "Circling back on this.",
        "Touching base about the logo",
        "Hi, haven't heard back from you yet.",
        "Still waiting...",
        "Hello? Anyone there?",
        "Just wanted to check in and see how it's going",
        "Resending this in case it got lost",
        "Hi Ms Okafor, I look forward to your reply.",
        "What's the status?",
        "Any progress on the permit?",
        "Could you give me an update when you get a chance?",
        "Quick nudge on the invoice",
        "Where are we on this?",
        "Please let me know, thanks a lot",
        "Sorry to chase, any thoughts on our proposal?",
        "Dear all, a little reminder about my mail of last week. Best, Jo",
        "Have you had time to read it?",
        "Hoping this is on your radar, thanks!",
      })
  void thisAddsNothing(String text) {
    assertThat(bump.in(text)).as(text).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just checking in on the NDA: the printer closes on Friday, so could we have it by Thursday?",
        "Following up on the logo. Which of the two versions shall we print?",
        "Following up: I've attached the form again, filled in.",
        "Hi Tom, following up on the contract. Is anything from us still missing?",
        "A short reminder: the fire marshal comes on Wednesday. Could you send the floor plan by Tuesday?",
        "Did you see my mail? If it's easier, I can ring you at four.",
        "Any news on the permit? If somebody else has the file, who is it?",
        "Any update on the date? We need to book the hall by the 5th.",
        "Hi Ana, I'm planning the next step. On which day can I expect the tour dates?",
        "Following up with one question: do you need a purchase order number from us?",
        "Checking back: would it help if we drafted the letter ourselves?",
        "I know you're busy, so a yes or no is enough: may we use the blue logo?",
        "Just a nudge on invoice 2217: which payment run is it in?",
        "Haven't heard back, so I've moved the workshop to June. Tell me if that's a problem.",
        "Any thoughts? Our board meets on Monday and decides then.",
        "Reminder: I'll send the three versions tonight and we pick one together.",
        "Have you had a chance to look at it? I've shortened it to one page for you.",
        "Touching base about the keys: shall we collect them ourselves?",
        "What's the status of the visa letters, and when is the next committee?",
        "Still waiting for the data, because our audit starts next week.",
        "Bumping this with a new version attached; chapter 2 has changed.",
        "Could you let me know by Thursday? The printer needs two days.",
        "Circling back with what you asked for: here is the breakdown.",
        "Please let me know who signs at your end, and I'll write to them directly.",
        "Following up: no rush, next week is fine for the comments.",
        "Hi Ines, any update on the quote? With 9,000 approved we could order this week.",
        "Quick reminder that the offer ends on 31 May; would you like us to hold it?",
        "Ping on the NDA. Is it with your legal team, or shall I send it to somebody else?",
        "Hello Mr Koh, did you receive my letter? I'd like to know how long a review usually takes.",
        "Could you give me an update on step 3, and tell me what would speed it up?",
        "Thank you for the drawings, they help us a lot.",
        "Can you deliver on Tuesday rather than Thursday?",
        "Invoice 2217 was due on 2 May and I don't see it in our account. When can I expect it?",
        "We'd like to move the kick-off to April. Would that work for you?",
        "",
        "ok",
      })
  void thisAddsSomethingOrIsNoNudge(String text) {
    assertThat(bump.in(text)).as(text).isEmpty();
  }

  @Test
  void theBetterLineSpeaksOfWhatIsWaitedFor() {
    EmptyBump.Finding finding = bump.in("Any news?", Optional.of("signed NDA")).orElseThrow();

    assertThat(finding.better().words()).contains("can I expect the signed NDA");
    assertThat(bump.in("Any news?").orElseThrow().better().blanks())
        .containsExactly("[what you're waiting for]");
    assertThat(finding.found()).isEqualTo("any news");
  }

  @Test
  void theFigureIsQuotedWithItsGrade() {
    assertThat(bump.in("Any news?").orElseThrow().hint().words()).contains("grade D", "0.3", "1.2");
  }

  @Test
  void aBetterLineIsNoEmptyBumpItself() {
    assertThat(bump.in(bump.in("ping").orElseThrow().better().words())).isEmpty();
  }
}
