package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * CPU load of one Java thread, from which the number of busy mutator threads is told.
 *
 * <p>Instrument: {@code jdk.ThreadCPULoad}, written for each thread that used CPU since the last period.
 *
 * @param load user and system share of the machine, 0..1
 */
public record MutatorSample(Instant at, long threadId, String thread, double load) implements GcEvent {}
