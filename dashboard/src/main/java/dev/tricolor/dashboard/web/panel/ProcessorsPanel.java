package dev.tricolor.dashboard.web.panel;

import static dev.tricolor.dashboard.web.panel.PanelSpec.time;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.GcCpu;
import dev.tricolor.dashboard.gc.Collector;
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
import java.util.TreeMap;

/** CPU time by what the threads do, as a share of the machine's processors. */
final class ProcessorsPanel implements Panel {

    private static final String REST = "rest";

    private static final PanelSpec SPEC = new PanelSpec(
            "processors",
            "Where the processors go",
            "share of all processors, by what the threads do",
            Kind.STACK,
            Place.MAIN,
            List.of(time(), new Axis(Scale.LINEAR, "share", "")),
            List.of(
                    new Series("application", "application", Role.OTHER),
                    new Series(REST, "JIT, VM, observer", Role.FAINT),
                    new Series("gc-concurrent", "GC beside the application", Role.CONCURRENT),
                    new Series("gc-workers", "GC, beside and stopped", Role.STOPPED_AND_CONCURRENT),
                    new Series("gc-stopped", "GC while stopped", Role.STOPPED),
                    KnobMarks.SERIES),
            new Explanation(
                    "CPU time of the process split by thread name, as a share of all processors that the JVM sees. What a"
                            + " concurrent collector takes from the application shows here and in no pause chart.",
                    "tricolor.ThreadGroupCpu: once a second the agent sums the CPU time of /proc/PID/task/* by thread name"
                            + " (schedstat in ns where the kernel has it, else stat in steps of 10 ms; Configuration says"
                            + " which).",
                    "ZGC's and Shenandoah's workers serve stopped and concurrent parts alike, so they are one group."
                            + " Serial collects in the VM thread, so there it counts as stopped. What barriers cost is inside the application's part."));

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
        shares(cpu, processors.value(), view.all().runtime().collector())
                .forEach((at, shares) -> rows.add(at, shares, null));
        KnobMarks.add(view.shown(), rows);
        return rows.note("share of " + processors.value() + (processors.value() == 1 ? " processor" : " processors")
                        + ", by what the threads do")
                .build();
    }

    /** Each reading's shares by group. Groups are read one after the other; the process's reading gives the time. */
    private static NavigableMap<Double, Map<String, Double>> shares(GcCpu cpu, long processors, Collector collector) {
        NavigableMap<Double, Map<String, Double>> shares = new TreeMap<>();
        cpu.groups().stream()
                .filter(g -> g.group().equals(CpuGroup.PROCESS.label()))
                .flatMap(g -> g.slices().stream())
                .forEach(s -> shares.put(PointsBuilder.seconds(s.to()), new LinkedHashMap<>()));
        for (GcCpu.Group g : cpu.groups()) {
            if (!g.group().equals(CpuGroup.PROCESS.label())) {
                for (GcCpu.Slice s : g.slices()) {
                    nearest(shares, PointsBuilder.seconds(s.to()))
                            .merge(series(g.group(), collector), s.cores() / processors, Double::sum);
                }
            }
        }
        return shares;
    }

    private static String series(String group, Collector collector) {
        if (group.equals(CpuGroup.VM.label())) {
            return collector == Collector.SERIAL ? CpuGroup.GC_STOPPED.label() : REST;
        }
        return group.equals(CpuGroup.JIT.label()) || group.equals(CpuGroup.OBSERVER.label()) ? REST : group;
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
