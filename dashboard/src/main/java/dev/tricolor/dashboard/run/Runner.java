package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.results.SmallestHeap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a request into a run on disk and works it off: for the command line and the page alike. */
public final class Runner {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long LARGEST_SEARCHED = 16L << 30;

    private final MachineFacts machine;
    private final RunStore store;
    private final SmallestHeaps known;
    private final SessionSource sessions;
    private final Children children;

    /**
     * A runner that keeps what it finds in a data folder.
     *
     * @param children by which it can be ended from outside
     */
    public Runner(
            MachineFacts machine, RunStore store, SmallestHeaps known, SessionSource sessions, Children children) {
        this.machine = machine;
        this.store = store;
        this.known = known;
        this.sessions = sessions;
        this.children = children;
    }

    /**
     * Checks a request without running anything.
     *
     * @throws BadRunException naming the first word that means nothing
     */
    public static void check(RunRequest request, MachineFacts machine) {
        CheckedRequest checked = CheckedRequest.of(request, machine);
        if (!checked.jdks().isEmpty()) {
            RunPlan.of(
                    checked.work(List.of()),
                    checked.collectors(),
                    checked.jdks(),
                    1,
                    null,
                    machine::collectors,
                    checked::wants);
        }
    }

    /**
     * Checks a request, looks for smallest heaps where it asks for headroom, and writes the plan down.
     *
     * @throws BadRunException where it can't be
     * @throws IOException where the data folder can't be written to, or it was ended meanwhile
     */
    public RunFolder prepare(RunRequest request, RunListener listener) throws IOException, InterruptedException {
        CheckedRequest checked = CheckedRequest.of(request, machine);
        List<SmallestHeap> smallest = checked.headrooms().isEmpty()
                ? List.of()
                : smallest(checked, Duration.ofMinutes(request.limitMinutes()), listener);
        RunPlan plan = RunPlan.of(
                withGo(checked, smallest, request, listener),
                checked.collectors(),
                checked.jdks(),
                request.repeat(),
                request.control() ? checked.baseline() : null,
                machine::collectors,
                checked::wants);
        RunFolder folder = freshFolder();
        folder.write(new RunHeader(
                folder.id(),
                Instant.now().toString(),
                machine.tricolor(),
                machine.description(),
                request.pin(),
                request.limitMinutes(),
                checked.baseline(),
                plan.rows().stream().map(Row::planned).toList(),
                plan.skipped(),
                smallest));
        return folder;
    }

    /**
     * Runs what is not finished of a run: all of a new one, the rest of one that was cut off.
     *
     * @return all finished rows, those of before too
     * @throws BadRunException where one of its JDKs has gone
     */
    public List<RowRecord> work(RunFolder folder, RunListener listener) throws IOException, InterruptedException {
        RunHeader header = folder.header();
        Set<Integer> done = folder.rows().stream().map(r -> r.row().number()).collect(Collectors.toSet());
        List<PlannedRow> left =
                header.rows().stream().filter(r -> !done.contains(r.number())).toList();
        List<Row> rows = left.stream().map(r -> Row.of(r, machine)).toList();
        listener.planned(header, left.size());
        new Matrix(
                        folder,
                        machine.home(),
                        sessions,
                        children,
                        Duration.ofMinutes(header.limitMinutes()),
                        Pinning.of(header.pinned()))
                .run(rows, listener);
        return folder.rows();
    }

    private List<RunPlan.Work> withGo(
            CheckedRequest checked, List<SmallestHeap> smallest, RunRequest request, RunListener listener)
            throws IOException, InterruptedException {
        if (checked.go().isPresent()) {
            for (CheckedGo.Setting s : checked.go().get().settings()) {
                if (!machine.goPrograms().has(s.toolchain(), s.greenTea())) {
                    listener.buildingGo(s.toolchain().version());
                }
                machine.goPrograms().program(s.toolchain(), s.greenTea());
            }
        }
        boolean equal = checked.go().map(CheckedGo::equalMemory).orElse(false);
        GoPeaks peaks = equal
                ? GoPeaks.measure(checked, machine, children, Duration.ofMinutes(request.limitMinutes()), listener)
                : GoPeaks.none();
        return checked.workWithGo(smallest, machine.goPrograms(), peaks);
    }

    /** Of each workload: G1's on each JDK, the reference, and each collector's own. */
    private List<SmallestHeap> smallest(CheckedRequest checked, Duration atMost, RunListener listener)
            throws IOException, InterruptedException {
        SmallestHeapSearch search = new SmallestHeapSearch(machine.home(), children, atMost, checked.pinning());
        List<Searched> all = new ArrayList<>();
        for (RunPlan.Work work : checked.bareWork()) {
            Map<String, Searched> once = new LinkedHashMap<>();
            for (Jdk jdk : checked.jdks()) {
                List<CollectorChoice> collectors = new ArrayList<>(List.of(CollectorChoice.G1));
                collectors.addAll(checked.collectors());
                collectors.stream()
                        .filter(machine.collectors(jdk)::contains)
                        .filter(c -> c == CollectorChoice.G1 || checked.wants(c, jdk))
                        .filter(c -> c != CollectorChoice.EPSILON)
                        .forEach(c -> once.putIfAbsent(c.id() + "-" + jdk.feature(), new Searched(work, c, jdk)));
            }
            all.addAll(once.values());
        }
        List<SmallestHeap> found = new ArrayList<>();
        for (Searched s : all) {
            int number = found.size() + 1;
            SmallestHeap heap = known.find(s.work().workload(), s.work().arguments(), s.collector(), s.jdk())
                    .orElse(null);
            if (heap == null) {
                heap = search.find(
                        s.work(),
                        s.collector(),
                        s.jdk(),
                        checked.liveSet(s.work().workload()),
                        LARGEST_SEARCHED,
                        bytes -> listener.probing(
                                s.work().workload(),
                                s.collector().id() + " " + s.jdk().feature(),
                                bytes,
                                number,
                                all.size()));
                known.keep(heap);
            }
            found.add(heap);
            listener.smallest(heap, number, all.size());
        }
        return List.copyOf(found);
    }

    /** A setup whose smallest heap is looked for. */
    private record Searched(RunPlan.Work work, CollectorChoice collector, Jdk jdk) {}

    private RunFolder freshFolder() {
        String id = ID.format(LocalDateTime.now(ZoneId.systemDefault()));
        String free = id;
        for (int n = 2; store.find(free).isPresent(); n++) {
            free = id + "-" + n;
        }
        return store.folder(free);
    }
}
