package dev.tricolor.dashboard.model.pacer;

/**
 * The machine and the program's speed on it.
 *
 * @param processors that Go uses (GOMAXPROCS)
 * @param threads that allocate
 * @param allocationBytesPerCpuSecond that the program allocates for each second of processor time of its own
 * @param scanBytesPerCpuSecond that the collector scans for each second of its processor time
 * @param fixedCpuSeconds of each cycle, whatever its size
 * @param stackBytes scanned in each cycle
 * @param globalBytes scanned in each cycle
 * @param cachedBytes in spans that processors hold for allocation: the pacer counts them as allocated before they are
 * @param nonHeapBytes that the runtime holds beside the heap; they count against the memory limit
 */
public record Costs(
        int processors,
        int threads,
        double allocationBytesPerCpuSecond,
        double scanBytesPerCpuSecond,
        double fixedCpuSeconds,
        long stackBytes,
        long globalBytes,
        long cachedBytes,
        long nonHeapBytes) {

    public Costs {
        if (processors < 1 || processors > 1024 || threads < 1 || threads > 1_000_000) {
            throw new IllegalArgumentException("processors are " + processors + " and threads " + threads
                    + ", but must be 1 to 1024 and 1 or more");
        }
        if (!(allocationBytesPerCpuSecond > 0 && scanBytesPerCpuSecond > 0 && fixedCpuSeconds >= 0)) {
            throw new IllegalArgumentException("allocation and scan rates must be more than 0, fixed costs 0 or more");
        }
        if (stackBytes < 0 || globalBytes < 0 || cachedBytes < 0 || nonHeapBytes < 0) {
            throw new IllegalArgumentException("stacks, globals, caches and other memory must be 0 bytes or more");
        }
    }

    /** Background workers of this machine. */
    MarkWorkers workers() {
        return MarkWorkers.on(processors);
    }
}
