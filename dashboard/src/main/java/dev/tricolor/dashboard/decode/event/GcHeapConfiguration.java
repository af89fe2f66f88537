package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** The heap's limits. */
final class GcHeapConfiguration implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GCHeapConfiguration");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.heap(event.getLong("initialSize"), event.getLong("maxSize"));
        out.facts(event, "Heap");
    }
}
