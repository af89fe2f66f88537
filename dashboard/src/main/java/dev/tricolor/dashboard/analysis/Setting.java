package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.RuntimeInfo;

/**
 * Under what a session ran.
 *
 * @param collector the collector's id, such as {@code shenandoah-generational}
 * @param label the collector's name on pages
 * @param colour {@code #rrggbb}
 * @param jdk feature version
 * @param version the runtime's full version, empty where not known
 * @param generational whether the collector works in generations
 * @param maxHeap bytes
 */
public record Setting(
        String collector,
        String label,
        String colour,
        Figure<Long> jdk,
        String version,
        Figure<Boolean> generational,
        Figure<Long> maxHeap) {

    private static final String NOT_YET = "the recording has not said it yet";

    public static Setting of(RuntimeInfo runtime) {
        Collector c = runtime.collector();
        boolean go = c == Collector.GO;
        return new Setting(
                c.id(),
                c.label(),
                c.colour(),
                Figure.of(
                        runtime.jdk().stream().boxed().findFirst(),
                        "",
                        "jdk.JVMInformation",
                        go ? "a Go program has no JDK" : NOT_YET),
                runtime.version(),
                Figure.of(
                        runtime.generational(),
                        "",
                        go ? "how Go's runtime is made" : "the collector's name and the JVM's flags",
                        NOT_YET),
                Figure.of(
                        runtime.maxHeap().stream().boxed().findFirst(),
                        "bytes",
                        "jdk.GCHeapConfiguration",
                        go
                                ? "Go's heap has no largest size: GOMEMLIMIT bounds all of the runtime's memory, and softly"
                                : NOT_YET));
    }
}
