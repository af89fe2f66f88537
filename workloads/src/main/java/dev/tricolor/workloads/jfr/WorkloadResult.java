package dev.tricolor.workloads.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** The result of a workload; a number that couldn't be measured is -1 here and null in {@link #json}. */
@Name("tricolor.WorkloadResult")
@Category("Tricolor")
@Label("Workload Result")
@Description("The measured part of a workload has ended; only printing follows. -1 means not available")
@StackTrace(false)
final class WorkloadResult extends Event {
    @Label("Workload")
    @Nullable
    String workload;

    @Label("Seed")
    long seed;

    @Label("Collector")
    @Nullable
    String collector;

    @Label("JDK Feature Version")
    int jdk;

    @Label("Operations")
    long operations;

    @Label("Checksum")
    @Description("16 hex digits; null if the run was bounded by time")
    @Nullable
    String checksum;

    @Label("Elapsed")
    @Timespan(Timespan.NANOSECONDS)
    long elapsed;

    @Label("Operations per Latency Sample")
    int operationsPerSample;

    @Label("Service Time p50")
    @Timespan(Timespan.NANOSECONDS)
    long serviceP50;

    @Label("Service Time p99")
    @Timespan(Timespan.NANOSECONDS)
    long serviceP99;

    @Label("Service Time p99.9")
    @Timespan(Timespan.NANOSECONDS)
    long serviceP999;

    @Label("Service Time Maximum")
    @Timespan(Timespan.NANOSECONDS)
    long serviceMax;

    @Label("Response Time p50")
    @Timespan(Timespan.NANOSECONDS)
    long responseP50;

    @Label("Response Time p99")
    @Timespan(Timespan.NANOSECONDS)
    long responseP99;

    @Label("Response Time p99.9")
    @Timespan(Timespan.NANOSECONDS)
    long responseP999;

    @Label("Response Time Maximum")
    @Timespan(Timespan.NANOSECONDS)
    long responseMax;

    @Label("Requested")
    @Description("Fields and elements asked for, 8 bytes per reference, without headers")
    @DataAmount
    long requestedBytes;

    @Label("Objects")
    long objects;

    @Label("Allocated")
    @Description("By the worker threads, from the JVM's counter")
    @DataAmount
    long allocatedBytes;

    @Label("Process CPU")
    @Timespan(Timespan.NANOSECONDS)
    long processCpu;

    @Label("Peak Resident Set")
    @DataAmount
    long peakRss;

    @Label("Maximum Heap")
    @DataAmount
    long heapMax;

    @Label("Invariants Held")
    boolean invariantsHeld;

    @Label("JSON")
    @Description("The result line, as printed")
    @Nullable
    String json;
}
