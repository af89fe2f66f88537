package dev.tricolor.dashboard.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session says of itself, apart from its log.
 *
 * @param name given by the agent, never empty
 * @param runtime {@code jvm} or {@code go}
 * @param format of the log: {@code jfr} or {@code ndjson}
 * @param opened when the dashboard first heard of it
 * @param ended when it said that it ended; empty while it runs (or died without a word)
 * @param endReason in the agent's words, such as {@code exit} or {@code disk nearly full}; empty while it runs
 * @param labels anything else the opener gave, such as {@code run}, {@code collector}, {@code invocation}
 */
public record SessionMeta(
        UUID id,
        String name,
        String runtime,
        String format,
        String host,
        long pid,
        Instant opened,
        Optional<Instant> ended,
        String endReason,
        Map<String, String> labels) {}
