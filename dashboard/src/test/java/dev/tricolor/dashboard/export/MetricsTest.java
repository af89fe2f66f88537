package dev.tricolor.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.analysis.TimelineBuilder;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Collector;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.gc.Cycle.Kind;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionMeta;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final AtomicReference<List<Exported>> sessions = new AtomicReference<>(List.of());
    private final Metrics metrics = new Metrics(new IngestCounters(), sessions::get);

    private static Exported session(String name, long version, Timeline timeline) {
        SessionMeta meta = new SessionMeta(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                "jvm",
                "jfr",
                "host",
                1,
                TimelineBuilder.T0,
                Optional.empty(),
                "",
                Map.of());
        return new Exported(meta, new Timelines.Snapshot(version, timeline, TimelineBuilder.T0, Map.of(), List.of()));
    }

    private static TimelineBuilder zgc() {
        return TimelineBuilder.of(Collector.ZGC)
                .covered(0, 1000)
                .covered(1500, 2000)
                .pause(100, 0.01, 1, "Pause Mark Start")
                .pause(110, 0.011, 1, "Pause Mark End")
                .collection(100, 50, 1, Kind.GLOBAL, "ZGC", "Proactive", 900, 400)
                .stall(120, 30, 7)
                .allocated(900, 123_456)
                .rss(900, 5000, 6000)
                .cpu(900, CpuGroup.PROCESS, 700)
                .cpu(900, CpuGroup.GC_WORKERS, 250)
                .agent(900, 1000, 10, 2.5, 3);
    }

    @Test
    void theWholeText() throws Exception {
        sessions.set(List.of(session("shop \"a\"", 1, zgc().build())));
        metrics.gauge("tricolor.sse.clients", "Pages that are open", () -> 2);
        metrics.counter("tricolor.sse.dropped", "Pages dropped for being slow", () -> 4, "why", "slow");

        try (InputStream golden = MetricsTest.class.getResourceAsStream("metrics.txt")) {
            assertThat(metrics.scrape()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void readingATimelineAgainCountsNothingTwice() {
        sessions.set(List.of(session("a", 1, zgc().build())));
        String first = metrics.scrape();
        assertThat(metrics.scrape()).isEqualTo(first);
        sessions.set(List.of(session("a", 2, zgc().build()))); // rebuilt from the log: another version, the same data
        assertThat(metrics.scrape()).isEqualTo(first);
    }

    @Test
    void newDataIsAddedWhereverInTimeItLies() {
        sessions.set(List.of(session("a", 1, zgc().build())));
        metrics.scrape();
        sessions.set(List.of(session("a", 2, zgc().pause(50, 1).pause(1600, 20).build())));

        assertThat(line(metrics.scrape(), "tricolor_gc_pause_seconds_count")).endsWith(" 4");
        assertThat(line(metrics.scrape(), "tricolor_gc_stopped_seconds_total")).endsWith(" 0.021021");
    }

    @Test
    void aCounterNeverFallsThoughACollectionIsFoundToBeOfAnotherKind() {
        sessions.set(List.of(session(
                "a",
                1,
                TimelineBuilder.of(Collector.SHENANDOAH_GENERATIONAL)
                        .covered(0, 1000)
                        .cycle(1, 1, 1, Kind.GLOBAL, "Shenandoah", "Heuristics")
                        .build())));
        metrics.scrape();
        sessions.set(List.of(session(
                "a",
                2,
                TimelineBuilder.of(Collector.SHENANDOAH_GENERATIONAL)
                        .covered(0, 1000)
                        .cycle(1, 1, 1, Kind.YOUNG, "Shenandoah", "Heuristics")
                        .build())));

        String text = metrics.scrape();
        assertThat(text.lines().filter(l -> l.startsWith("tricolor_gc_cycles_total")))
                .hasSize(2)
                .allMatch(l -> l.endsWith(" 1.0"));
    }

    @Test
    void aSessionThatIsGoneHasNoSeries() {
        sessions.set(List.of(session("a", 1, zgc().build()), session("b", 2, zgc().build())));
        assertThat(metrics.scrape()).contains("session=\"a\"").contains("session=\"b\"");
        sessions.set(List.of(session("b", 2, zgc().build())));
        assertThat(metrics.scrape()).doesNotContain("session=\"a\"").contains("session=\"b\"");
    }

    @Test
    void whatACollectorCanNotReportIsAbsentNotZero() {
        sessions.set(List.of(session(
                "a", 1, TimelineBuilder.of(Collector.G1).covered(0, 1000).build())));

        String text = metrics.scrape();
        assertThat(line(text, "tricolor_gc_pause_seconds_count")).endsWith(" 0");
        assertThat(text)
                .doesNotContain("tricolor_gc_stall_seconds")
                .doesNotContain("tricolor_heap_live_bytes")
                .doesNotContain("tricolor_cpu_seconds");
    }

    @Test
    void causesAndLabelsAreBounded() {
        TimelineBuilder b = TimelineBuilder.of(Collector.G1).covered(0, 1000);
        for (int i = 0; i < 200; i++) {
            b.cycle(i, 1, i, Kind.YOUNG, "G1New", "cause " + i);
        }
        sessions.set(List.of(session("x".repeat(500), 1, b.build())));

        String text = metrics.scrape();
        assertThat(text.lines().filter(l -> l.startsWith("tricolor_gc_cycles_total")))
                .hasSize(31)
                .anyMatch(l -> l.contains("cause=\"other\"") && l.endsWith(" 170.0"));
        assertThat(text).contains("session=\"" + "x".repeat(100) + "\"");
    }

    @Test
    void aCounterOfAnotherPackageLivesAsLongAsTheMetrics() {
        AtomicLong clients = new AtomicLong(1);
        metrics.counter("tricolor.test", "A test", clients::get);
        System.gc();
        clients.set(5);
        assertThat(line(metrics.scrape(), "tricolor_test_total")).endsWith(" 5.0");
    }

    private static String line(String text, String start) {
        return text.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    }
}
