package dev.tricolor.dashboard.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.dashboard.RealRecording;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.log.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinesTest {

    @TempDir
    Path root;

    @Test
    void eachEvent_isDecodedOnce_whileTheLogGrows() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        Path whole = Files.write(root.resolve("whole.jfr"), recording);
        Map<String, Long> expected = RealRecording.counts(whole);
        try (SessionStore store = SessionStore.open(root.resolve("store"));
                Timelines timelines = new Timelines(store)) {
            UUID id = UUID.randomUUID();
            SessionLog log = store.openSession(
                    new SessionMeta(id, "app", "jvm", "jfr", "", 1, Instant.now(), Optional.empty(), "", Map.of()));
            int pausesBefore = 0;
            for (int at = 0; at < sent.length; at += 20_000) {
                int n = Math.min(20_000, sent.length - at);
                log.append(at, Arrays.copyOfRange(sent, at, at + n), n);
                int pauses = timelines.current(id).timeline().pauses().size();
                assertThat(pauses).isGreaterThanOrEqualTo(pausesBefore);
                pausesBefore = pauses;
            }
            Timelines.Snapshot now = timelines.current(id);
            assertThat(now.problems()).isEmpty();
            assertThat(now.counts()).isEqualTo(expected);
            assertThat(now.timeline().pauses())
                    .hasSize(expected.get("jdk.GCPhasePause").intValue());
            assertThat(now.timeline().pauses()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(now.timeline().covered()).as("no gap").hasSize(1);
            assertThat(now.timeline().runtime().maxHeap()).isPresent();
        }
        try (SessionStore store = SessionStore.open(root.resolve("store"));
                Timelines again = new Timelines(store)) {
            assertThat(again.current(store.sessions().get(0).meta().id()).counts())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aMissingChunk_isAGap() throws Exception {
        byte[] recording = RealRecording.bytes();
        var original = RealRecording.chunks(recording);
        try (SessionStore store = SessionStore.open(root);
                Timelines timelines = new Timelines(store)) {
            UUID id = UUID.randomUUID();
            SessionLog log = store.openSession(
                    new SessionMeta(id, "app", "jvm", "jfr", "", 1, Instant.now(), Optional.empty(), "", Map.of()));
            byte[] all = RealRecording.asSent(recording);
            int first = original.get(0).length;
            int second = original.get(1).length;
            int rotation = original.size() > 3 ? original.get(2).length : 0;
            log.append(0, all, first);
            int third = first + second + rotation;
            byte[] rest = Arrays.copyOfRange(all, third, all.length);
            log.append(first, rest, rest.length);
            assertThat(original).hasSizeGreaterThanOrEqualTo(3);
            assertThat(timelines.current(id).timeline().covered()).hasSize(2);
        }
    }

    @Test
    void readersThatNeverWait_seeNoHalfWrittenFlush() throws Exception {
        byte[] recording = RealRecording.bytes();
        byte[] sent = RealRecording.asSent(recording);
        Map<String, Long> expected = RealRecording.counts(Files.write(root.resolve("whole.jfr"), recording));
        try (SessionStore store = SessionStore.open(root.resolve("store"));
                Timelines timelines = new Timelines(store)) {
            for (int round = 0; round < 8; round++) {
                UUID id = UUID.randomUUID();
                SessionLog log = store.openSession(
                        new SessionMeta(id, "app", "jvm", "jfr", "", 1, Instant.now(), Optional.empty(), "", Map.of()));
                AtomicBoolean done = new AtomicBoolean();
                CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                    while (!done.get()) {
                        timelines.current(id);
                    }
                });
                for (int at = 0; at < sent.length; at += 60_000) {
                    int n = Math.min(60_000, sent.length - at);
                    log.append(at, Arrays.copyOfRange(sent, at, at + n), n);
                }
                log.end("exit");
                done.set(true);
                reader.get();
                assertThat(timelines.current(id).problems()).isEmpty();
                assertThat(timelines.current(id).counts()).isEqualTo(expected);
            }
        }
    }
}
