package dev.tricolor.dashboard.results;

/**
 * What is compared: a workload under one collector of one JDK with one heap.
 *
 * @param control whether it is the baseline's double, which shows how far two equal setups differ by chance
 */
public record Setup(String workload, String collector, int jdk, long heapBytes, boolean control) {

    /** In tables, such as {@code g1 17}; the control says so. */
    public String label() {
        return collector + " " + jdk + (control ? " (A/A control)" : "");
    }

    /** The same as a word, such as {@code churn/g1-17/536870912}. */
    public String key() {
        return workload + "/" + collector + "-" + jdk + "/" + heapBytes + (control ? "/control" : "");
    }

    /** What stays the same over heaps, such as {@code g1-17}: a line of a curve over the heap. */
    public String line() {
        return key().split("/", -1)[1];
    }

    /** Whether a ratio between the two says something about the collector: same workload, same heap. */
    public boolean comparableWith(Setup other) {
        return workload.equals(other.workload) && heapBytes == other.heapBytes;
    }
}
