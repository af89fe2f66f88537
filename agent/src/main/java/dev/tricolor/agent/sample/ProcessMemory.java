package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code VmRSS}, {@code VmHWM} and {@code VmSwap} of {@code /proc/self/status}, in bytes. */
final class ProcessMemory {

    private final ProcFile status;
    /** Where the lines begin, which is nearly always where they began last time. */
    private int rssAt;

    private int peakAt;
    private int swapAt;
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
        int length = status.read();
        if (!(isAt(rssAt, "VmRSS:") && isAt(peakAt, "VmHWM:") && isAt(swapAt, "VmSwap:"))) {
            find(new String(ProcFile.BUFFER, 0, length, StandardCharsets.ISO_8859_1));
        }
        rss = kilobytes(rssAt, "VmRSS:");
        peakRss = kilobytes(peakAt, "VmHWM:");
        swap = kilobytes(swapAt, "VmSwap:");
    }

    private void find(String text) {
        rssAt = Math.max(0, text.indexOf("VmRSS:"));
        peakAt = Math.max(0, text.indexOf("VmHWM:"));
        swapAt = Math.max(0, text.indexOf("VmSwap:"));
    }

    /** Tells by three characters: enough to see that the lines have shifted. */
    private static boolean isAt(int at, String name) {
        byte[] b = ProcFile.BUFFER;
        return b[at] == 'V' && b[at + 2] == name.charAt(2) && b[at + 3] == name.charAt(3);
    }

    private static long kilobytes(int at, String name) {
        return isAt(at, name) ? ProcFile.number(at + name.length()) << 10 : 0;
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
