package dev.pushback.coach;

import dev.pushback.card.Card;
import dev.pushback.card.TextCardWriter;
import dev.pushback.chat.Utterance;
import dev.pushback.people.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@SuppressWarnings("all")
class ScratchTest {
  @Test
  void scripts() throws Exception {
    StringBuilder out = new StringBuilder();
    int n = 0;
    for (String form : Files.readString(Path.of("/tmp/forms-scratch.txt")).split("\n---\n", -1)) {
      Person p = new Person("x", "p" + n++);
      Card c = TestCoach.fresh().reply(new Utterance(p, "facts\n" + form.strip())).card();
      String t = TextCardWriter.write(c, 110, false);
      dev.pushback.card.Answers a = dev.pushback.card.Answers.read(form.strip());
      String text = new Told(a.get("want"), a.get("why"), a.get("their")).text();
      dev.pushback.situation.Reading r = Readings.read(dev.pushback.TestKnowledge.get().reader(), text);
      out.append("** ").append(text.replace("\n", " / ")).append("\n** ").append(r.situation()).append(" ").append(r.confidence()).append(" ").append(r.objection()).append(" ").append(r.slots()).append("\n** raw ").append(dev.pushback.TestKnowledge.get().reader().read(text).slots()).append("\n");
      int cut = t.indexOf("If they say");
      if (cut < 0) cut = t.indexOf("Why it works");
      out.append("#### ").append(n).append('\n').append(form.strip()).append("\n==>\n").append(cut < 0 ? t : t.substring(0, cut)).append("\n");
    }
    Path unused = Files.writeString(Path.of("/tmp/forms-scratch.out"), out);
  }
}
