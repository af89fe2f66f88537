package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.RuntimeInfo;

/**
 * What a collector does with the knob: by what it is turned, and what was measured to happen.
 *
 * <p>The measurements are those of docs/knob.md, where machine and method stand.
 */
public enum KnobEffect {
    ZGC(Steered.BY, Steered.SETUP + "peak 990 → 338 MB (goal 323 MB), GC CPU 0.3 → 6.2 % (JDK 17)."),
    ZGC_GENERATIONAL(Steered.BY, Steered.SETUP + "peak 1108 → 314 MB (goal 320 MB), GC CPU 0.5 → 0.5 % (JDK 25)."),
    SHENANDOAH(
            Steered.BY,
            Steered.SETUP
                    + "peak 890 → 299 MB (goal 311 MB), GC CPU 0.8 → 2.3 % (JDK 17); 1026 → 290 MB (goal 316 MB), 0.7 → 2.5 % (JDK 25)."),
    SHENANDOAH_GENERATIONAL(
            Steered.BY, Steered.SETUP + "peak 1055 → 289 MB (goal 315 MB), GC CPU 0.9 → 1.1 % (JDK 25)."),
    G1(
            Ratios.BY + " G1 looks at them at Remark and at full collections; it does not look at SoftMaxHeapSize.",
            Ratios.SETUP
                    + "JDK 17 nothing, 751 → 751 MB, until a full collection came: 295 MB; JDK 25 749 → 748 MB in one run, 821 → 290 MB in another, in which it marked."),
    PARALLEL(
            Ratios.BY,
            Ratios.SETUP
                    + "nothing, 463 → 463 MB (JDK 17), 527 → 527 MB (JDK 25), and next to nothing after a full collection: 463 and 519 MB."),
    SERIAL(
            Ratios.BY + " Serial looks at them at full collections.",
            Ratios.SETUP
                    + "nothing, 303 → 303 MB (JDK 17), 305 → 305 MB (JDK 25); after a full collection 324 and 326 MB."),
    EPSILON("Epsilon does not collect, so there is nothing to turn.", ""),
    GO(
            "debug.SetGCPercent and debug.SetMemoryLimit, the runtime's own knobs. The goal moves at once and exactly, to live +"
                    + " (live + stacks + globals) · GOGC/100, or less where the limit asks for it; nothing is stopped for it. The"
                    + " heap follows with the next cycle, which begins at once where the heap is beyond the new goal.",
            "63 MiB live, 250 MiB/s, from 400 to 50: the goal right to the byte in the first reading, cycles 1.0 to 8.7 a second,"
                    + " the collector's share of what Go counts as busy 4.9 to 14.2 % (go1.26.8, 2 busy cores)."),
    UNKNOWN("The recording has not said yet which collector runs.", "");

    private static final class Steered {
        static final String SETUP =
                "live 200 MB, 150 MB/s allocated, from GOGC 400 to 50 on a busy machine of two cores: ";
        static final String BY =
                "SoftMaxHeapSize, moved by the agent about once a second until the measured peak meets live · (1 + GOGC/100).";
    }

    private static final class Ratios {
        static final String SETUP = "live 200 MB, 150 MB/s allocated, peak from GOGC 400 to 50: ";
        static final String BY =
                "MinHeapFreeRatio and MaxHeapFreeRatio = GOGC / (100 + GOGC), set once: the collector does the rest, or nothing.";
    }

    private final String does;
    private final String measured;

    KnobEffect(String does, String measured) {
        this.does = does;
        this.measured = measured;
    }

    /** By what the knob acts on this collector. */
    public String does() {
        return does;
    }

    /** What came of it when it was measured; empty where nothing was. */
    public String measured() {
        return measured;
    }

    /** Of the collector that runs. */
    public static KnobEffect of(RuntimeInfo runtime) {
        boolean generational = runtime.generational().orElse(false);
        return switch (runtime.collector()) {
            case ZGC -> generational ? ZGC_GENERATIONAL : ZGC;
            case SHENANDOAH -> generational ? SHENANDOAH_GENERATIONAL : SHENANDOAH;
            case SHENANDOAH_GENERATIONAL -> SHENANDOAH_GENERATIONAL;
            case G1 -> G1;
            case PARALLEL -> PARALLEL;
            case SERIAL -> SERIAL;
            case EPSILON -> EPSILON;
            case GO -> GO;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
