package dev.pushback.card;

import dev.pushback.script.SendableText;
import java.util.List;

/**
 * A part of a {@link Card}. A block calls its own method of the writer, so that a new kind of block
 * stops every writer from compiling.
 */
public sealed interface Block {
  /** Writes itself. */
  void write(CardWriter writer);

  /** What the coach says. */
  record Text(String text) implements Block {
    /** Checks the limit. */
    public Text {
      CardLimits.text(text);
    }

    @Override
    public void write(CardWriter writer) {
      writer.text(this);
    }
  }

  /**
   * Words to send; the only block that can be copied.
   *
   * @param label what they are for, such as "If they say: our procedure requires it"
   * @param words the words
   */
  record Words(String label, SendableText words) implements Block {
    /** Checks the limits. */
    public Words {
      CardLimits.label(label);
      CardLimits.text(words.words());
    }

    @Override
    public void write(CardWriter writer) {
      writer.words(this);
    }
  }

  /** What somebody else said, as they said it. */
  record Quote(String text) implements Block {
    /** Checks the limit. */
    public Quote {
      CardLimits.text(text);
    }

    @Override
    public void write(CardWriter writer) {
      writer.quote(this);
    }
  }

  /**
   * A short list.
   *
   * @param label what it is about; may be empty
   * @param rows its rows
   */
  record Facts(String label, List<Row> rows) implements Block {
    /** Copies and checks the limits. */
    public Facts {
      CardLimits.label(label);
      rows = CardLimits.rows(rows);
    }

    @Override
    public void write(CardWriter writer) {
      writer.facts(this);
    }
  }

  /**
   * A row of a list.
   *
   * @param name the first word or words; may be empty
   * @param value the rest
   */
  record Row(String name, String value) {
    /** Checks the limits. */
    public Row {
      CardLimits.label(name);
      CardLimits.text(value);
    }
  }

  /** Something said in passing. */
  record Note(String text) implements Block {
    /** Checks the limit. */
    public Note {
      CardLimits.text(text);
    }

    @Override
    public void write(CardWriter writer) {
      writer.note(this);
    }
  }

  /** Commands the person does not have to type. */
  record Buttons(List<Button> buttons) implements Block {
    /** Copies and checks the limit. */
    public Buttons {
      buttons = CardLimits.buttons(buttons);
    }

    @Override
    public void write(CardWriter writer) {
      writer.buttons(this);
    }
  }

  /**
   * A command the person does not have to type.
   *
   * @param label what stands on it
   * @param command what it says; ends with a space where the person has to go on
   */
  record Button(String label, String command) {
    /** Checks the limits. */
    public Button {
      CardLimits.button(label, command);
    }

    /** Whether pressing it is not enough, and the person has to add words. */
    public boolean asksForMore() {
      return command.endsWith(" ");
    }
  }
}
