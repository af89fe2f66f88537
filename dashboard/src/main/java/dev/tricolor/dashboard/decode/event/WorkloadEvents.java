package dev.tricolor.dashboard.decode.event;

import dev.tricolor.dashboard.gc.WorkloadMark;
import dev.tricolor.dashboard.gc.WorkloadMark.Stage;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** What a canned workload says of its own course. */
final class WorkloadEvents implements EventDecoder {

    @Override
    public Set<String> types() {
        return Set.of("tricolor.WorkloadStart", "tricolor.WorkloadProgress", "tricolor.WorkloadResult");
    }

    @Override
    public void decode(RecordedEvent event, TimelineBuilder out) {
        String type = event.getEventType().getName();
        Stage stage = type.endsWith("Start") ? Stage.STARTED : type.endsWith("Result") ? Stage.FINISHED : Stage.RUNNING;
        out.add(new WorkloadMark(
                event.getStartTime(),
                stage,
                event.getString("workload"),
                number(event, "operations"),
                number(event, "total"),
                stage == Stage.FINISHED && event.hasField("json") ? event.getString("json") : ""));
    }

    private static long number(RecordedEvent event, String field) {
        return event.hasField(field) ? event.getLong(field) : 0;
    }
}
