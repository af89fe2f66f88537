package dev.tricolor.dashboard.gc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What runs: the runtime, its collector and its settings. Empty where the log has not said it yet.
 *
 * @param jdk feature version such as 17 or 25
 * @param version the JVM's full version
 * @param generational whether the collector works in generations; empty where not told
 * @param maxHeap largest heap in bytes
 * @param initialHeap in bytes
 * @param processors that the JVM sees
 * @param arguments the JVM's arguments, secrets masked
 * @param facts everything else worth showing, label to value in words, in order
 */
public record RuntimeInfo(
        Collector collector,
        Optional<Boolean> generational,
        OptionalLong jdk,
        String version,
        Optional<Instant> started,
        OptionalLong maxHeap,
        OptionalLong initialHeap,
        OptionalLong processors,
        List<String> arguments,
        Map<String, String> facts) {

    public static final RuntimeInfo UNKNOWN = new RuntimeInfo(
            Collector.UNKNOWN,
            Optional.empty(),
            OptionalLong.empty(),
            "",
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            Map.of());
}
