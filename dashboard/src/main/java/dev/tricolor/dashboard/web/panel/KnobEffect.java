package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.RuntimeInfo;

/**
 * What a collector does with the knob: by what it is turned, and what was measured to happen.
 *
 * <p>The measurements are those of docs/knob.md, where machine and method stand.
 */
public enum KnobEffect {
    ZGC(Steered.BY, Steered.SETUP + "peak 1072 → 384 MB (goal 368 MB), GC CPU 0.4 → 1.9 % (JDK 17)."),
    ZGC_GENERATIONAL(Steered.BY, Steered.SETUP + "peak 1064 → 380 MB (goal 368 MB), GC CPU 0.2 → 0.5 % (JDK 25)."),
    SHENANDOAH(
            Steered.BY,
            Steered.SETUP
                    + "peak 940 → 364 MB (goal 312 MB), GC CPU 0.7 → 2.5 % (JDK 17); 1015 → 384 MB (goal 318 MB), 0.8 → 1.8 % (JDK 25)."),
    SHENANDOAH_GENERATIONAL(
            Steered.BY, Steered.SETUP + "peak 1056 → 370 MB (goal 308 MB), GC CPU 0.6 → 0.9 % (JDK 25)."),
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
    GO("debug.SetGCPercent and debug.SetMemoryLimit: the runtime's own knobs, in effect from the next cycle on.", ""),
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
