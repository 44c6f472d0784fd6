/**
 * How long things take, measured with JMH on texts from {@code config/playbook/examples}:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl bot-core -am verify
 * mvn -q -Pbenchmark -pl bot-core -am verify -Dbenchmarks=Reader
 * </pre>
 *
 * <p>The first takes about three minutes and measures everything, the second only what has "Reader"
 * in its name. The machine matters; so compare with {@link
 * dev.pushback.benchmark.ReaderBenchmark#breakIntoWords}, which is measured in the same run and
 * runs none of our code. The aims, warm and on one core: reading a text takes under 200
 * microseconds, writing a script under 500.
 */
@NullMarked
package dev.pushback.benchmark;

import org.jspecify.annotations.NullMarked;
