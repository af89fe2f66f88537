package dev.tricolor.dashboard.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.analysis.WorkloadResult;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.real.RealApp;
import dev.tricolor.dashboard.real.RealJdks;
import dev.tricolor.dashboard.real.TestDashboard;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A measured part that ends before the agent has read twice by itself has its CPU figures all the same. Fixed work, which a
 * busy machine makes longer but not smaller.
 */
class ShortRunIT {

    private static final long MILLI = 1_000_000;

    @TempDir
    Path folder;

    static Stream<RealJdks.Case> collectors() {
        return RealJdks.collectors();
    }

    @ParameterizedTest
    @MethodSource("collectors")
    void cpuIsKnownAndAgreesWithTheWorkloads(RealJdks.Case c) throws Exception {
        if (!run(c, folder.resolve("first"))) {
            // Seen once in some 150 runs, Parallel on 25, and not understood (docs/decisions.md).
            System.out.println("short run: " + c + ": the workload was told that nothing was allocated; once more");
            assertThat(run(c, folder.resolve("second")))
                    .as("the JVM's counter moves")
                    .isTrue();
        }
    }

    /** False where the workload itself was told by the JVM that it had allocated nothing. */
    private static boolean run(RealJdks.Case c, Path folder) throws Exception {
        Timeline timeline;
        try (TestDashboard dashboard = TestDashboard.start(folder)) {
            RealApp.workload(c.jdk())
                    .jvm(c.choice().flags(c.jdk().feature()))
                    .jvm(List.of("-Xms64m", "-Xmx64m"))
                    .agent(dashboard.url(), "name=short,start=sync")
                    .args("churn", "--ops", "6m", "--live", "16m", "--threads", "1", "--warmup", "0")
                    .runToEnd();
            timeline = dashboard.awaitEnded("short").timeline();
        }
        SessionSummary summary = SessionSummary.of(timeline);
        WorkloadResult result = WorkloadResult.of(timeline).orElseThrow();
        long told = result.json().path("processCpuNs").asLong();
        long read = summary.cpu().process().optional().orElseThrow();
        double share = summary.cpu().gcShare().optional().orElseThrow();
        System.out.printf(
                "short run: %s: process CPU %d ms, workload %d ms, GC %.3f%n", c, read / MILLI, told / MILLI, share);
        assertThat(read).isCloseTo(told, within(Math.max(30 * MILLI, told / 20)));
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(summary.cpu().gc().optional().orElseThrow()).isPositive();
        // The same counter, read a moment apart while the workers wait.
        long allocated = result.json().path("processAllocatedBytes").asLong();
        if (allocated == 0) {
            System.out.println("short run: " + result.json());
            return false;
        }
        assertThat(summary.allocation().total().optional().orElseThrow())
                .isCloseTo(allocated, within((1L << 20) + allocated / 100));
        return true;
    }
}
