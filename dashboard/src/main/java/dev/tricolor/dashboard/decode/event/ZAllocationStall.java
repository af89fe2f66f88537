package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.Stall;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** A thread that waited for ZGC to free memory. */
final class ZAllocationStall implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.ZAllocationStall");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new Stall(
                event.getStartTime(),
                event.getDuration(),
                JfrThreads.id(event),
                JfrThreads.name(event),
                event.getLong("size")));
    }
}
