package dev.tricolor.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.ingest.IngestCounters;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.log.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real recording through a real store and decoder to the text. */
class LiveSessionsTest {
    @TempDir
    Path root;

    private static SessionLog open(SessionStore store, String name) throws Exception {
        return store.openSession(new SessionMeta(
                UUID.randomUUID(), name, "jvm", "jfr", "", 1, Instant.now(), Optional.empty(), "", Map.of()));
    }

    private static Clock in(Duration ahead) {
        return Clock.fixed(Instant.now().plus(ahead), ZoneOffset.UTC);
    }

    @Test
    void pausesAreCountedOnceWhileTheLogGrowsAndAfterARestart() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        long pauses = RealRecording.counts(Files.write(root.resolve("whole.jfr"), recording))
                .get("jdk.GCPhasePause");
        try (SessionStore store = SessionStore.open(root.resolve("store"));
                Timelines timelines = new Timelines(store)) {
            Metrics metrics = new Metrics(store, timelines, new IngestCounters());
            SessionLog log = open(store, "app");
            double before = 0;
            for (int at = 0; at < sent.length; at += 50_000) {
                int n = Math.min(50_000, sent.length - at);
                log.append(at, Arrays.copyOfRange(sent, at, at + n), n);
                double now = value(metrics.scrape(), "tricolor_gc_pause_seconds_count");
                assertThat(now).isGreaterThanOrEqualTo(before);
                before = now;
            }
            assertThat(before).isEqualTo(pauses);
            assertThat(value(metrics.scrape(), "tricolor_sessions_live")).isEqualTo(1);
            assertThat(value(metrics.scrape(), "tricolor_store_bytes")).isEqualTo(sent.length);
        }
        try (SessionStore store = SessionStore.open(root.resolve("store"));
                Timelines timelines = new Timelines(store)) {
            Metrics again = new Metrics(store, timelines, new IngestCounters());
            assertThat(value(again.scrape(), "tricolor_gc_pause_seconds_count")).isEqualTo(pauses);
        }
    }

    @Test
    void anEndedSessionLingersThenGoes() throws Exception {
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            open(store, "ended").end("exit");
            open(store, "running");

            assertThat(new LiveSessions(store, timelines, in(Duration.ZERO)).now())
                    .hasSize(2);
            assertThat(new LiveSessions(store, timelines, in(LiveSessions.LINGER.plusSeconds(1))).now())
                    .extracting(e -> e.meta().name())
                    .containsExactly("running");
        }
    }

    @Test
    void aDeletedSessionGoesAtOnce() throws Exception {
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            Metrics metrics = new Metrics(store, timelines, new IngestCounters());
            SessionLog log = open(store, "short-lived");
            assertThat(metrics.scrape()).contains("session=\"short-lived\"");
            store.delete(log.meta().id());
            assertThat(metrics.scrape()).doesNotContain("short-lived");
        }
    }

    @Test
    void moreSessionsThanTheLimitAreLeftOutAndCounted() throws Exception {
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            Metrics metrics = new Metrics(store, timelines, new IngestCounters());
            for (int i = 0; i < LiveSessions.MOST + 3; i++) {
                open(store, "s" + i);
            }
            String text = metrics.scrape();
            assertThat(text.lines().filter(l -> l.startsWith("tricolor_session_problems{")))
                    .hasSize(LiveSessions.MOST);
            assertThat(value(text, "tricolor_sessions_left_out")).isEqualTo(3);
            assertThat(value(text, "tricolor_sessions")).isEqualTo(LiveSessions.MOST + 3);
        }
    }

    private static double value(String text, String metric) {
        return text.lines()
                .filter(l -> l.startsWith(metric + "{") || l.startsWith(metric + " "))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }
}
