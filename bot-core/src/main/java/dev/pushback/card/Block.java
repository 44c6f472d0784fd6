package dev.pushback.card;

import dev.pushback.script.SendableText;
import java.util.List;
import java.util.regex.Pattern;

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

  /**
   * Words the person has to add before a command can be carried out. Where there are no fields to
   * fill in, as in a terminal, the person types the command with the words behind it.
   *
   * @param command the verb, and an id if it needs one; never ends with a space
   * @param submit what stands on the button that sends it
   * @param fields what to fill in
   * @see Answers
   */
  record Form(String command, String submit, List<Field> fields) implements Block {
    /** Copies and checks the limits; no two fields have the same name. */
    public Form {
      CardLimits.button(submit, command);
      fields = CardLimits.fields(fields);
    }

    @Override
    public void write(CardWriter writer) {
      writer.form(this);
    }
  }

  /**
   * Something to fill in.
   *
   * @param name as {@link Answers} writes it: one word in lower case, or empty for the only field
   *     whose words simply follow the command
   * @param label what it asks for
   * @param hint how to fill it in; may be empty
   * @param kind what it looks like
   * @param required whether the form can't be sent without it
   * @param initial what stands in it at first: words, or the value of an option; may be empty
   */
  record Field(
      String name, String label, String hint, Kind kind, boolean required, String initial) {
    private static final Pattern NAME = Pattern.compile("[a-z]{0,20}");

    /** Checks the name and the limits. */
    public Field {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a field: " + name);
      }
      CardLimits.label(label);
      CardLimits.label(hint);
      CardLimits.initial(initial);
    }

    /** A line of words that may stay empty. */
    public static Field line(String name, String label, String hint) {
      return new Field(name, label, hint, new Kind.Line(), false, "");
    }

    /** Some lines of words that may stay empty. */
    public static Field lines(String name, String label, String hint) {
      return new Field(name, label, hint, new Kind.Lines(), false, "");
    }

    /** One of several, or none. */
    public static Field oneOf(String name, String label, List<Option> options) {
      return new Field(name, label, "", new Kind.OneOf(options), false, "");
    }

    /** Any of several. */
    public static Field anyOf(String name, String label, List<Option> options) {
      return new Field(name, label, "", new Kind.AnyOf(options), false, "");
    }

    /** A colleague, picked from those on the platform. */
    public static Field teammate(String name, String label) {
      return new Field(name, label, "", new Kind.Teammate(), true, "");
    }

    /** The same; the form can't be sent without it. */
    public Field needed() {
      return new Field(name, label, hint, kind, true, initial);
    }

    /** The same with this in it at first. */
    public Field with(String words) {
      return new Field(name, label, hint, kind, required, words);
    }
  }

  /** What a field looks like. */
  sealed interface Kind {
    /** One line of words. */
    record Line() implements Kind {}

    /** Several lines of words. */
    record Lines() implements Kind {}

    /** One of several; its value is what is said. */
    record OneOf(List<Option> options) implements Kind {
      /** Copies and checks the limits. */
      public OneOf {
        options = CardLimits.options(options);
      }
    }

    /** Any of several; their values are said, with spaces between them. */
    record AnyOf(List<Option> options) implements Kind {
      /** Copies and checks the limits. */
      public AnyOf {
        options = CardLimits.options(options);
      }
    }

    /** A colleague; what is said is an at sign and how the platform calls them. */
    record Teammate() implements Kind {}
  }

  /**
   * Something to choose.
   *
   * @param value what is said if it is chosen: a word or an id
   */
  record Option(String label, String value) {
    /** Checks the limits. */
    public Option {
      CardLimits.button(label, value);
    }
  }
}
