package dev.tricolor.agent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tricolor.agent.JfrStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows a real recording's chunk files, and made-up ones for what JFR does not do on demand. */
class ChunkTailTest {

    private static final String FOLDER = "jdk.jfr.repository";

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(FOLDER);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(FOLDER);
        } else {
            System.setProperty(FOLDER, before);
        }
    }

    @Test
    void realRecording_overThreeChunks_isReadWhole() throws IOException {
        Path dump = folder.resolve("dump.jfr");
        byte[] stream;
        try (Recording recording = new Recording();
                ChunkTail tail = start(recording)) {
            for (int i = 0; i < 2; i++) {
                System.gc();
                try (Recording other = new Recording()) {
                    other.start(); // makes JFR begin another chunk, and ending it one more
                }
            }
            recording.stop();
            stream = readAll(tail);
            recording.dump(dump);
            assertThat(tail.lostChunks()).isZero();
        }
        before = System.getProperty(FOLDER);
        assertThat(JfrStream.file(stream)).isEqualTo(Files.readAllBytes(dump));
    }

    private static ChunkTail start(Recording recording) {
        recording.enable("jdk.GarbageCollection");
        recording.enable("jdk.SystemGC");
        recording.start();
        Instant start = recording.getStartTime();
        return new ChunkTail(start.getEpochSecond() * 1_000_000_000L + start.getNano());
    }

    @Test
    void headerBeingRewritten_isLeftForTheNextLook() throws IOException {
        ByteBuffer chunk = chunk(1_000, 1_100, 1, 100);
        Path file = write("a.jfr", chunk);
        try (ChunkTail tail = new ChunkTail(1_000)) {
            assertThat(tail.poll()).isTrue();
            assertThat(tail.available()).isEqualTo(100);
            chunk.putLong(8, 200).put(64, (byte) 255);
            Files.write(file, chunk.array());
            assertThat(tail.poll()).isFalse();
            assertThat(tail.available()).isEqualTo(100);
            chunk.put(64, (byte) 2);
            Files.write(file, chunk.array());
            assertThat(tail.poll()).isTrue();
            assertThat(tail.available()).isEqualTo(200);
        }
    }

    @Test
    void streamHeader_isZeroedAsInJfrsOwnStream() throws IOException {
        write("a.jfr", chunk(1_000, 1_100, 0, 100));
        try (ChunkTail tail = new ChunkTail(1_000)) {
            tail.poll();
            ByteBuffer in = ByteBuffer.wrap(readAll(tail));
            assertThat(in.getInt(0)).isEqualTo(0x464c5200);
            assertThat(new long[] {in.getLong(8), in.getLong(16), in.getLong(24), in.getLong(40)})
                    .containsOnly(0);
            assertThat(in.getLong(32)).isEqualTo(1_000);
            assertThat(in.get(64)).isEqualTo((byte) 1);
            assertThat(in.get(68)).isEqualTo((byte) 7);
        }
    }

    @Test
    void droppedChunk_isCounted() throws IOException {
        write("a.jfr", chunk(1_000, 1_100, 0, 100));
        Path dropped = write("b.jfr", chunk(1_100, 1_300, 0, 500));
        write("c.jfr", chunk(1_300, 1_400, 0, 100));
        try (ChunkTail tail = new ChunkTail(1_000)) {
            tail.poll();
            tail.look(false);
            assertThat(tail.backlogBytes()).isEqualTo(700);
            Files.delete(dropped);
            readAll(tail);
            assertThat(tail.lostChunks()).isEqualTo(1);
            assertThat(tail.lostNanos()).isEqualTo(200);
            assertThat(tail.lostBytes()).isEqualTo(500);
        }
    }

    @Test
    void rewind_beginsWithTheOldestChunkThere() throws IOException {
        Path first = write("a.jfr", chunk(1_000, 1_100, 0, 100));
        write("b.jfr", chunk(1_100, 1_200, 0, 300));
        write("c.jfr", chunk(1_200, 1_300, 0, 200));
        try (ChunkTail tail = new ChunkTail(1_000)) {
            readAll(tail);
            assertThat(tail.position()).isEqualTo(600);
            assertThat(tail.seek(450)).as("in the chunk being read").isTrue();
            assertThat(tail.seek(50)).as("in an earlier one").isFalse();
            Files.delete(first);
            tail.rewind();
            assertThat(tail.position()).isZero();
            assertThat(readAll(tail)).hasSize(500);
            assertThat(tail.lostBytes()).isEqualTo(100);
        }
    }

    @Test
    void chunkDeletedWhileOpen_isReadToItsEnd() throws IOException {
        Path file = write("a.jfr", chunk(1_000, 1_100, 1, 100));
        try (ChunkTail tail = new ChunkTail(1_000)) {
            tail.poll();
            Files.delete(file);
            assertThat(readAll(tail)).hasSize(100);
        }
    }

    @Test
    void nextChunkHeldAtExit_outlivesTheFolder() throws IOException {
        Path a = write("a.jfr", chunk(1_000, 1_100, 0, 100));
        Path b = write("b.jfr", chunk(1_100, 1_200, 0, 150));
        try (ChunkTail tail = new ChunkTail(1_000)) {
            tail.poll();
            tail.look(true);
            Files.delete(a);
            Files.delete(b);
            assertThat(readAll(tail)).hasSize(250);
            assertThat(tail.atEnd()).isTrue();
            assertThat(tail.lostChunks()).isZero();
        }
    }

    private static byte[] readAll(ChunkTail tail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1_000];
        while (tail.poll() || tail.available() > 0) {
            for (int n = tail.read(block, 10); n > 0; n = tail.read(block, 10)) {
                out.write(block, 10, n);
                assertThat(tail.seek(tail.position() + n)).isTrue();
            }
        }
        return out.toByteArray();
    }

    private Path write(String name, ByteBuffer chunk) throws IOException {
        System.setProperty(FOLDER, folder.toString());
        return Files.write(folder.resolve(name), chunk.array());
    }

    private static ByteBuffer chunk(long start, long end, int state, int size) {
        ByteBuffer b = ByteBuffer.allocate(Math.max(size, 200));
        Arrays.fill(b.array(), 68, b.capacity(), (byte) 7);
        return b.putInt(0, 0x464c5200)
                .putLong(8, size)
                .putLong(16, 90)
                .putLong(24, 80)
                .putLong(32, start)
                .putLong(40, end - start)
                .put(64, (byte) state);
    }
}
