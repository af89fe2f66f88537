package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.ProcessMemorySample;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** Resident and swapped memory of the process, from the agent. */
final class ProcessMemory implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.ProcessMemory");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new ProcessMemorySample(
                event.getStartTime(), event.getLong("rss"), event.getLong("peakRss"), event.getLong("swap")));
    }
}
