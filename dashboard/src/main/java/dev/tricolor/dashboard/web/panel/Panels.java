package dev.tricolor.dashboard.web.panel;

import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All panels of the session page, in their order on it. */
public final class Panels {

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

    private Panels() {}

    public static List<PanelSpec> specs() {
        return ALL.stream().map(Panel::spec).toList();
    }

    /** Every panel's data for a stretch of time, by panel id. */
    public static Map<String, PanelData> data(Timeline whole, Interval window) {
        View view = View.of(whole, window);
        Map<String, PanelData> data = new LinkedHashMap<>();
        for (Panel p : ALL) {
            data.put(p.spec().id(), p.data(view));
        }
        return data;
    }
}
