package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.HeapSample;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;

/** The heap just before or just after a collection. */
final class GcHeapSummary implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GCHeapSummary");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        RecordedObject space = event.getValue("heapSpace");
        out.add(new HeapSample(
                event.getStartTime(),
                event.getInt("gcId"),
                event.getString("when").startsWith("Before") ? HeapSample.When.BEFORE : HeapSample.When.AFTER,
                event.getLong("heapUsed"),
                space.getLong("committedSize"),
                space.getLong("reservedSize")));
    }
}
