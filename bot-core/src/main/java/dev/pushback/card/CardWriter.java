package dev.pushback.card;

/** Puts cards into the language of a platform. One method a block. */
public interface CardWriter {
  /** Writes what the coach says. */
  void text(Block.Text block);

  /** Writes words to send. */
  void words(Block.Words block);

  /** Writes what somebody else said. */
  void quote(Block.Quote block);

  /** Writes a short list. */
  void facts(Block.Facts block);

  /** Writes something said in passing. */
  void note(Block.Note block);

  /** Writes buttons. */
  void buttons(Block.Buttons block);

  /** Writes what there is to fill in. */
  void form(Block.Form block);
}
