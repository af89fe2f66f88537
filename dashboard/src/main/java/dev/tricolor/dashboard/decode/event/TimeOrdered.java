package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.GcEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A list that is sorted by time when it is looked at, not when it is added to. Not thread-safe. */
public final class TimeOrdered<T extends GcEvent> {

    private final List<T> events = new ArrayList<>();
    private boolean sorted = true;
    private List<T> snapshot = List.of();

    public void add(T event) {
        if (sorted
                && !events.isEmpty()
                && event.at().isBefore(events.get(events.size() - 1).at())) {
            sorted = false;
        }
        events.add(event);
    }

    public List<T> snapshot() {
        if (!sorted) {
            events.sort(Comparator.comparing(GcEvent::at));
            sorted = true;
            snapshot = List.copyOf(events);
        } else if (snapshot.size() != events.size()) {
            snapshot = List.copyOf(events);
        }
        return snapshot;
    }
}
