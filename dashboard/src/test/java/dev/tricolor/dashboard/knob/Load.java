package dev.tricolor.dashboard.knob;

import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a live set and allocates at a steady rate beside it, until its standard input ends; each second it prints the most and the
 * least of the heap that it saw used, as {@code SEEN peak low} in bytes: an instrument of its own. A byte {@link #COLLECT} on its
 * standard input makes it collect in full.
 *
 * <p>Arguments: MB that live, MB a second that are allocated.
 */
public final class Load {

    /** What to write to it for a full collection. */
    static final int COLLECT = 'g';

    private static final int SIZE = 512;
    private static final long SAMPLE_NANOS = 1_000_000;

    /** In pieces, so that no collector treats them as large. */
    static final Object[][] LIVE = new Object[2_000][];

    static volatile Object sink = "";

    public static void main(String[] arguments) throws Exception {
        fill(Long.parseLong(arguments[0]) << 20);
        daemon("allocate", () -> allocate(Double.parseDouble(arguments[1]) * (1 << 20)));
        daemon("watch", Load::watch);
        System.out.println("READY");
        for (int c = System.in.read();
                c >= 0;
                c = System.in.read()) { // its end means that whoever started this is gone
            if (c == COLLECT) {
                System.gc();
            }
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread t = new Thread(task, name);
        t.setDaemon(true);
        t.start();
    }

    private static void fill(long bytes) {
        int each = (int) (bytes / (SIZE + 16 + 4) / LIVE.length);
        for (int i = 0; i < LIVE.length; i++) {
            LIVE[i] = new Object[each];
            for (int k = 0; k < each; k++) {
                LIVE[i][k] = new byte[SIZE];
            }
        }
    }

    private static void allocate(double bytesPerSecond) {
        long begin = System.nanoTime();
        double bytes = 0;
        while (true) {
            for (int i = 0; i < 100; i++) {
                sink = new byte[1008];
            }
            bytes += 100 * 1024;
            long ahead = begin + (long) (bytes / bytesPerSecond * 1e9) - System.nanoTime();
            if (ahead > 1_000_000) {
                LockSupport.parkNanos(ahead);
            } else if (ahead < -1_000_000_000) {
                begin = System.nanoTime(); // held up for long: what was missed is not made up for in a burst
                bytes = 0;
            }
        }
    }

    private static void watch() {
        Runtime r = Runtime.getRuntime();
        long peak = 0;
        long low = Long.MAX_VALUE;
        long print = System.nanoTime() + 1_000_000_000;
        while (true) {
            long used = r.totalMemory() - r.freeMemory();
            peak = Math.max(peak, used);
            low = Math.min(low, used);
            if (System.nanoTime() - print >= 0) {
                System.out.println("SEEN " + peak + " " + low);
                peak = 0;
                low = Long.MAX_VALUE;
                print += 1_000_000_000;
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
    }
}
