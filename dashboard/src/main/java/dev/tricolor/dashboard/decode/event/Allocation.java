package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.AllocationSample;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** Bytes allocated by all threads, from the agent. */
final class Allocation implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.Allocation");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new AllocationSample(event.getStartTime(), event.getLong("allocated")));
    }
}
