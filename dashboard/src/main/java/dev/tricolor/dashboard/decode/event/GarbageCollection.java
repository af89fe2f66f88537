package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.Cycle;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** A whole collection, written when it ends. Its kind follows from its name, for Shenandoah from its phases. */
final class GarbageCollection implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.GarbageCollection");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        String name = event.getString("name");
        out.add(new Cycle(
                event.getStartTime(),
                event.getDuration(),
                event.getInt("gcId"),
                CycleKinds.ofName(name),
                name,
                event.getString("cause"),
                event.getDuration("sumOfPauses"),
                event.getDuration("longestPause")));
    }
}
