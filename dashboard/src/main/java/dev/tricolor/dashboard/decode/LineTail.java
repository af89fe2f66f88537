package dev.tricolor.dashboard.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads each line of a growing file once. What comes behind the last newline waits until its line is complete. Not
 * thread-safe.
 */
final class LineTail {

    /** A longer line is cut here; the rest of it is left out. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int BLOCK = 1 << 18;

    private final Path file;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private byte[] open = new byte[1024];
    private int openLength;
    private long read;

    LineTail(Path file) {
        this.file = file;
    }

    /** Hands every line that was completed since the last call to {@code sink}, without its newline. */
    void readNew(Consumer<String> sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int n = next(channel); n > 0; n = next(channel)) {
                read += n;
                take(block.array(), n, sink);
            }
        }
    }

    private int next(FileChannel channel) throws IOException {
        block.clear();
        return channel.read(block, read);
    }

    private void take(byte[] bytes, int length, Consumer<String> sink) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, from, i);
                String line = new String(open, 0, openLength, StandardCharsets.UTF_8);
                openLength = 0;
                from = i + 1;
                sink.accept(line);
            }
        }
        keep(bytes, from, length);
    }

    private void keep(byte[] bytes, int from, int to) {
        int n = Math.min(to - from, LONGEST_LINE - openLength);
        if (openLength + n > open.length) {
            open = Arrays.copyOf(open, Math.max(openLength + n, 2 * open.length));
        }
        System.arraycopy(bytes, from, open, openLength, n);
        openLength += n;
    }

    /** Bytes that wait behind the last newline. */
    int waiting() {
        return openLength;
    }
}
