package dev.tricolor.dashboard.web.panel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one page has been told, and what it must be told next. For one thread. */
public final class PanelChanges {

    private final Map<String, PanelData> told = new HashMap<>();

    /** The changes since the last call; panels that did not change are left out. */
    public Map<String, PanelDelta> next(Map<String, PanelData> now) {
        Map<String, PanelDelta> changes = new LinkedHashMap<>();
        now.forEach((id, data) -> {
            next(id, data).ifPresent(delta -> changes.put(id, delta));
        });
        return changes;
    }

    /** The change of one panel; empty where there is none. */
    public Optional<PanelDelta> next(String id, PanelData now) {
        return PanelDelta.between(told.put(id, now), now);
    }

    /** Forgets everything, so that the next call tells everything. */
    public void reset() {
        told.clear();
    }
}
