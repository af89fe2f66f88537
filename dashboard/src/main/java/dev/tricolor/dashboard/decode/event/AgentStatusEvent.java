package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.AgentStatus;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** The agent's own cost; -1 stands for what the platform does not tell. */
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
                Optional.of(event.getDuration("cpu")).filter(cpu -> !cpu.isNegative()),
                event.getLong("lostBytes"),
                told(event.getLong("allocatedBytes")),
                event.getLong("failures")));
    }

    private static OptionalLong told(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
