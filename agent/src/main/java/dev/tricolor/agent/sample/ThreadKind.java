package dev.tricolor.agent.sample;

/** What a thread does, told by its name as the kernel keeps it: cut at 15 characters. */
enum ThreadKind {
    /** Workers that run only while the world is stopped (Parallel, G1). */
    GC_STOPPED("gc-stopped", "GC Thread#"),
    /** Threads that run only beside the application. */
    GC_CONCURRENT(
            "gc-concurrent",
            "G1 ",
            "ZDriver",
            "ZDirector",
            "ZStat",
            "ZUncommitter",
            "ZUnmapper",
            "Shenandoah Con",
            "Shenandoah Reg"),
    /** Workers that serve both stopped and concurrent parts (ZGC, Shenandoah). */
    GC_WORKERS("gc-workers", "ZWorker", "Shenandoah GC", "Shenandoah Wor"),
    /** The VM thread, its timer, and ZGC's helpers in safepoints. Serial collects in the VM thread. */
    VM("vm", "VM Thread", "VM Periodic", "RuntimeWorker#"),
    /** Compiler threads, and 17's sweeper of compiled code. */
    JIT("jit", "C1 Compiler", "C2 Compiler", "JVMCI", "Sweeper thread"),
    /** JFR's threads and the agent's own. */
    OBSERVER("observer", "JFR ", "tricolor"),
    /** Everything else. */
    APPLICATION("application");

    /** The word in {@code tricolor.ThreadGroupCpu.group}. */
    final String label;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final String[] prefixes;

    ThreadKind(String label, String... prefixes) {
        this.label = label;
        this.prefixes = prefixes;
    }

    static ThreadKind of(String threadName) {
        for (ThreadKind kind : ALL) {
            for (String prefix : kind.prefixes) {
                if (threadName.startsWith(prefix)) {
                    return kind;
                }
            }
        }
        return APPLICATION;
    }

    /** {@code values()} without the copy. */
    static final ThreadKind[] ALL = values();
}
