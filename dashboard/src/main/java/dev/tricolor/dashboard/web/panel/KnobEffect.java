package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.RuntimeInfo;

/**
 * What a collector does with the knob: by what it is turned, and what was measured to happen.
 *
 * <p>The measurements are those of docs/knob.md, where machine and method stand.
 */
public enum KnobEffect {
    ZGC(Steered.BY, Steered.SETUP + "peak 1000 → 310 MB (goal 320 MB), GC CPU 0.4 → 2.5 % (JDK 17)."),
    ZGC_GENERATIONAL(Steered.BY, Steered.SETUP + "peak 1108 → 314 MB (goal 320 MB), GC CPU 0.7 → 1.2 % (JDK 25)."),
    SHENANDOAH(
            Steered.BY,
            Steered.SETUP
                    + "peak 1024 → 288 MB (goal 315 MB), GC CPU 1.2 → 3.0 % (JDK 17); 956 → 303 MB (goal 317 MB), 1.1 → 2.3 % (JDK 25)."),
    SHENANDOAH_GENERATIONAL(
            Steered.BY, Steered.SETUP + "peak 1043 → 294 MB (goal 307 MB), GC CPU 1.4 → 1.4 % (JDK 25)."),
    G1(
            Ratios.BY + " G1 looks at them at Remark and at full collections; it does not look at SoftMaxHeapSize.",
            Ratios.SETUP
                    + "little in 25 s, 750 → 645 MB (JDK 17) and 825 → 672 MB (JDK 25), then after a full collection 280 and 289 MB; in another run JDK 25 marked, and went from 821 to 290 MB at once."),
    PARALLEL(
            Ratios.BY,
            Ratios.SETUP
                    + "nothing, 466 → 466 MB (JDK 17), 401 → 401 MB (JDK 25), nor after a full collection: 466 and 393 MB."),
    SERIAL(
            Ratios.BY + " Serial looks at them at full collections.",
            Ratios.SETUP
                    + "nothing, 303 → 303 MB (JDK 17), 304 → 304 MB (JDK 25); after a full collection 324 and 325 MB."),
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
                "live 200 MB, 150 MB/s allocated, from GOGC 400 to 50 on an idle machine of two cores: ";
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
