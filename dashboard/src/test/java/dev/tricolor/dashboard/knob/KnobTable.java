package dev.tricolor.dashboard.knob;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.KnobCost;
import dev.tricolor.dashboard.gc.KnobState;
import dev.tricolor.dashboard.real.RealJdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what each collector does with the knob, one after the other, and writes the table of docs/knob.md to
 * {@code target/knob-table.md}. Takes about ten minutes, wants a machine of its own, and is run by name only:
 * {@code ./mvnw verify -pl dashboard -am -Dit.test=KnobTable -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}. {@code -Dtricolor.knob.rate=400} allocates so many MB a second instead of 150; {@code
 * -Dtricolor.knob.only=zgc,g1} measures only those.
 */
class KnobTable {

    private static final int LIVE_MB = 200;
    private static final int HEAP_MB = 1200;
    private static final int RATE = Integer.getInteger("tricolor.knob.rate", 150);
    private static final String ONLY = System.getProperty("tricolor.knob.only", "");
    private static final int LARGE_SECONDS = 14;
    private static final int SMALL_SECONDS = 25;

    private final List<String> rows = new ArrayList<>();

    @Test
    void everyCollector(@TempDir Path data) throws Exception {
        rows.add(
                "live " + LIVE_MB + " MB, -Xmx" + HEAP_MB + "m, " + RATE + " MB/s allocated, load average at the start "
                        + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + "\n");
        rows.add("| collector, JDK | peak at 400 | peak at 50 | goal at 50 | within 15 % of 1.5 · 200 MB after |"
                + " 400 again | collections /s | GC CPU | the loop at 50 |");
        rows.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (RealJdks.Case c : RealJdks.collectors().filter(KnobTable::asked).toList()) {
            try (KnobDashboard dashboard = KnobDashboard.start(data.resolve(c.toString()));
                    Trial t = Trial.start(dashboard, c, LIVE_MB, HEAP_MB, RATE)) {
                rows.add(row(c, t));
            }
            Files.write(Path.of("target", "knob-table.md"), rows);
        }
        rows.add("\nload average at the end "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        Files.write(Path.of("target", "knob-table.md"), rows);
    }

    private static boolean asked(RealJdks.Case c) {
        return ONLY.isEmpty() || List.of(ONLY.split(",")).contains(c.choice().id());
    }

    private static String row(RealJdks.Case c, Trial t) throws Exception {
        t.turn("{\"gogc\": 400}", "400");
        t.run(LARGE_SECONDS);
        long large = Collections.max(t.peaks(10));
        t.turn("{\"gogc\": 50}", "50");
        t.run(SMALL_SECONDS);
        List<Long> peaks = t.peaks(SMALL_SECONDS);
        KnobState state = t.state().orElseThrow();
        KnobCost cost = KnobCost.of(t.timeline(), Instant.now());
        String full = "";
        if (!c.choice().collector().concurrent()) {
            t.collect();
            t.run(8);
            full = "; after a full collection " + mb(Collections.max(t.peaks(6)));
        }
        t.turn("{\"gogc\": 400}", "400");
        t.run(12);
        long again = Collections.max(t.peaks(10));
        t.turn("{\"restore\": true}", "off");
        return "| " + c + " | " + mb(large) + " | " + last(peaks) + " | "
                + (state.goal().isPresent() ? mb(state.goal().getAsLong()) : "not known") + " | " + after(peaks) + " | "
                + mb(again) + " | "
                + sides(cost.before().collectionsPerSecond(), cost.now().collectionsPerSecond(), 1)
                + " | " + sides(cost.before().gcShareOfMachine(), cost.now().gcShareOfMachine(), 100) + " % | "
                + state.state() + full + " |";
    }

    /** The first second from which on nearly all peaks lie within the bound: one in ten may be a hiccup of the machine. */
    private static String after(List<Long> peaks) {
        double bound = 1.15 * 1.5 * (LIVE_MB << 20);
        OptionalInt first = IntStream.range(0, peaks.size() - 5)
                .filter(i -> peaks.get(i) <= bound)
                .filter(i -> peaks.subList(i, peaks.size()).stream()
                                .filter(p -> p > bound)
                                .count()
                        <= (peaks.size() - i) / 10)
                .findFirst();
        return first.isPresent() ? first.getAsInt() + 1 + " s" : "not";
    }

    /** The usual peak of the last fifteen seconds, and the highest. */
    private static String last(List<Long> peaks) {
        List<Long> sorted =
                peaks.subList(peaks.size() - 15, peaks.size()).stream().sorted().toList();
        return mb(sorted.get(7)) + " (at most " + mb(sorted.get(14)) + ")";
    }

    private static String mb(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String sides(Figure<Double> before, Figure<Double> now, double times) {
        return side(before, times) + " → " + side(now, times);
    }

    private static String side(Figure<Double> figure, double times) {
        return figure instanceof Figure.Known<Double> k ? String.format(Locale.ROOT, "%.1f", k.value() * times) : "n/a";
    }
}
