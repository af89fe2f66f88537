package dev.tricolor.dashboard.web;

/**
 * What happened to live streams so far.
 *
 * @param open clients now
 * @param opened clients ever
 * @param dropped clients that read too slowly
 * @param refused clients turned away because there were too many
 * @param events sent
 * @param bytes sent
 */
public record LiveCounters(long open, long opened, long dropped, long refused, long events, long bytes) {}
