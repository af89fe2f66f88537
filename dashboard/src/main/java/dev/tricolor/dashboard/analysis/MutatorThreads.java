package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.MutatorSample;
import dev.tricolor.dashboard.gc.Stall;
import dev.tricolor.dashboard.gc.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How many threads do the application's work, against which a stalled one is weighed.
 *
 * <p>What the workload says it started; else the most threads that used at least 1 % of the machine within one period of
 * {@code jdk.ThreadCPULoad}, and no fewer than were stalled at the same time. The JVM's own Java threads and the observer's
 * don't count. In Go at most GOMAXPROCS.
 */
public final class MutatorThreads {
    private static final double BUSY = 0.01;
    /** Samples of one period are written within a moment of each other, periods are a second or more apart. */
    private static final Duration SAME_PERIOD = Duration.ofMillis(200);

    private static final List<String> NOT_THE_APPLICATION = List.of(
            "JFR ",
            "tricolor",
            "C1 ",
            "C2 ",
            "VM ",
            "GC ",
            "G1 ",
            "Attach Listener",
            "Common-Cleaner",
            "Finalizer",
            "Monitor Deflation",
            "Notification Thread",
            "Reference Handler",
            "Service Thread",
            "Signal Dispatcher",
            "Sweeper thread");

    private MutatorThreads() {}

    public static Figure<Integer> of(Timeline timeline) {
        if (Instruments.go(timeline)) {
            return ofGo(timeline);
        }
        int stalled = stalledAtOnce(timeline.stalls());
        OptionalInt told =
                WorkloadResult.of(timeline).map(WorkloadResult::threads).orElse(OptionalInt.empty());
        int busy = busyAtOnce(timeline.mutators());
        if (told.isPresent()) {
            return Figure.known(told.getAsInt(), "count", "threads, as the workload says");
        }
        if (busy >= Math.max(1, stalled)) {
            return Figure.known(busy, "count", "jdk.ThreadCPULoad: most threads with 1 % of the machine in one period");
        }
        return stalled > 0
                ? Figure.known(stalled, "count", "jdk.ZAllocationStall: most threads stalled at once, a lower bound")
                : Figure.missing("no jdk.ThreadCPULoad of an application thread in this window");
    }

    /** Goroutines are many, but only GOMAXPROCS of them run at once. */
    private static Figure<Integer> ofGo(Timeline timeline) {
        OptionalInt told =
                WorkloadResult.of(timeline).map(WorkloadResult::threads).orElse(OptionalInt.empty());
        long processors = timeline.runtime().processors().orElse(0);
        if (processors == 0) {
            return told.isPresent()
                    ? Figure.known(told.getAsInt(), "count", "threads, as the workload says")
                    : Figure.missing("GOMAXPROCS is not known yet");
        }
        return told.isPresent() && told.getAsInt() < processors
                ? Figure.known(told.getAsInt(), "count", "threads, as the workload says, fewer than GOMAXPROCS")
                : Figure.known((int) processors, "count", "GOMAXPROCS: so many goroutines run at once");
    }

    /** Whether a thread of this name is the application's own. */
    static boolean application(String thread) {
        return NOT_THE_APPLICATION.stream().noneMatch(thread::startsWith);
    }

    private static int busyAtOnce(List<MutatorSample> samples) {
        Set<Long> busy = new HashSet<>();
        Instant period = Instant.MIN;
        int most = 0;
        for (MutatorSample s : samples) {
            if (s.at().isAfter(period)) {
                busy.clear();
                period = s.at().plus(SAME_PERIOD);
            }
            if (s.load() >= BUSY && application(s.thread())) {
                busy.add(s.threadId());
                most = Math.max(most, busy.size());
            }
        }
        return most;
    }

    /** The most of the application's threads stalled at one instant; {@code stalls} in the order of their starts. */
    static int stalledAtOnce(List<Stall> stalls) {
        PriorityQueue<Instant> ends = new PriorityQueue<>();
        int most = 0;
        for (Stall s : stalls) {
            if (!application(s.thread())) {
                continue;
            }
            while (!ends.isEmpty() && !ends.element().isAfter(s.at())) {
                ends.remove();
            }
            ends.add(s.end());
            most = Math.max(most, ends.size());
        }
        return most;
    }
}
