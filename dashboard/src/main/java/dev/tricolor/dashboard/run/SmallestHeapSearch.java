package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.SmallestHeap;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Finds the smallest heap in which a workload completes, by bisection: it doubles until the work completes, then halves the
 * span down to 3 % or 1 MiB. "Completes" means: ends by itself with its invariants held, within ten times what it took with
 * ample heap (or 20 s where that is longer). The last size must complete twice. Without the agent, whose heap is below 1 MiB.
 */
final class SmallestHeapSearch {
    private static final long MB = 1 << 20;
    private static final int SLOWER_AT_MOST = 10;
    private static final Duration SLOW_AT_LEAST = Duration.ofSeconds(20);

    private final Home home;
    private final Children children;
    private final Duration atMost;
    private final Pinning pinning;

    SmallestHeapSearch(Home home, Children children, Duration atMost, Pinning pinning) {
        this.home = home;
        this.children = children;
        this.atMost = atMost;
        this.pinning = pinning;
    }

    /**
     * Searches.
     *
     * @param lower bytes known to be too little, such as the live set
     * @param upper bytes beyond which it is given up
     * @param probing hears each size before it is tried
     * @return with 0 bytes where the workload refuses this JDK or completes in no heap up to {@code upper}
     * @throws IOException where the run has been ended from outside
     */
    SmallestHeap find(
            RunPlan.Work work, CollectorChoice collector, Jdk jdk, long lower, long upper, LongConsumer probing)
            throws InterruptedException, IOException {
        Prober prober = new Prober(work, collector, jdk, probing);
        long low = Math.max(MB, lower / MB * MB);
        long high = Math.max(16 * MB, 2 * low);
        while (!prober.completes(high)) {
            if (prober.refused || high >= upper) {
                return prober.result(0);
            }
            low = high;
            high = Math.min(2 * high, upper);
        }
        Duration ample = prober.completes(4 * high) ? prober.last : prober.slowest;
        prober.limit = longer(SLOW_AT_LEAST, ample.multipliedBy(SLOWER_AT_MOST));
        while (high - low > Math.max(MB, high / 32)) {
            long middle = low + (high - low) / 2 / MB * MB;
            if (prober.completes(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        while (!prober.completes(high) && high < upper) {
            high += Math.max(MB, high / 32 / MB * MB);
        }
        return prober.result(high);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** One setup's runs. */
    private final class Prober {
        private final RunPlan.Work work;
        private final CollectorChoice collector;
        private final Jdk jdk;
        private final LongConsumer probing;
        private Duration limit = atMost;
        private Duration last = Duration.ZERO;
        private Duration slowest = Duration.ZERO;
        private boolean refused;
        private int probes;

        Prober(RunPlan.Work work, CollectorChoice collector, Jdk jdk, LongConsumer probing) {
            this.work = work;
            this.collector = collector;
            this.jdk = jdk;
            this.probing = probing;
        }

        boolean completes(long bytes) throws InterruptedException, IOException {
            probing.accept(bytes);
            probes++;
            Target target = new JvmTarget(collector, jdk, new HeapSize(bytes));
            List<String> command = new ArrayList<>(pinning.prefix());
            command.addAll(target.bare(home, work.workload(), work.arguments()).command());
            ChildResult child = new ChildRun(children, limit)
                    .run(command, Matrix.cleanEnvironment(), "probe-" + target.name() + "-" + probes);
            if (child.outcome() == Outcome.CANCELLED) {
                throw new IOException("ended while looking for the smallest heap");
            }
            refused = child.outcome() == Outcome.REFUSED;
            last = child.took();
            slowest = longer(slowest, last);
            return child.outcome() == Outcome.OK;
        }

        SmallestHeap result(long bytes) {
            return new SmallestHeap(
                    work.workload(), work.arguments(), collector.id(), jdk.feature(), jdk.version(), bytes, probes);
        }
    }
}
