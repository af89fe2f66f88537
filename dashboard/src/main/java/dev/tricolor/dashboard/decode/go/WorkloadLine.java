package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.WorkloadMark;
import dev.tricolor.dashboard.gc.WorkloadMark.Stage;
import java.time.Instant;

/** What a canned workload says of its own course. */
final class WorkloadLine implements GoLine {

    @Override
    public String type() {
        return "workload";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        Stage stage =
                switch (Fields.text(line, "stage")) {
                    case "started" -> Stage.STARTED;
                    case "running" -> Stage.RUNNING;
                    case "finished" -> Stage.FINISHED;
                    default -> throw new IllegalArgumentException("a stage that is not known");
                };
        JsonNode result = line.path("result");
        out.add(new WorkloadMark(
                at,
                stage,
                Fields.text(line, "workload"),
                Fields.number(line, "operations").orElse(0),
                Fields.number(line, "total").orElse(0),
                stage == Stage.FINISHED && result.isObject() ? result.toString() : ""));
    }
}
