package dev.tricolor.dashboard.run;

import java.util.Set;

/**
 * What this machine has for runs.
 *
 * @param home where the jars are that go into children
 * @param jdks all that were found
 * @param probe knows which collectors each has
 * @param go all toolchains that were found
 * @param goPrograms the workloads' Go program
 * @param tricolor our own version
 */
public record MachineFacts(
        Home home, Jdks jdks, CollectorProbe probe, GoToolchains go, GoPrograms goPrograms, String tricolor) {

    public Set<CollectorChoice> collectors(Jdk jdk) {
        return probe.supported(jdk);
    }

    /** The workloads, asked of their jar. */
    public WorkloadCatalog workloads() {
        return WorkloadCatalog.of(home);
    }

    /** Processors, memory and kernel in words. */
    public String description() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + memory() + System.getProperty("os.name")
                + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch");
    }

    private static String memory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? (os.getTotalMemorySize() >> 30) + " GiB, "
                : "";
    }
}
