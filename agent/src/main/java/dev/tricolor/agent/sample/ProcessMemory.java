package dev.tricolor.agent.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@code VmRSS}, {@code VmHWM} and {@code VmSwap} of {@code /proc/self/status}, in bytes. */
final class ProcessMemory {

    private final ProcFile status;
    private long rss;
    private long peakRss;
    private long swap;

    private ProcessMemory(ProcFile status) {
        this.status = status;
    }

    /** Null where there is no procfs or it does not tell. */
    static @Nullable ProcessMemory open() {
        try {
            ProcessMemory m = new ProcessMemory(ProcFile.open("/proc/self/status"));
            m.refresh();
            return m.rss > 0 ? m : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    void refresh() throws IOException {
        ByteBuffer b = status.read();
        while (b.remaining() > 8) {
            // Lines of interest begin with "Vm"; their fourth to sixth characters tell them apart.
            if (b.get(b.position()) == 'V' && b.get(b.position() + 1) == 'm') {
                line(b);
            }
            while (b.hasRemaining() && b.get() != '\n') {
                // to the next line
            }
        }
    }

    private void line(ByteBuffer b) {
        int p = b.position();
        byte third = b.get(p + 2);
        byte fourth = b.get(p + 3);
        if (third == 'R' && fourth == 'S') {
            rss = kilobytes(b, p + 6);
        } else if (third == 'H' && fourth == 'W') {
            peakRss = kilobytes(b, p + 6);
        } else if (third == 'S' && fourth == 'w') {
            swap = kilobytes(b, p + 7);
        }
    }

    private static long kilobytes(ByteBuffer b, int at) {
        b.position(at);
        long n = ProcFile.number(b);
        return n << 10;
    }

    long rss() {
        return rss;
    }

    long peakRss() {
        return peakRss;
    }

    long swap() {
        return swap;
    }
}
