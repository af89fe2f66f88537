package dev.tricolor.agent.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of procfs, kept open and read again and again from its start: one system call a reading, no garbage.
 *
 * <p>All share one buffer, so a reading is to be used before the next. Only the agent's thread does that.
 */
final class ProcFile implements Closeable {

    private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(4096);

    private final FileChannel channel;

    private ProcFile(FileChannel channel) {
        this.channel = channel;
    }

    static ProcFile open(String path) throws IOException {
        return new ProcFile(FileChannel.open(Path.of(path), StandardOpenOption.READ));
    }

    /** Reads the file from its start into the shared buffer. */
    ByteBuffer read() throws IOException {
        BUFFER.clear();
        if (channel.read(BUFFER, 0) <= 0) {
            throw new IOException("nothing to read");
        }
        return BUFFER.flip();
    }

    /** The content of a small file such as {@code comm}. */
    static String text(String path) throws IOException {
        try (ProcFile file = open(path)) {
            ByteBuffer b = file.read();
            byte[] bytes = new byte[b.remaining()];
            b.get(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1).strip();
        }
    }

    /** The number at the buffer's position, after blanks. */
    static long number(ByteBuffer b) {
        while (b.hasRemaining() && (b.get(b.position()) == ' ' || b.get(b.position()) == '\t')) {
            b.get();
        }
        long n = 0;
        while (b.hasRemaining()) {
            byte digit = b.get();
            if (digit < '0' || digit > '9') {
                break;
            }
            n = n * 10 + digit - '0';
        }
        return n;
    }

    /** Goes past {@code n} blank-separated fields. */
    static void skip(ByteBuffer b, int n) {
        for (int i = 0; i < n && b.hasRemaining(); ) {
            if (b.get() == ' ') {
                i++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
