package dev.tricolor.dashboard.gc;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The knobs of a Go program's collector, as last heard of.
 *
 * @param gogc percent; {@link #OFF} where the collector runs for the memory limit alone; empty where not told
 * @param memoryLimit GOMEMLIMIT in bytes; empty where there is none or it is not told
 * @param greenTea whether the Green Tea mark algorithm runs; empty where not told
 */
public record GoSettings(OptionalInt gogc, OptionalLong memoryLimit, Optional<Boolean> greenTea) {

    public static final int OFF = -1;
    public static final GoSettings UNKNOWN =
            new GoSettings(OptionalInt.empty(), OptionalLong.empty(), Optional.empty());

    /** GOGC as Go's environment variable writes it; empty where not told. */
    public Optional<String> gogcInWords() {
        return gogc.isEmpty()
                ? Optional.empty()
                : Optional.of(gogc.getAsInt() < 0 ? "off" : Integer.toString(gogc.getAsInt()));
    }
}
