package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.SmallestHeap;

/** Hears of a run's progress, on the thread that runs it. */
public interface RunListener {

    /** The search for a smallest heap tries a size. */
    default void probing(String workload, String setup, long heapBytes, int search, int searches) {}

    /** A smallest heap was found, or known from before. */
    default void smallest(SmallestHeap found, int search, int searches) {}

    /** The workloads' Go program is built, which takes a while the first time. */
    default void buildingGo(String version) {}

    /** Go's heap is measured, which the JVMs are to get. */
    default void measuringGo(String workload, String setting) {}

    /** The plan stands; so many rows are left to do. */
    default void planned(RunHeader header, int left) {}

    default void started(PlannedRow row) {}

    default void finished(RowRecord row) {}
}
