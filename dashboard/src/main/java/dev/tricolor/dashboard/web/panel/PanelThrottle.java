package dev.tricolor.dashboard.web.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Computes panels no more often than they can be afforded: one that took long is left as it was for ten times as long, so
 * that no page costs more than about a tenth of a processor for each panel. For one thread.
 */
public final class PanelThrottle {

    private static final int REST = 10;

    private record Done(long endedNs, long tookNs) {}

    private final Map<String, Done> done = new HashMap<>();
    private final LongSupplier nanoTime;
    private boolean behind;

    public PanelThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Hands over the data of each panel whose turn it is, one by one as they are ready. */
    public <E extends Exception> void each(List<Panel> panels, View view, Sink<E> sink) throws E {
        behind = false;
        for (Panel p : panels) {
            String id = p.spec().id();
            long start = nanoTime.getAsLong();
            Done last = done.get(id);
            if (last != null && start - last.endedNs < REST * last.tookNs) {
                behind = true;
                continue;
            }
            PanelData data = p.data(view);
            long end = nanoTime.getAsLong();
            done.put(id, new Done(end, end - start));
            sink.accept(id, data);
        }
    }

    /** Takes one panel's data. */
    public interface Sink<E extends Exception> {
        void accept(String panel, PanelData data) throws E;
    }

    /** Whether the last call left a panel as it was. */
    public boolean behind() {
        return behind;
    }
}
