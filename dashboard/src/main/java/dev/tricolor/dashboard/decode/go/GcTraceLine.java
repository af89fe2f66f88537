package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A line of the runtime's own trace. */
final class GcTraceLine implements GoLine {

    @Override
    public String type() {
        return "gctrace";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        String trace = Fields.text(line, "line").strip();
        Optional<GcTrace> cycle = GcTrace.parse(trace);
        if (cycle.isPresent()) {
            out.traced(cycle.get(), at);
        } else if (GcTrace.announcesPeriodic(trace)) {
            out.periodicCycleFollows();
        } else if (!GcTrace.knownOther(trace)) {
            throw new IllegalArgumentException("a trace line that is cut off or of a form that is not known");
        }
    }
}
