package dev.tricolor.agent.sample;

import java.io.Closeable;
import java.io.IOException;

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
        int user = userTime(file.read());
        cpuNanos = ticks(user) * TICK_NANOS;
        threads = (int) ProcFile.number(ProcFile.field(user, 6));
    }

    /** User and system time in the content of a {@code stat} file that was just read. */
    static long cpuNanos(int length) {
        return ticks(userTime(length)) * TICK_NANOS;
    }

    private static int userTime(int length) {
        int nameEnd = length - 1;
        while (nameEnd > 0 && ProcFile.BUFFER[nameEnd] != ')') { // the name may hold blanks and parentheses
            nameEnd--;
        }
        return ProcFile.field(nameEnd, 12);
    }

    private static long ticks(int user) {
        return ProcFile.number(user) + ProcFile.number(ProcFile.field(user, 1));
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
