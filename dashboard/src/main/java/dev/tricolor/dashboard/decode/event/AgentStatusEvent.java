package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.AgentStatus;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** The agent's own cost. */
final class AgentStatusEvent implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.AgentStatus");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new AgentStatus(
                event.getStartTime(),
                event.getLong("sentBytes"),
                event.getLong("backlogBytes"),
                event.getDuration("cpu"),
                event.getLong("lostBytes"),
                event.getLong("allocatedBytes"),
                event.getLong("failures")));
    }
}
