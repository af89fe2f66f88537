package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a child left.
 *
 * @param detail of an outcome that is not {@link Outcome#OK}, such as {@code SIGKILL} or its last words; else empty
 * @param result the workload's result line; empty where it printed none
 * @param took from the child's start to its end, the JVM's own start included
 */
public record ChildResult(Outcome outcome, String detail, Optional<JsonNode> result, Duration took) {}
