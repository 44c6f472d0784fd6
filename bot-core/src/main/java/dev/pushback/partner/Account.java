package dev.pushback.partner;

import java.util.Optional;

/**
 * What is shown: the verdict, which was made from facts, and beside it what the person feels.
 *
 * @param verdict from the facts alone
 * @param feeling in the person's words, if they named one
 */
public record Account(LedgerVerdict verdict, Optional<Feeling> feeling) {}
