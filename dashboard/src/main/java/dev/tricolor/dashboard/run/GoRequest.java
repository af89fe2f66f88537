package dev.tricolor.dashboard.run;

import java.util.List;

/**
 * The Go part of a run as it is asked for, in words that nobody has checked yet.
 *
 * @param toolchains versions or folders; empty for the newest that is found
 * @param gogc percentages or {@code off}; empty for 100
 * @param limits GOMEMLIMIT: sizes, or {@code heap} for each heap of the JVMs; empty for none
 * @param greenTea {@code on}, {@code off} or both; empty for what the toolchain does by itself
 * @param equalMemory whether the JVMs get the heap that Go used at its peak, for each GOGC
 */
public record GoRequest(
        List<String> toolchains, List<String> gogc, List<String> limits, List<String> greenTea, boolean equalMemory) {

    /** Nothing but the defaults. */
    public static final GoRequest PLAIN = new GoRequest(List.of(), List.of(), List.of(), List.of(), false);

    public GoRequest {
        toolchains = List.copyOf(toolchains);
        gogc = List.copyOf(gogc);
        limits = List.copyOf(limits);
        greenTea = List.copyOf(greenTea);
    }

    /** Whether it says anything that only Go has. */
    boolean saysSomething() {
        return !equals(PLAIN);
    }
}
