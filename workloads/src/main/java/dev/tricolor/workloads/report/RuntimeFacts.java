package dev.tricolor.workloads.report;

/**
 * Which runtime it was.
 *
 * @param name java.vm.name
 * @param version java.vm.version
 * @param heapMaxBytes {@code Runtime.maxMemory()}: what the program can use; Serial and Parallel leave a survivor space out
 */
public record RuntimeFacts(
        String name, String version, int featureVersion, String collector, long heapMaxBytes, int processors) {

    public static RuntimeFacts current() {
        Runtime runtime = Runtime.getRuntime();
        return new RuntimeFacts(
                System.getProperty("java.vm.name", "unknown"),
                System.getProperty("java.vm.version", "unknown"),
                Runtime.version().feature(),
                Collector.current(),
                runtime.maxMemory(),
                runtime.availableProcessors());
    }
}
