package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All panels of the session page, in their order on it; which ones depends on the runtime. */
public final class Panels {

    /** Those of a JVM. */
    public static final List<Panel> ALL = List.of(
            new HeapPanel(),
            new HeldUpPanel(),
            new CollectionsPanel(),
            new ProcessorsPanel(),
            new AllocationPanel(),
            new MemoryPanel(),
            new NowPanel(),
            new KnobPanel(),
            new MmuPanel(),
            new PauseHistogramPanel(),
            new ConfigurationPanel(),
            new ObserverPanel());

    /** Those of a Go process: what both runtimes have, and Go's own. */
    public static final List<Panel> GO = List.of(
            new GoHeapPanel(),
            new HeldUpPanel(),
            new GoCyclesPanel(),
            new GoCpuPanel(),
            new GoPacerPanel(),
            new GoAssistsPanel(),
            new GoWorkersPanel(),
            new GoScanPanel(),
            new AllocationPanel(),
            new GoMemoryPanel(),
            new NowPanel(),
            new KnobPanel(),
            new MmuPanel(),
            new PauseHistogramPanel(),
            new GoStopsPanel(),
            new ConfigurationPanel(),
            new ObserverPanel(),
            new GoWithoutPanel());

    private static final String GO_RUNTIME = "go";

    private Panels() {}

    /** The panels for a session of this runtime, {@code jvm} or {@code go}. */
    public static List<Panel> of(String runtime) {
        return runtime.equals(GO_RUNTIME) ? GO : ALL;
    }

    public static List<PanelSpec> specs(String runtime) {
        boolean go = runtime.equals(GO_RUNTIME);
        return of(runtime).stream().map(p -> go ? p.goSpec() : p.spec()).toList();
    }

    /** Every panel's data for a stretch of time, by panel id. */
    public static Map<String, PanelData> data(String runtime, Timeline whole, Interval window) {
        View view = View.of(whole, window);
        Map<String, PanelData> data = new LinkedHashMap<>();
        for (Panel p : of(runtime)) {
            data.put(p.spec().id(), p.data(view));
        }
        return data;
    }
}
