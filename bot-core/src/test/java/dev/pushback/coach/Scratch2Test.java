package dev.pushback.coach;

import dev.pushback.TestKnowledge;
import dev.pushback.situation.*;
import dev.pushback.situation.SituationReader.SlotKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@SuppressWarnings("all")
class Scratch2Test {
  @Test
  void shapes() throws Exception {
    StringBuilder out = new StringBuilder();
    SituationReader reader = TestKnowledge.get().reader();
    for (String form : Files.readString(Path.of("/tmp/forms-scratch.txt")).split("\n---\n", -1)) {
      dev.pushback.card.Answers a = dev.pushback.card.Answers.read(form.strip());
      String why = a.get("why");
      if (why.isEmpty()) continue;
      for (String v : new String[] {"\nBecause %s\n", "\nThe reason: %s\n", ". %s.\n", ", because %s.\n", " because %s.\n"}) {
        String text = "We want " + a.get("want") + v.formatted(why) + "They wrote: \"" + a.get("their") + "\"";
        Reading r = reader.read(text);
        int start = text.indexOf(why);
        Slot slot = new Slot(why, start, start + why.length());
        out.append(reader.shape(SlotKind.REASON, slot, r)).append(" ").append(r.situation()).append(" ").append("%.2f".formatted(r.confidence())).append(" | ");
      }
      out.append(why).append("\n");
    }
    Path unused = Files.writeString(Path.of("/tmp/forms-scratch2.out"), out);
  }
}
