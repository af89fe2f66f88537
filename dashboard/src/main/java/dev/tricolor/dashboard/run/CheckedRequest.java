package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.RunHeader.Baseline;
import dev.tricolor.dashboard.results.SmallestHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request whose every word was found to mean something on this machine. */
final class CheckedRequest {
    private static final double LARGEST_HEADROOM = 100;
    private static final String GO = "go";

    private final RunRequest request;
    private final WorkloadCatalog catalog;
    private final List<Jdk> jdks;
    private final List<CollectorChoice> collectors;
    private final List<AskedCollector> asked;
    private final List<HeapSize> heaps;
    private final List<Double> headrooms;
    private final Optional<CheckedGo> go;
    private final Pinning pinning;
    private final Baseline baseline;

    private CheckedRequest(RunRequest request, MachineFacts machine) {
        this.request = request;
        if (request.workloads().isEmpty()) {
            throw new BadRunException("no workload named", "such as churn; tricolor workloads lists them", "workloads");
        }
        catalog = machine.workloads();
        heaps = request.heaps().stream().map(HeapSize::parse).distinct().toList();
        headrooms = request.headrooms().stream()
                .map(CheckedRequest::headroom)
                .distinct()
                .toList();
        List<String> named = request.collectors().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        go = named.contains(GO) || request.go().saysSomething()
                ? Optional.of(CheckedGo.of(request.go(), machine))
                : Optional.empty();
        boolean goAlone = named.equals(List.of(GO));
        List<HeapSize> given = headrooms.isEmpty() && !goAlone ? heaps : List.of();
        request.workloads().forEach(workload -> catalog.check(workload, request.arguments(), given));
        if (request.repeat() < 1) {
            throw new BadRunException("--repeat " + request.repeat() + " is nothing to do", "give 1 or more", "repeat");
        }
        if (request.limitMinutes() < 1) {
            throw new BadRunException(
                    "--limit " + request.limitMinutes() + " ends every run at once", "give 1 or more", "limitMinutes");
        }
        jdks = goAlone ? List.of() : jdks(request, machine);
        asked = named.stream()
                .filter(word -> !word.equals(GO))
                .map(AskedCollector::of)
                .toList();
        asked.forEach(a -> a.refuseUnlessIn(jdks));
        List<CollectorChoice> chosen =
                asked.stream().map(AskedCollector::collector).distinct().toList();
        collectors = named.isEmpty() ? CollectorChoice.inAnyOf(jdks, machine::collectors) : chosen;
        if (goAlone && !headrooms.isEmpty()) {
            throw new BadRunException(
                    "a multiple of the smallest heap is one of a JVM's",
                    "add a collector to --gc, such as g1",
                    "headrooms");
        }
        pinning = Pinning.of(request.pin());
        baseline = baseline(machine);
    }

    /**
     * Checks.
     *
     * @throws BadRunException naming the first word that means nothing
     */
    static CheckedRequest of(RunRequest request, MachineFacts machine) {
        return new CheckedRequest(request, machine);
    }

    List<Jdk> jdks() {
        return jdks;
    }

    List<CollectorChoice> collectors() {
        return collectors;
    }

    Optional<CheckedGo> go() {
        return go;
    }

    List<Double> headrooms() {
        return headrooms;
    }

    /** Whether that collector was asked for on that JDK. */
    boolean wants(CollectorChoice collector, Jdk jdk) {
        return asked.isEmpty() || asked.stream().anyMatch(a -> a.means(collector, jdk));
    }

    Pinning pinning() {
        return pinning;
    }

    Baseline baseline() {
        return baseline;
    }

    /** Bytes that the workload says it keeps alive; 0 where it does not say. */
    long liveSet(String workload) {
        return catalog.liveSetOf(workload, request.arguments()).orElse(0L);
    }

    /** The workloads without heaps yet. */
    List<RunPlan.Work> bareWork() {
        return request.workloads().stream()
                .distinct()
                .map(w -> new RunPlan.Work(w, request.arguments(), List.of()))
                .toList();
    }

    /**
     * The workloads with their heaps for JVMs: the sizes asked for, or multiples of G1's smallest, of the largest over the
     * JDKs, so that a multiple is the same heap on all of them.
     */
    List<RunPlan.Work> work(List<SmallestHeap> smallest) {
        return bareWork().stream()
                .map(w -> new RunPlan.Work(w.workload(), w.arguments(), heaps(w.workload(), smallest)))
                .toList();
    }

    /**
     * The same with Go beside the JVMs.
     *
     * @param peaks the heap that Go used at its peak, by workload and setting; asked only where memory is to be equal
     */
    List<RunPlan.Work> workWithGo(List<SmallestHeap> smallest, GoPrograms programs, GoPeaks peaks) {
        if (go.isEmpty()) {
            return work(smallest);
        }
        List<CheckedGo.Setting> settings = go.get().settings();
        if (go.get().equalMemory()) {
            return bareWork().stream()
                    .map(w -> new RunPlan.Work(
                            w.workload(),
                            w.arguments(),
                            settings.stream()
                                    .map(s -> equal(s, peaks.of(w.workload(), s), programs))
                                    .toList()))
                    .toList();
        }
        return work(smallest).stream()
                .map(w -> new RunPlan.Work(w.workload(), w.arguments(), beside(w.heaps(), settings, programs)))
                .toList();
    }

    /** The JVMs at the heap that Go used. */
    private static RunPlan.Heap equal(CheckedGo.Setting setting, HeapSize peak, GoPrograms programs) {
        return new RunPlan.Heap(peak, null, List.of(setting.at(peak.bytes(), programs)));
    }

    /** A setting whose limit is the heap goes with each; one that has none of its own runs once, beside the first. */
    private static List<RunPlan.Heap> beside(
            List<RunPlan.Heap> heaps, List<CheckedGo.Setting> settings, GoPrograms programs) {
        List<RunPlan.Heap> all = new ArrayList<>();
        for (RunPlan.Heap heap : heaps) {
            List<GoTarget> targets = settings.stream()
                    .filter(s -> s.limitIsHeap() || all.isEmpty())
                    .map(s -> s.at(s.limitIsHeap() ? heap.size().bytes() : 0, programs))
                    .toList();
            all.add(new RunPlan.Heap(heap.size(), heap.headroom(), targets));
        }
        return List.copyOf(all);
    }

    private static List<Jdk> jdks(RunRequest request, MachineFacts machine) {
        List<Jdk> jdks = request.jdks().isEmpty()
                ? machine.jdks().usable()
                : request.jdks().stream().map(machine.jdks()::select).distinct().toList();
        if (jdks.isEmpty()) {
            throw new BadRunException(
                    "no JDK " + Jdk.OLDEST + " or newer found", "install one, or give its folder with --jdk PATH");
        }
        return jdks;
    }

    private List<RunPlan.Heap> heaps(String workload, List<SmallestHeap> smallest) {
        if (headrooms.isEmpty()) {
            return heaps.stream().map(h -> new RunPlan.Heap(h, null)).toList();
        }
        if (smallest.isEmpty()) {
            return List.of(); // not looked for yet
        }
        long reference = smallest.stream()
                .filter(s -> s.workload().equals(workload) && s.collector().equals(CollectorChoice.G1.id()))
                .mapToLong(SmallestHeap::bytes)
                .max()
                .orElse(0);
        if (reference == 0) {
            throw new BadRunException(
                    workload + " does not complete under G1 in any heap up to 16g, so there is no headroom to take",
                    "give sizes with --heap");
        }
        return headrooms.stream()
                .map(m -> new RunPlan.Heap(new HeapSize(Math.round(m * reference / (1 << 20)) << 20), m))
                .toList();
    }

    private static double headroom(String text) {
        try {
            double multiple = Double.parseDouble(text.strip());
            if (multiple >= 1 && multiple <= LARGEST_HEADROOM) {
                return multiple;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRunException(
                "headroom \"" + text + "\" is no multiple of the smallest heap",
                "from 1 to 100, such as 1.5,2,3,6",
                "headrooms");
    }

    /** The one asked for, else G1 on the oldest JDK, else the first setup there is. */
    private Baseline baseline(MachineFacts machine) {
        List<Baseline> all = new ArrayList<>();
        for (Jdk jdk : jdks) {
            collectors.stream()
                    .filter(machine.collectors(jdk)::contains)
                    .filter(c -> wants(c, jdk))
                    .forEach(c -> all.add(new Baseline(c.id(), String.valueOf(jdk.feature()), "")));
        }
        go.ifPresent(g -> g.settings().stream().filter(s -> !s.limitIsHeap()).forEach(s -> all.add(s.baseline())));
        String asked = request.baseline().strip().toLowerCase(Locale.ROOT);
        if (!asked.isEmpty()) {
            return all.stream()
                    .filter(b -> b.word().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> new BadRunException(
                            "baseline \"" + asked + "\" is not among what runs",
                            "one of "
                                    + String.join(
                                            ", ",
                                            all.stream().map(Baseline::word).toList()),
                            "baseline"));
        }
        return all.stream()
                .filter(b -> b.collector().equals(CollectorChoice.G1.id()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> new Baseline("", "", "")); // the plan says what is missing
    }
}
