package dev.pushback.adapter;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What comes from outside, so that tests can choose it.
 *
 * @param clock tells the time
 * @param ticker nanoseconds that pass also if the clock is set
 * @param references makes something short to find a line of the log by
 * @param random 32 random bytes at each call
 * @param patience how long an answer may take to come with the acknowledgement
 * @param pause lets so much time pass on this thread
 * @param zone the clock of people of whom nothing is known
 */
public record Sources(
    InstantSource clock,
    LongSupplier ticker,
    Supplier<String> references,
    Supplier<byte[]> random,
    Duration patience,
    Consumer<Duration> pause,
    ZoneId zone) {}
