package dev.tricolor.dashboard.results;

/**
 * What is compared: a workload under one collector of one runtime with one heap.
 *
 * @param runtime the JDK's feature release or Go's, such as {@code 17} or {@code 1.26}
 * @param tuning {@link GoTuning#text()}; empty for a JVM
 * @param heapBytes of a JVM; for Go the memory that it is compared at, 0 where at none
 * @param control whether it is the baseline's double, which shows how far two equal setups differ by chance
 */
public record Setup(String workload, String collector, String runtime, String tuning, long heapBytes, boolean control) {

    /** In tables, such as {@code g1 17} or {@code go 1.26 GOGC 100}; the control says so. */
    public String label() {
        GoTuning go = GoTuning.of(tuning);
        return collector + " " + runtime + (go == null ? "" : " " + go.label()) + (control ? " (A/A control)" : "");
    }

    /** The same as a word, such as {@code churn/g1-17/536870912} or {@code churn/go-1.26-gogc=100/0}. */
    public String key() {
        return workload + "/" + collector + "-" + runtime + (tuning.isEmpty() ? "" : "-" + tuning) + "/" + heapBytes
                + (control ? "/control" : "");
    }

    /** What stays the same over heaps, such as {@code g1-17}: a line of a curve over the heap. */
    public String line() {
        return key().split("/", -1)[1];
    }

    /** What stays the same along a curve over memory: a line, or in Go all that differs in GOGC and the size of the limit only. */
    public String curve() {
        GoTuning go = GoTuning.of(tuning);
        if (go == null) {
            return line();
        }
        return collector + "-" + runtime + (go.greenTea().isEmpty() ? "" : "-greentea=" + go.greenTea())
                + (go.limitBytes() > 0 ? "-limit" : "");
    }

    /** Whether it has no heap of a given size: Go without a memory to be compared at. */
    public boolean unbounded() {
        return heapBytes == 0;
    }

    /** Whether a ratio between the two says something about the collector: same workload, same heap where both have one. */
    public boolean comparableWith(Setup other) {
        return workload.equals(other.workload) && (heapBytes == other.heapBytes || unbounded() || other.unbounded());
    }
}
