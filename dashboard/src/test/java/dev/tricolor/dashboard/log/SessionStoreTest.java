package dev.tricolor.dashboard.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tricolor.dashboard.RealRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStoreTest {

    @TempDir
    Path root;

    private static SessionMeta meta(UUID id) {
        return new SessionMeta(
                id, "app", "jvm", "jfr", "host", 42, Instant.now(), Optional.empty(), "", Map.of("run", "r1"));
    }

    private static void appendAll(SessionLog log, byte[] bytes, Random random, int largest) throws IOException {
        int at = Math.toIntExact(log.size());
        while (at < bytes.length) {
            int n = Math.min(bytes.length - at, 1 + random.nextInt(largest));
            log.append(at, Arrays.copyOfRange(bytes, at, at + n), n);
            at += n;
        }
    }

    @Test
    void chunks_sentInPiecesOfAnySize_areStoredByteForByte() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        assertThat(RealRecording.chunks(recording)).hasSizeGreaterThanOrEqualTo(3);
        for (int largest : new int[] {1 << 20, 20_000, 1999}) {
            UUID id = UUID.randomUUID();
            try (SessionStore store = SessionStore.open(root)) {
                SessionLog log = store.openSession(meta(id));
                appendAll(log, sent, new Random(largest), largest);
                assertThat(log.size()).isEqualTo(sent.length);
                var expected = RealRecording.chunks(recording);
                assertThat(log.chunks()).hasSize(expected.size());
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(Files.readAllBytes(log.chunks().get(i))).isEqualTo(expected.get(i));
                }
            }
        }
    }

    @Test
    void log_continuesWhereItStopped_whenTheDashboardDiesAtAnyMoment() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        UUID id = UUID.randomUUID();
        Random random = new Random(7);
        for (int cut = 0; cut < 12; cut++) {
            // Never closed: what a kill -9 leaves behind is whatever was appended.
            SessionLog log = SessionStore.open(root).openSession(meta(id));
            byte[] part = Arrays.copyOf(sent, (int) ((long) sent.length * (cut + 1) / 12));
            appendAll(log, part, random, 30_000);
        }
        try (SessionStore store = SessionStore.open(root)) {
            SessionLog log = store.find(id).orElseThrow();
            assertThat(log.meta().labels()).containsEntry("run", "r1");
            assertThat(log.size()).isEqualTo(sent.length);
            Path whole = root.resolve("whole.jfr");
            Files.write(whole, recording);
            assertThat(RealRecording.counts(log.chunks().toArray(Path[]::new))).isEqualTo(RealRecording.counts(whole));
        }
    }

    @Test
    void append_notAtTheHeldOffset_isRefusedAndChangesNothing() throws Exception {
        byte[] sent = RealRecording.asSent(RealRecording.bytes());
        try (SessionStore store = SessionStore.open(root)) {
            SessionLog log = store.openSession(meta(UUID.randomUUID()));
            log.append(0, sent, 1000);
            assertThatThrownBy(() -> log.append(0, sent, 1000))
                    .isInstanceOfSatisfying(
                            OffsetMismatchException.class,
                            e -> assertThat(e.held()).isEqualTo(1000));
            assertThat(log.size()).isEqualTo(1000);
        }
    }

    @Test
    void append_ofSomethingElse_isRefusedAndChangesNothing() throws Exception {
        byte[] sent = RealRecording.asSent(RealRecording.bytes());
        try (SessionStore store = SessionStore.open(root)) {
            SessionLog log = store.openSession(meta(UUID.randomUUID()));
            byte[] html = "<html>this is not a recording, whatever it says it is, and it is long enough</html>"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThatThrownBy(() -> log.append(0, html, html.length)).isInstanceOf(MalformedLogException.class);
            assertThat(log.size()).isZero();
            log.append(0, sent, 200_000);
            byte[] zeros = new byte[1_000_000];
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            log.append(log.size(), zeros, zeros.length);
                        }
                    })
                    .isInstanceOf(MalformedLogException.class);
        }
    }

    @Test
    void end_cutsOffWhatFollowsTheLastFlush() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        int firstChunk = RealRecording.chunks(recording).get(0).length;
        try (SessionStore store = SessionStore.open(root)) {
            SessionLog log = store.openSession(meta(UUID.randomUUID()));
            log.append(0, sent, firstChunk - 3);
            log.end("killed");
            assertThat(log.meta().ended()).isPresent();
            assertThat(RealRecording.counts(log.chunks().get(0))).containsKey("jdk.GCPhasePause");
        }
    }

    @Test
    void retention_removesTheOldestThatAreNotRunning() throws Exception {
        byte[] sent = RealRecording.asSent(RealRecording.bytes());
        Retention small = new Retention(Duration.ofDays(1), sent.length * 5L / 2, 100, Duration.ofMinutes(1));
        try (SessionStore store = SessionStore.open(root, small)) {
            SessionLog first = store.openSession(meta(UUID.randomUUID()));
            first.append(0, sent, sent.length);
            first.end("exit");
            SessionLog second = store.openSession(meta(UUID.randomUUID()));
            second.append(0, sent, sent.length);
            SessionLog third = store.openSession(meta(UUID.randomUUID()));
            assertThat(store.full()).isFalse();
            third.append(0, sent, sent.length);
            store.retain();
            assertThat(store.find(first.meta().id())).isEmpty();
            assertThat(store.find(second.meta().id())).isPresent();
            assertThat(root.resolve(first.meta().id().toString())).doesNotExist();
        }
    }
}
