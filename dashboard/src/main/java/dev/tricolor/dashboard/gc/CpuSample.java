package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/**
 * CPU time that a group of the process's threads has used since the process began.
 *
 * <p>Instrument: {@code tricolor.ThreadGroupCpu}: the agent's reading of procfs once a second. In Go only {@link
 * CpuGroup#PROCESS}, by {@code getrusage}: the work of goroutines and of the collector runs on the same threads.
 *
 * @param cpu user and system time since the process began; never shrinks
 * @param threads how many threads of the group live now; 0 in Go, which does not tell
 */
public record CpuSample(Instant at, CpuGroup group, Duration cpu, int threads) implements GcEvent {

    /** Groups of threads by what they do, told by their names. */
    public enum CpuGroup {
        /** All threads of the process together. */
        PROCESS("process"),
        /** Workers that run only while the world is stopped (Parallel, G1). */
        GC_STOPPED("gc-stopped"),
        /** Threads that run only beside the application (G1 marking and refinement, ZGC and Shenandoah control). */
        GC_CONCURRENT("gc-concurrent"),
        /** Workers that serve both stopped and concurrent parts (ZGC, Shenandoah). */
        GC_WORKERS("gc-workers"),
        /** The VM thread: runs safepoint operations; Serial collects in it. */
        VM("vm"),
        /** Compiler threads. */
        JIT("jit"),
        /** JFR's threads and the agent's. */
        OBSERVER("observer"),
        /** Everything else: the application. */
        APPLICATION("application");

        private final String label;

        CpuGroup(String label) {
            this.label = label;
        }

        /** The word in {@code tricolor.ThreadGroupCpu.group}, on pages, in JSON and in metrics. */
        public String label() {
            return label;
        }
    }
}
