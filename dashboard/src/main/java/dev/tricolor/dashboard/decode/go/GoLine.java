package dev.tricolor.dashboard.decode.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Turns one type of line into domain events. Stateless. */
interface GoLine {

    /** The line's {@code t}. */
    String type();

    /** Adds what the line says to {@code out}; throws where a field that it can't do without is missing or wrong. */
    void decode(JsonNode line, Instant at, GoTimelineBuilder out);
}
