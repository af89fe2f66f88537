package dev.tricolor.agent.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/**
 * A file of procfs, kept open and read again and again from its start, without garbage.
 *
 * <p>Written for the interpreter, in which code that runs once a second stays: few calls and few loops a reading. A
 * {@code RandomAccessFile} needs far fewer Java calls than a {@code FileChannel}.
 *
 * <p>All share one buffer, so a reading is to be used before the next, under the lock of {@link Sampler}.
 */
final class ProcFile implements Closeable {

    /** What was read last. */
    static final byte[] BUFFER = new byte[4096];

    private final RandomAccessFile file;
    private int length;

    private ProcFile(RandomAccessFile file) {
        this.file = file;
    }

    static ProcFile open(String path) throws IOException {
        return new ProcFile(new RandomAccessFile(path, "r"));
    }

    /** Reads the file from its start into {@link #BUFFER}; how many bytes there are. */
    int read() throws IOException {
        file.seek(0);
        length = file.read(BUFFER);
        if (length <= 0) {
            throw new IOException("nothing to read");
        }
        return length;
    }

    /** The content of a small file such as {@code comm}. */
    static String text(String path) throws IOException {
        try (ProcFile file = open(path)) {
            return new String(BUFFER, 0, file.read(), StandardCharsets.ISO_8859_1).strip();
        }
    }

    /** The number in {@link #BUFFER} at {@code from}, after blanks. */
    static long number(int from) {
        byte[] b = BUFFER;
        int i = from;
        while (b[i] == ' ' || b[i] == '\t') {
            i++;
        }
        long n = 0;
        for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[++i] - '0') {
            n = n * 10 + digit;
        }
        return n;
    }

    /** Where the {@code n}th blank-separated field after {@code from} begins in {@link #BUFFER}. */
    static int field(int from, int n) {
        byte[] b = BUFFER;
        int i = from;
        for (int left = n; left > 0; i++) {
            if (b[i] == ' ') {
                left--;
            }
        }
        return i;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
