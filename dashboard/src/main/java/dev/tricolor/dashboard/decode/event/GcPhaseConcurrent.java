package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.ConcurrentPhase;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** A phase beside the application. */
final class GcPhaseConcurrent implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GCPhaseConcurrent", "jdk.GCPhaseConcurrentLevel1");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        int level = event.getEventType().getName().endsWith("Level1") ? 1 : 0;
        out.add(new ConcurrentPhase(
                event.getStartTime(),
                event.getDuration(),
                event.getInt("gcId"),
                event.getString("name").strip(),
                level));
    }
}
