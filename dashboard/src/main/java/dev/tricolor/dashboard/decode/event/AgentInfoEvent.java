package dev.tricolor.dashboard.decode.event;

import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** What the agent is and what it cannot measure here. */
final class AgentInfoEvent implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.AgentInfo");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.facts(event, "agent");
    }
}
