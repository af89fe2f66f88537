package dev.tricolor.workloads.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the process has used so far; {@link #UNAVAILABLE} where the platform doesn't say.
 *
 * @param cpuNanos user and system time of all threads, GC and JIT included; on Linux in steps of 10 ms
 * @param allocatedBytes of all threads
 */
public record ProcessFacts(long cpuNanos, long allocatedBytes) {
    public static final long UNAVAILABLE = -1;

    public static ProcessFacts now() {
        return new ProcessFacts(cpuNanosSoFar(), AllocationCounter.ofProcess());
    }

    /** The largest resident set of the process so far: VmHWM of Linux. */
    public static long peakResidentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException notLinux) {
            return UNAVAILABLE;
        }
        return UNAVAILABLE;
    }

    private static long cpuNanosSoFar() {
        try {
            return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                    ? bean.getProcessCpuTime()
                    : UNAVAILABLE;
        } catch (LinkageError noSuchModule) {
            return UNAVAILABLE;
        }
    }
}
