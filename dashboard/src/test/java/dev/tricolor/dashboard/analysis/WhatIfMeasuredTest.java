package dev.tricolor.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What-if against measurement: real Go runs at GOGC 50 and 200, foretold from those at 100. Means of three runs each. */
class WhatIfMeasuredTest {

    private static final double TARGET = 0.15;
    private static final Pattern GC =
            Pattern.compile("ms clock, [\\d.]+\\+([\\d.]+)/([\\d.]+)/([\\d.]+)\\+[\\d.]+ ms cpu");
    private static final Pattern HEAP = Pattern.compile("gc (\\d+) @.* \\d+->(\\d+)->(\\d+) MB, ");
    private static final double MIB = 1 << 20;
    private static final Pattern END =
            Pattern.compile("end cycles (\\d+) allocs (\\d+) elapsed_ns (\\d+) cpu_ns (\\d+) ");
    private static final Pattern STILL = Pattern.compile("still .* live (\\d+) ");

    /** Assists, background workers and idle processors of all cycles, and the process's CPU time by getrusage. */
    private static MarkCosts measured(int gogc) throws IOException {
        String text;
        try (InputStream in = WhatIfMeasuredTest.class.getResourceAsStream("go1.26.8-what-if-gogc-" + gogc + ".txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<MatchResult> ends = END.matcher(text).results().toList();
        assertThat(ends).hasSize(3);
        double gc = GC.matcher(text)
                        .results()
                        .mapToDouble(m -> number(m, 1) + number(m, 2) + number(m, 3))
                        .sum()
                / 1e3
                / ends.size();
        return new MarkCosts(
                STILL.matcher(text)
                        .results()
                        .mapToDouble(m -> number(m, 1))
                        .average()
                        .orElseThrow(),
                mean(ends, 2),
                mean(ends, 3) / 1e9,
                (int) Math.round(mean(ends, 1)),
                gc,
                mean(ends, 4) / 1e9 - gc,
                2);
    }

    private static double mean(List<MatchResult> results, int group) {
        return results.stream().mapToDouble(m -> number(m, group)).average().orElseThrow();
    }

    private static double number(MatchResult m, int group) {
        return Double.parseDouble(m.group(group));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void gcCpuShare_foretoldFrom100(int gogc) throws IOException {
        MarkCosts real = measured(gogc);
        double share = real.gcCpuSeconds() / (real.gcCpuSeconds() + real.programCpuSeconds());
        MarkCosts.Prediction foretold = measured(100).byThePacer(gogc, 100);
        double error = foretold.gcShare() / share - 1;
        System.out.printf(
                Locale.ROOT,
                "GOGC %d from 100: %.1f %% GC CPU foretold, %.1f %% measured, error %+.1f %%; %.0f cycles foretold, %d counted%n",
                gogc,
                100 * foretold.gcShare(),
                100 * share,
                100 * error,
                foretold.cyclesPerSecond() * real.seconds(),
                real.cycles());
        assertThat(Math.abs(error)).isLessThanOrEqualTo(TARGET);
    }

    /** Heap when marking ended, and what was marked, from the trace's whole MiB: half of one added. */
    private static double mebibytes(int gogc, int group) throws IOException {
        try (InputStream in = WhatIfMeasuredTest.class.getResourceAsStream("go1.26.8-what-if-gogc-" + gogc + ".txt")) {
            return HEAP.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .filter(m -> number(m, 1) > 5) // the live set is built
                    .mapToDouble(m -> number(m, group) + 0.5)
                    .average()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200})
    void heap_foretoldFrom100(int gogc) throws IOException {
        MarkCosts fitted = measured(100).reachableOf(mebibytes(100, 3) * MIB, 100);
        double real = mebibytes(gogc, 2);
        double foretold = fitted.byThePacer(gogc, 100).heapBytes() / MIB;
        System.out.printf(
                Locale.ROOT, "GOGC %d from 100: heap %.1f MiB foretold, %.1f measured%n", gogc, foretold, real);
        assertThat(foretold).isCloseTo(real, within(0.1 * real));
    }

    /** What is allocated while a cycle marks is marked, but not reachable for it. */
    @Test
    void reachable_isWhatMakesTheCyclesMarkAsMuchAsTheyDid() {
        MarkCosts measured = new MarkCosts(70.0 * MIB, 3400.0 * MIB, 5.5, 52, 3, 8, 2);
        MarkCosts fitted = measured.reachableOf(70.0 * MIB, 100);
        assertThat(fitted.liveBytes()).isLessThan(60.0 * MIB).isGreaterThan(30.0 * MIB);
        assertThat(fitted.byThePacer(100, 100).heapBytes())
                .as("marked twice, as GOGC 100 says")
                .isCloseTo(140.0 * MIB, within(7.0 * MIB));
    }
}
