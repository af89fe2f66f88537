package dev.tricolor.agent.sample;

import dev.tricolor.agent.Nullable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/**
 * CPU time by kind of thread since the process began, from procfs.
 *
 * <p>Reads only the JVM's own threads (collectors, compilers, VM, JFR); the application's is the process's less theirs,
 * so an application with ten thousand threads costs no more than one with ten. The list of threads is read again when
 * their number has changed, and not before a thousand times the last reading's own duration has passed.
 */
final class ThreadCpu {

    private static final long RELIST_FACTOR = 1_000;
    /** Also when the number is the same: one may have died and another begun. */
    private static final long RELIST_ANYWAY_NANOS = 60_000_000_000L;

    private final ProcStat process;
    private final boolean scheduler;
    private final List<WatchedThread> watched = new ArrayList<>();
    private final EnumMap<ThreadKind, Tally> tallies = new EnumMap<>(ThreadKind.class);
    private int[] known = {};
    private int[] young = {};
    private int listedCount = -1;
    private long listedAt;
    private long listingNanos;
    private long askedAt;

    private ThreadCpu(ProcStat process, boolean scheduler) {
        this.process = process;
        this.scheduler = scheduler;
        for (ThreadKind kind : ThreadKind.ALL) {
            tallies.put(kind, new Tally());
        }
    }

    /** Null where there is no procfs. */
    static @Nullable ThreadCpu open() {
        try {
            ProcStat process = ProcStat.open("/proc/self/stat");
            process.refresh();
            return new ThreadCpu(process, new File("/proc/thread-self/schedstat").canRead());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Whether the process has used next to no CPU since this was asked last: at most one clock tick. */
    boolean quiet() throws IOException {
        process.refresh();
        long used = process.cpuNanos() - askedAt;
        askedAt = process.cpuNanos();
        return used <= ProcStat.TICK_NANOS;
    }

    /** @param everyThread whether the list of threads is read again in any case */
    void refresh(boolean everyThread) throws IOException {
        process.refresh();
        boolean died = false;
        for (int i = watched.size() - 1; i >= 0; i--) {
            WatchedThread t = watched.get(i);
            if (!t.refresh()) {
                retire(i);
                died = true;
            }
        }
        long now = System.nanoTime();
        boolean changed = died || young.length > 0 || process.threads() != listedCount;
        long since = now - listedAt;
        boolean due = listedCount < 0 || since > RELIST_ANYWAY_NANOS;
        if (everyThread || due || (changed && since > RELIST_FACTOR * listingNanos)) {
            list();
            listedAt = System.nanoTime();
            listingNanos = listedAt - now;
        }
        sum();
    }

    private void retire(int index) {
        WatchedThread t = watched.remove(index);
        tally(t.kind).retired += t.cpuNanos();
        t.close();
    }

    private void list() {
        String[] names = new File("/proc/self/task").list();
        if (names == null) {
            return;
        }
        listedCount = process.threads();
        int[] ids = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            ids[i] = Integer.parseInt(names[i]);
        }
        Arrays.sort(ids);
        int[] fresh = new int[ids.length];
        int n = 0;
        for (int id : ids) {
            // A thread bears its parent's name until it sets its own: the youngest are looked at twice.
            boolean first = Arrays.binarySearch(known, id) < 0;
            if (first || Arrays.binarySearch(young, id) >= 0) {
                classify(id);
            }
            if (first) {
                fresh[n++] = id;
            }
        }
        known = ids;
        young = Arrays.copyOf(fresh, n);
    }

    private void classify(int id) {
        ThreadKind kind;
        try {
            kind = ThreadKind.of(ProcFile.text("/proc/self/task/" + id + "/comm"));
        } catch (IOException e) {
            return; // gone already
        }
        for (int i = 0; i < watched.size(); i++) {
            if (watched.get(i).id == id) {
                if (watched.get(i).kind == kind) {
                    return;
                }
                watched.remove(i).close();
                break;
            }
        }
        if (kind != ThreadKind.APPLICATION) {
            WatchedThread t = new WatchedThread(id, kind, scheduler);
            if (t.refresh()) {
                watched.add(t);
            }
        }
    }

    private void sum() {
        for (ThreadKind kind : ThreadKind.ALL) {
            Tally tally = tally(kind);
            tally.sum = tally.retired;
            tally.threads = 0;
        }
        for (int i = 0; i < watched.size(); i++) {
            WatchedThread t = watched.get(i);
            Tally tally = tally(t.kind);
            tally.sum += t.cpuNanos();
            tally.threads++;
        }
        long rest = process.cpuNanos();
        for (ThreadKind kind : ThreadKind.ALL) {
            rest -= tally(kind).settle();
        }
        Tally application = tally(ThreadKind.APPLICATION);
        application.sum = rest + application.cpuNanos;
        application.threads = Math.max(0, process.threads() - watched.size());
        application.settle();
    }

    private Tally tally(ThreadKind kind) {
        return Objects.requireNonNull(tallies.get(kind));
    }

    /** Since the process began; never shrinks. */
    long cpuNanos(ThreadKind kind) {
        return tally(kind).cpuNanos;
    }

    int threads(ThreadKind kind) {
        return tally(kind).threads;
    }

    /** Of all threads, to 10 ms. */
    long processCpuNanos() {
        return process.cpuNanos();
    }

    int processThreads() {
        return process.threads();
    }

    /** Where the threads' times come from. */
    String instrument() {
        return scheduler ? "/proc/self/task/*/schedstat (ns)" : "/proc/self/task/*/stat (10 ms)";
    }

    private static final class Tally {
        private long retired;
        private long sum;
        private long cpuNanos;
        private int threads;

        /** Takes over the sum; never backwards. */
        long settle() {
            cpuNanos = Math.max(cpuNanos, sum);
            return cpuNanos;
        }
    }
}
