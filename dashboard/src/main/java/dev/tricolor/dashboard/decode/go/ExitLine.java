package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** How a watched program ended. */
final class ExitLine implements GoLine {

    @Override
    public String type() {
        return "exit";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        out.facts().fact("Go: exit code", Long.toString(Fields.required(line, "code")));
    }
}
