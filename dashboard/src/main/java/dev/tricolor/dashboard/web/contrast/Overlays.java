package dev.tricolor.dashboard.web.contrast;

import dev.tricolor.dashboard.web.panel.PanelData;
import dev.tricolor.dashboard.web.panel.PanelSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The panels under the table. */
final class Overlays {

    private Overlays() {}

    static List<PanelSpec> specs(List<Subject> subjects) {
        List<PanelSpec> specs = new ArrayList<>();
        specs.add(MmuOverlay.spec(subjects));
        specs.add(PercentileOverlay.spec(subjects));
        specs.add(RibbonOverlay.spec(subjects));
        subjects.forEach(s -> specs.add(HeapMultiple.spec(s)));
        return specs;
    }

    static Map<String, PanelData> data(List<Subject> subjects) {
        Map<String, PanelData> data = new LinkedHashMap<>();
        data.put(MmuOverlay.ID, MmuOverlay.data(subjects));
        data.put(PercentileOverlay.ID, PercentileOverlay.data(subjects));
        data.put(RibbonOverlay.ID, RibbonOverlay.data(subjects));
        subjects.forEach(s -> data.put(HeapMultiple.id(s), HeapMultiple.data(s)));
        return data;
    }
}
