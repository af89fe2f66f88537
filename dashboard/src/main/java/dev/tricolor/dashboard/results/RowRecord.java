package dev.tricolor.dashboard.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finished row: a line of {@code results.jsonl}.
 *
 * @param row what was planned
 * @param outcome one word or two, such as {@code ok}, {@code out of memory}, {@code killed}
 * @param detail of an outcome that is not {@code ok}, such as {@code SIGKILL}
 * @param tookNs from the child's start to its end, the JVM's own start included
 * @param finishedAt ISO-8601, UTC
 * @param session the dashboard's id of it; null where the agent never reached the dashboard
 * @param sessionEnded whether the session had said that it ended
 * @param result the workload's result line; null where it printed none
 * @param summary the analysis of the session as the API gives it; null without a session
 */
public record RowRecord(
        PlannedRow row,
        String outcome,
        String detail,
        long tookNs,
        String finishedAt,
        @Nullable String session,
        boolean sessionEnded,
        @Nullable JsonNode result,
        @Nullable JsonNode summary) {

    /** The word of an outcome that counts as evidence. */
    public static final String OK = "ok";

    public RowRecord {
        result = absentIfNull(result);
        summary = absentIfNull(summary);
    }

    private static @Nullable JsonNode absentIfNull(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    @JsonIgnore
    public boolean ok() {
        return outcome.equals(OK);
    }

    /** The result line; a missing node where there is none. */
    @JsonIgnore
    public JsonNode resultOrMissing() {
        return Objects.requireNonNullElse(result, MissingNode.getInstance());
    }

    /** The session's figures; a missing node where there are none. */
    @JsonIgnore
    public JsonNode summaryOrMissing() {
        return Objects.requireNonNullElse(summary, MissingNode.getInstance());
    }
}
