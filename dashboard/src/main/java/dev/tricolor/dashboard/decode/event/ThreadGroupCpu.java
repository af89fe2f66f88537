package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.CpuSample;
import dev.tricolor.dashboard.gc.CpuSample.CpuGroup;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** CPU time of a group of threads, from the agent. */
final class ThreadGroupCpu implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.ThreadGroupCpu");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        for (CpuGroup group : CpuGroup.values()) {
            if (group.label().equals(event.getString("group"))) {
                out.add(new CpuSample(event.getStartTime(), group, event.getDuration("cpu"), event.getInt("threads")));
            }
        }
    }
}
