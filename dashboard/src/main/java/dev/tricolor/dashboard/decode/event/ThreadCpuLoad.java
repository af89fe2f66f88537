package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.MutatorSample;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** CPU load of one thread over the last period. */
final class ThreadCpuLoad implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("jdk.ThreadCPULoad");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        out.add(new MutatorSample(
                event.getStartTime(),
                JfrThreads.id(event),
                JfrThreads.name(event),
                event.getFloat("user") + event.getFloat("system")));
    }
}
