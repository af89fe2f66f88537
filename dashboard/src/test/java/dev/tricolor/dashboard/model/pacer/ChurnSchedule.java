package dev.tricolor.dashboard.model.pacer;

import dev.tricolor.dashboard.model.pacer.AllocationTrace.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code churn.go.txt} allocates and keeps, from its source alone: it draws the same random numbers and knows Go's size
 * classes. No run is looked at.
 *
 * @param threads of it
 * @param slots live nodes of each thread
 * @param operations of each thread
 * @param pauseSeconds between the starts of two requests, or 0
 * @param mostBytes largest size drawn
 */
record ChurnSchedule(int threads, int slots, long operations, double pauseSeconds, int mostBytes) {

    private static final int[] SIZES_AND_WEIGHTS = {
        24, 36000, 32, 30000, 40, 12000, 48, 7000, 64, 7000, 80, 3000, 96, 2000, 128, 1500, 160, 800, 256, 400, 512,
        200, 1024, 70, 8192, 24, 65536, 5, 262144, 1
    };
    private static final int WEIGHTS = 100_000;
    private static final int ARRAY_HEADER = 16;
    private static final int LEAST_PAYLOAD = 8;
    private static final int REQUEST = 64;
    /** It sleeps, where it is ahead of its schedule, after every sixteenth. */
    private static final int REQUESTS_PER_BURST = 16;

    /** Of a million new nodes, those that replace one of the table. */
    private static final int SURVIVORS = 10_000;

    /** A node: id, slice header, two pointers; all of it is scanned, since the last word is a pointer. */
    private static final int NODE = 48;

    private static final double SPAN = 8192;
    private static final double MARK_BITS = 128;
    private static final double POINTER_BITS = SPAN / 64;

    /** Live in a run that makes next to nothing: measured, Go 1.26.8. */
    private static final double RUNTIME = 106_592;

    /** Size classes of Go up to 8192 bytes ({@code runtime/sizeclasses.go}); larger ones in pages of 8192. */
    private static final List<Integer> CLASSES = List.of(
            8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416,
            448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200,
            3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192);

    private static double classOf(int bytes) {
        return CLASSES.stream().filter(c -> c >= bytes).findFirst().orElse((bytes + 8191) / 8192 * 8192);
    }

    /** Bytes as the pacer counts them: a span's whole 8192, divided among the objects that fit into it. */
    private static double countedBytes(double size, boolean pointers) {
        if (size > 512) {
            return size;
        }
        // Up to 512 bytes a span keeps its mark bits, and where there are any the bits that tell pointers, within
        // itself.
        return SPAN / Math.floor((SPAN - MARK_BITS - (pointers ? POINTER_BITS : 0)) / size);
    }

    /** One size that is drawn. A payload of less than 16 bytes without pointers shares a block of 16 with others. */
    private record Payload(double own, double block, double counted) {
        static Payload of(int payload) {
            return payload < 16
                    ? new Payload(payload, 16, countedBytes(16, false) * payload / 16)
                    : new Payload(classOf(payload), classOf(payload), countedBytes(classOf(payload), false));
        }
    }

    /** The program's random numbers: SplitMix64. */
    private static final class Random {
        private long state;

        Random(long seed) {
            state = seed;
        }

        int below(int n) {
            state += 0x9e3779b97f4a7c15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            z ^= z >>> 31;
            return (int) (((z >>> 32) * n) >>> 32);
        }
    }

    /** One thread, drawing what the program's thread draws. */
    private final class Worker {
        private final Random random;
        private final int anchors = slots / 8;
        private final double[] table = new double[slots];
        private final Payload[] payloads = new Payload[SIZES_AND_WEIGHTS.length / 2];
        private double live;

        Worker(int seed) {
            random = new Random(seed);
            for (int i = 0; i < payloads.length; i++) {
                payloads[i] = Payload.of(
                        Math.max(LEAST_PAYLOAD, Math.min(SIZES_AND_WEIGHTS[2 * i], mostBytes) - ARRAY_HEADER));
            }
            live = Math.ceil(slots * 8 / SPAN) * SPAN;
            for (int i = 0; i < slots; i++) {
                table[i] = NODE + draw().own();
                live += table[i];
            }
        }

        private Payload draw() {
            int weight = random.below(WEIGHTS);
            int i = 0;
            while ((weight -= SIZES_AND_WEIGHTS[2 * i + 1]) >= 0) {
                i++;
            }
            return payloads[i];
        }

        /** Counted bytes of so many operations, with the requests' arrays. */
        double run(long operations) {
            double counted = 0;
            for (long i = 0; i < operations; i++) {
                Payload payload = draw();
                random.below(anchors);
                random.below(anchors);
                counted += countedBytes(NODE, true) + payload.counted();
                if (random.below(1_000_000) < SURVIVORS) {
                    int slot = anchors + random.below(slots - anchors);
                    live += NODE
                            + payload.block()
                            - table[slot]; // it keeps the whole block that it shares with dead ones
                    table[slot] = NODE + payload.block();
                }
            }
            return counted + operations / (double) REQUEST * countedBytes(REQUEST * 8, true);
        }
    }

    /** What processors hold at any time: about half a span for each size class in use. */
    static long cachedBytes(int processors) {
        long classes = SIZES_AND_WEIGHTS.length / 2;
        return (long) (processors * classes * SPAN / 2);
    }

    AllocationTrace trace() {
        List<Worker> workers = new ArrayList<>();
        for (int seed = 1; seed <= threads; seed++) {
            workers.add(new Worker(seed));
        }
        double scan = threads * slots * (NODE + 8.0);
        double live = RUNTIME + workers.stream().mapToDouble(w -> w.live).sum();
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(live, 0, false, live, scan / live));
        long burst = REQUEST * REQUESTS_PER_BURST;
        for (long done = 0; done < operations; done += burst) {
            double bytes = 0;
            for (Worker w : workers) {
                bytes += w.run(Math.min(burst, operations - done));
            }
            live = RUNTIME + workers.stream().mapToDouble(w -> w.live).sum();
            stretches.add(new Stretch(bytes, REQUESTS_PER_BURST * pauseSeconds, true, live, scan / live));
        }
        return new AllocationTrace(stretches);
    }
}
