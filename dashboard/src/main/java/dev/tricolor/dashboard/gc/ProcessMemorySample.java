package dev.tricolor.dashboard.gc;

import java.time.Instant;

/**
 * The process's memory as the kernel counts it, in bytes.
 *
 * <p>Instrument: {@code tricolor.ProcessMemory}: {@code VmRSS}, {@code VmHWM} and {@code VmSwap} of procfs. ZGC maps its
 * heap more than once on some kernels, which can be counted more than once. In Go the same fields in the agent's {@code
 * process} line.
 *
 * @param rss resident now
 * @param peakRss the largest resident size so far
 * @param swap swapped out now
 */
public record ProcessMemorySample(Instant at, long rss, long peakRss, long swap) implements GcEvent {}
