package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.GcCpu;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import dev.tricolor.dashboard.web.panel.PanelSpec.Axis;
import dev.tricolor.dashboard.web.panel.PanelSpec.Explanation;
import dev.tricolor.dashboard.web.panel.PanelSpec.Kind;
import dev.tricolor.dashboard.web.panel.PanelSpec.Place;
import dev.tricolor.dashboard.web.panel.PanelSpec.Role;
import dev.tricolor.dashboard.web.panel.PanelSpec.Scale;
import dev.tricolor.dashboard.web.panel.PanelSpec.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** CPU time by what the threads do, as a share of the machine's processors. */
final class ProcessorsPanel implements Panel {

    private static final PanelSpec SPEC = new PanelSpec(
            "processors",
            "Where the processors go",
            "share of all processors, by what the threads do",
            Kind.STACK,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LINEAR, "share", "")),
            List.of(
                    new Series("application", "application", Role.OTHER),
                    new Series("jit", "JIT", Role.FAINT),
                    new Series("observer", "observer", Role.FAINT, true),
                    new Series("vm", "VM thread", Role.FAINT),
                    new Series("gc-concurrent", "GC beside it", Role.CONCURRENT),
                    new Series("gc-workers", "GC workers, beside and stopped", Role.CONCURRENT),
                    new Series("gc-stopped", "GC while stopped", Role.STOPPED)),
            new Explanation(
                    "CPU time of the process split by thread name, as a share of all processors that the JVM sees. What a"
                            + " concurrent collector takes from the application shows here and in no pause chart.",
                    "tricolor.ThreadGroupCpu: the agent sums user and system time of /proc/PID/task/*/stat by thread name"
                            + " once a second (resolution 10 ms).",
                    "ZGC's and Shenandoah's workers serve stopped and concurrent parts alike, so they are one group."
                            + " Serial collects in the VM thread. What barriers cost is inside the application's part."));

    @Override
    public PanelSpec spec() {
        return SPEC;
    }

    @Override
    public PanelData data(View view) {
        GcCpu cpu = GcCpu.of(view.all(), view.window());
        if (cpu.process() instanceof Figure.Missing<Long> m) {
            return new PanelData.Empty("Not available: " + m.why());
        }
        if (!(cpu.processors() instanceof Figure.Known<Long> processors)) {
            return new PanelData.Empty("Not available: the recording has not said yet how many processors there are");
        }
        PointsBuilder rows = new PointsBuilder(SPEC);
        shares(cpu, processors.value()).forEach((at, shares) -> rows.add(at, shares, null));
        Set<String> seen = cpu.groups().stream().map(GcCpu.Group::group).collect(Collectors.toSet());
        SPEC.series().stream()
                .map(Series::id)
                .filter(id -> !seen.contains(id))
                .forEach(id -> rows.absent(id, "this JVM has no such threads"));
        return rows.note("share of " + processors.value() + (processors.value() == 1 ? " processor" : " processors")
                        + ", by what the threads do")
                .build();
    }

    /** Each reading's shares by group. Groups are read one after the other; the process's reading gives the time. */
    private static NavigableMap<Double, Map<String, Double>> shares(GcCpu cpu, long processors) {
        NavigableMap<Double, Map<String, Double>> shares = new TreeMap<>();
        cpu.groups().stream()
                .filter(g -> g.group().equals(CpuGroup.PROCESS.label()))
                .flatMap(g -> g.slices().stream())
                .forEach(s -> shares.put(PointsBuilder.seconds(s.to()), new LinkedHashMap<>()));
        for (GcCpu.Group g : cpu.groups()) {
            if (!g.group().equals(CpuGroup.PROCESS.label())) {
                for (GcCpu.Slice s : g.slices()) {
                    nearest(shares, PointsBuilder.seconds(s.to())).put(g.group(), s.cores() / processors);
                }
            }
        }
        return shares;
    }

    private static <V> V nearest(NavigableMap<Double, V> map, double at) {
        Map.Entry<Double, V> below = map.floorEntry(at);
        Map.Entry<Double, V> above = map.ceilingEntry(at);
        if (below == null || above == null) {
            return (below == null ? map.firstEntry() : map.lastEntry()).getValue();
        }
        return (at - below.getKey() <= above.getKey() - at ? below : above).getValue();
    }
}
