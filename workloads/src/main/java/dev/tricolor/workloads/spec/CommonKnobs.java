package dev.tricolor.workloads.spec;

import java.util.ArrayList;
import java.util.List;

/** The knobs that the engine itself reads; every workload has them first. */
public final class CommonKnobs {
    public static final String OPS = "ops";
    public static final String SEED = "seed";
    public static final String THREADS = "threads";
    public static final String DURATION = "duration";
    public static final String RATE = "rate";
    public static final String WARMUP = "warmup";

    private static final long MAX_SAFE_IN_JSON = (1L << 53) - 1;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private CommonKnobs() {}

    /**
     * The common knobs with one workload's defaults, followed by its own knobs.
     *
     * @param warmup share of the measured work that runs before it, unmeasured; "0" for workloads whose start matters
     */
    public static List<Knob> with(String ops, int threads, String warmup, Knob... own) {
        List<Knob> knobs = new ArrayList<>(List.of(
                Knob.count(OPS, ops, 1, 1_000_000_000_000L, "operations in all, shared among the threads: fixed work"),
                Knob.count(SEED, "1", 0, MAX_SAFE_IN_JSON, "every choice follows from it"),
                Knob.count(THREADS, Integer.toString(threads), 1, 256, "threads that do the operations"),
                Knob.duration(
                        DURATION,
                        null,
                        100_000_000L,
                        DAY_NANOS,
                        "run for this long instead of a fixed number of operations"),
                Knob.count(
                        RATE,
                        null,
                        1,
                        1_000_000_000L,
                        "operations per second, open loop; without it as fast as possible"),
                Knob.share(WARMUP, warmup, 0, 10 * Units.PPM, "unmeasured work before, as a share of the measured")));
        knobs.addAll(List.of(own));
        return List.copyOf(knobs);
    }

    /** The same knobs with a rate of their own unless another is given: an open loop. */
    public static List<Knob> openLoop(List<Knob> knobs, String operationsPerSecond) {
        return knobs.stream()
                .map(knob -> knob.name().equals(RATE)
                        ? Knob.count(
                                RATE, operationsPerSecond, knob.min(), knob.max(), "operations per second, open loop")
                        : knob)
                .toList();
    }
}
