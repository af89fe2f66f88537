package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tricolor.dashboard.gc.AgentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The Go agent's own cost. */
final class AgentLine implements GoLine {

    @Override
    public String type() {
        return "agent";
    }

    @Override
    public void decode(JsonNode line, Instant at, GoTimelineBuilder out) {
        OptionalLong cpu = Fields.number(line, "cpuNs");
        long lost = Fields.number(line, "lostBytes").orElse(0);
        out.add(new AgentStatus(
                at,
                Fields.number(line, "sentBytes").orElse(0),
                Fields.number(line, "backlogBytes").orElse(0),
                cpu.isPresent() ? Optional.of(Duration.ofNanos(cpu.getAsLong())) : Optional.empty(),
                lost,
                Fields.number(line, "allocatedBytes"),
                Fields.number(line, "failures").orElse(0)));
        out.lost(lost);
    }
}
