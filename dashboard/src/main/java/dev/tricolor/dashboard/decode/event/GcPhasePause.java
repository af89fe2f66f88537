package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.Pause;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** A stop of the world by the collector. */
final class GcPhasePause implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GCPhasePause");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new Pause(event.getStartTime(), event.getDuration(), event.getInt("gcId"), event.getString("name")));
    }
}
