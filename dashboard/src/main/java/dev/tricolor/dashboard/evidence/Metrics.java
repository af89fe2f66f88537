package dev.tricolor.dashboard.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.evidence.Metric.Better;
import dev.tricolor.dashboard.results.RowRecord;
import java.util.List;
import java.util.function.Function;

/** The numbers that are compared, in the order of the tables. */
public final class Metrics {
    private static final double CPU_APART_SHARE = 0.05;
    private static final double CPU_APART_NS = 30e6;
    private static final String GC_CPU_TIME = "/cpu/gc";
    private static final String RESULT = "the workload's result line: ";
    private static final String NOT_TOLD = "the workload's result has none";

    public static final Metric THROUGHPUT = new Metric(
            "throughput",
            "throughput",
            "operations/s",
            Better.HIGH,
            "Operations of the measured part per second of its own clock.",
            row -> quotient(row, "operations", "elapsedNs", 1e9, "operations/s"));

    public static final Metric ELAPSED =
            fromResult("elapsed", "elapsed", "ns", "/elapsedNs", "How long the measured part took.", "System.nanoTime");

    public static final Metric PROCESS_CPU = new Metric(
            "process-cpu",
            "process CPU",
            "ns",
            Better.LOW,
            "CPU time of all threads of the process over the measured part: the workload's, the collector's, the compiler's"
                    + " and the agent's.",
            row -> inResult(
                    row,
                    "/processCpuNs",
                    "ns",
                    go(row) ? "getrusage" : "OperatingSystemMXBean.getProcessCpuTime",
                    NOT_TOLD));

    public static final Metric PAUSE_SUM = fromSession(
            "pause-sum", "stopped", "ns", "/pauses/sum", "All pauses together, a pause inside another counted once.");

    public static final Metric GC_CPU = gcCpu(
            "gc-cpu",
            "GC CPU time",
            "ns",
            GC_CPU_TIME,
            "CPU time of the collector's threads, concurrent ones too. In Serial: of the VM thread, which collects. In Go: marking,"
                    + " assists included, and pauses, by the runtime's own account.");

    public static final Metric GC_CPU_SHARE = gcCpu(
            "gc-cpu-share", "GC CPU", "share", "/cpu/gcShare", "GC CPU time as a share of the process's CPU time.");

    public static final Metric PEAK_RSS = fromSession(
            "peak-rss",
            "peak RSS",
            "bytes",
            "/peakRss",
            "The most memory of the process that was resident at once, since it began.");

    public static final Metric PEAK_HEAP = neither(fromSession(
            "peak-heap", "peak heap", "bytes", "/heap/peakUsed", "The most heap that was in use before a collection."));

    public static final Metric RESPONSE_P999 = latency("response", "p999", "p99.9");
    public static final Metric SERVICE_P999 = latency("service", "p999", "p99.9");

    public static final List<Metric> ALL = List.of(
            THROUGHPUT,
            ELAPSED,
            latency("service", "p50", "p50"),
            latency("service", "p99", "p99"),
            SERVICE_P999,
            latency("service", "max", "max"),
            latency("response", "p50", "p50"),
            latency("response", "p99", "p99"),
            RESPONSE_P999,
            latency("response", "max", "max"),
            neither(fromSession("pauses", "pauses", "count", "/pauses/count", "How often the world was stopped.")),
            PAUSE_SUM,
            fromSession("pause-p99", "pause p99", "ns", "/pauses/p99", "99 % of the pauses were at most this long."),
            fromSession("pause-max", "pause max", "ns", "/pauses/max", "The longest pause."),
            fromSession(
                    "stall-sum",
                    "stalls",
                    "ns",
                    "/stalls/sum",
                    "Time that single threads were held up by the collector, added over threads."),
            mmu("mmu-10ms", "MMU 10 ms", "/ms10", "10 ms"),
            mmu("mmu-100ms", "MMU 100 ms", "/ms100", "100 ms"),
            GC_CPU,
            GC_CPU_SHARE,
            PROCESS_CPU,
            new Metric(
                    "allocated",
                    "allocated",
                    "bytes",
                    Better.NEITHER,
                    "What the workload's threads allocated in the measured part; in Go all goroutines of the process.",
                    Metrics::allocated),
            new Metric(
                    "allocated-ratio",
                    "allocated / requested",
                    "ratio",
                    Better.LOW,
                    "Allocated bytes over requested ones, which are fields and elements at 8 bytes a reference, without headers or"
                            + " alignment.",
                    Metrics::allocatedOverRequested),
            PEAK_RSS,
            PEAK_HEAP,
            neither(fromSession(
                    "live", "live", "bytes", "/heap/liveSet", "Heap used after collections that marked everything.")),
            neither(fromSession(
                    "gogc",
                    "effective GOGC",
                    "%",
                    "/heap/effectiveGogc",
                    "The value that Go's knob would need for full or old collections to begin where these did.")));

    private Metrics() {}

    private static Metric neither(Metric m) {
        return new Metric(m.id(), m.label(), m.unit(), Better.NEITHER, m.what(), m.reading());
    }

    private static Metric fromResult(
            String id, String label, String unit, String path, String what, String instrument) {
        return new Metric(id, label, unit, Better.LOW, what, row -> inResult(row, path, unit, instrument, NOT_TOLD));
    }

    private static Metric fromSession(String id, String label, String unit, String path, String what) {
        return new Metric(id, label, unit, Better.LOW, what, row -> inSession(row, path, unit));
    }

    /**
     * Only where the agent's readings cover the measured part: the process's CPU time that they saw is what the workload
     * says that it was, within 5 % or 30 ms. A part of the GC threads' time set against all of the process's would be wrong.
     */
    private static Metric gcCpu(String id, String label, String unit, String path, String what) {
        return new Metric(id, label, unit, Better.LOW, what, row -> {
            if (go(row)) {
                return path.equals(GC_CPU_TIME) ? goGcCpu(row) : inSession(row, path, unit);
            }
            Figure<Double> read = inSession(row, "/cpu/process", "ns");
            Figure<Double> told = PROCESS_CPU.reading().apply(row);
            if (read instanceof Figure.Known<Double> r && told instanceof Figure.Known<Double> t) {
                double apart = Math.abs(r.value() - t.value());
                if (apart > Math.max(CPU_APART_SHARE * t.value(), CPU_APART_NS)) {
                    return Figure.missing("the agent's readings do not cover the measured part");
                }
            }
            return inSession(row, path, unit);
        });
    }

    private static Metric latency(String kind, String percentile, String words) {
        boolean intended = kind.equals("response");
        String path = "/latency/" + kind + "/" + percentile + "Ns";
        return new Metric(
                kind + "-" + percentile,
                kind + " " + words,
                "ns",
                Better.LOW,
                "Time of a step of operations from its " + (intended ? "intended" : "actual") + " start to its end.",
                row -> inResult(
                        row,
                        path,
                        "ns",
                        "HdrHistogram of steps, from their " + (intended ? "intended" : "actual") + " start",
                        intended ? "no intended starts: the workload ran in a closed loop (give --rate)" : NOT_TOLD));
    }

    /** The threads' own counter; Go counts those of the process only. */
    private static Figure<Double> allocated(RowRecord row) {
        return go(row)
                ? inResult(row, "/processAllocatedBytes", "bytes", "runtime.MemStats, of the process", NOT_TOLD)
                : inResult(row, "/allocatedBytes", "bytes", "com.sun.management.ThreadMXBean, per thread", NOT_TOLD);
    }

    private static Figure<Double> allocatedOverRequested(RowRecord row) {
        double requested = row.resultOrMissing().path("requestedBytes").asDouble(0);
        return allocated(row) instanceof Figure.Known<Double> k && requested > 0
                ? Figure.known(k.value() / requested, "ratio", k.instrument() + ", over requestedBytes")
                : Figure.missing(row.result() == null ? "the row has no result: " + row.outcome() : NOT_TOLD);
    }

    /** Go counts by the wall clock, the kernel what ran: so Go's share of its own account, of the kernel's time. */
    private static Figure<Double> goGcCpu(RowRecord row) {
        Figure<Double> share = inSession(row, "/cpu/gcShare", "share");
        Figure<Double> process = PROCESS_CPU.reading().apply(row);
        if (share instanceof Figure.Known<Double> s && process instanceof Figure.Known<Double> p) {
            return Figure.known(
                    s.value() * p.value(),
                    "ns",
                    "the share by Go's own account (" + s.instrument() + ") of getrusage's");
        }
        return share instanceof Figure.Missing<Double> ? share : process;
    }

    private static boolean go(RowRecord row) {
        return row.row().collector().equals("go");
    }

    /** With stalls where they can be known, from pauses alone elsewhere; the instrument says which. */
    private static Metric mmu(String id, String label, String path, String window) {
        Function<RowRecord, Figure<Double>> reading = row -> {
            Figure<Double> with = inSession(row, "/mmuWithStalls" + path, "share");
            return with.optional().isPresent() ? with : inSession(row, "/mmu" + path, "share");
        };
        return new Metric(
                id,
                label,
                "share",
                Better.HIGH,
                "Minimum mutator utilisation: the application's share of its worst window of " + window
                        + ", with pauses, and stalls where the collector reports them.",
                reading);
    }

    private static Figure<Double> inResult(
            RowRecord row, String path, String unit, String instrument, String ifMissing) {
        JsonNode n = row.resultOrMissing().at(path);
        return n.isNumber()
                ? Figure.known(n.asDouble(), unit, RESULT + instrument)
                : Figure.missing(row.result() == null ? "the row has no result: " + row.outcome() : ifMissing);
    }

    private static Figure<Double> inSession(RowRecord row, String path, String unit) {
        JsonNode figure = row.summaryOrMissing().at(path);
        if (figure.path("value").isNumber()) {
            return Figure.known(
                    figure.path("value").asDouble(),
                    unit,
                    figure.path("instrument").asText(""));
        }
        String fallback = row.session() == null ? "the row has no session: " + row.outcome() : "the session has none";
        return Figure.missing(figure.path("missing").asText(fallback));
    }

    private static Figure<Double> quotient(RowRecord row, String over, String under, double factor, String unit) {
        double below = row.resultOrMissing().path(under).asDouble(0);
        JsonNode above = row.resultOrMissing().path(over);
        return below > 0 && above.isNumber()
                ? Figure.known(above.asDouble() * factor / below, unit, RESULT + over + " / " + under)
                : Figure.missing(row.result() == null ? "the row has no result: " + row.outcome() : "no " + over);
    }
}
