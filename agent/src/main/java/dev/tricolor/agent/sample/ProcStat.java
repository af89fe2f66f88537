package dev.tricolor.agent.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** {@code stat} of a process or a thread: its CPU time in clock ticks and its number of threads. */
final class ProcStat implements Closeable {

    /** USER_HZ is 100 on every Linux that runs a JVM; Java can't ask sysconf. */
    static final long TICK_NANOS = 10_000_000;

    private final ProcFile file;
    private long cpuNanos;
    private int threads;

    private ProcStat(ProcFile file) {
        this.file = file;
    }

    static ProcStat open(String path) throws IOException {
        return new ProcStat(ProcFile.open(path));
    }

    void refresh() throws IOException {
        ByteBuffer b = file.read();
        cpuNanos = cpuNanos(b);
        ProcFile.skip(b, 4);
        threads = (int) ProcFile.number(b);
    }

    /** User and system time in the content of a {@code stat} file; leaves the position behind it. */
    static long cpuNanos(ByteBuffer b) {
        int nameEnd = b.limit() - 1;
        while (nameEnd > 0 && b.get(nameEnd) != ')') { // the name may hold blanks and parentheses
            nameEnd--;
        }
        b.position(nameEnd + 2);
        ProcFile.skip(b, 11);
        return (ProcFile.number(b) + ProcFile.number(b)) * TICK_NANOS;
    }

    /** User and system time, to 10 ms. */
    long cpuNanos() {
        return cpuNanos;
    }

    int threads() {
        return threads;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
