package dev.tricolor.dashboard.model.pacer;

/**
 * What can be set from outside.
 *
 * @param gogc percent, 0 and more; {@link #OFF} is off
 * @param memoryLimitBytes for all memory of the runtime; {@link Long#MAX_VALUE} is none
 */
public record Knobs(int gogc, long memoryLimitBytes) {

    /** The value of {@link #gogc} that turns collections off, unless the memory limit asks for one. */
    public static final int OFF = -1;

    public static final int MAX_GOGC = 1_000_000;

    public Knobs {
        if (gogc < OFF || gogc > MAX_GOGC) {
            throw new IllegalArgumentException("GOGC is " + gogc + ", but must be 0 to " + MAX_GOGC + ", or off");
        }
        if (memoryLimitBytes <= 0) {
            throw new IllegalArgumentException(
                    "the memory limit is " + memoryLimitBytes + " bytes, but must be more than 0");
        }
    }

    /** Without a memory limit. */
    public static Knobs gogc(int percent) {
        return new Knobs(percent, Long.MAX_VALUE);
    }
}
