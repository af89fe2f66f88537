package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.gc.Timeline;
import dev.tricolor.dashboard.gc.WorkloadMark;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the last workload of a session said when it finished.
 *
 * @param window the measured part: from its start for as long as the result says that it took; empty where the recording
 *     missed the start
 * @param finished when the workload said so, some time after the measured part had ended
 * @param json the result line; missing node where it can't be read
 */
public record WorkloadResult(String workload, Optional<Interval> window, Instant finished, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where none finished. */
    public static Optional<WorkloadResult> of(Timeline timeline) {
        Instant started = null;
        WorkloadResult result = null;
        for (WorkloadMark m : timeline.workload()) {
            switch (m.stage()) {
                case STARTED -> started = m.at();
                case RUNNING -> {}
                case FINISHED -> {
                    JsonNode json = parse(m.json());
                    result = new WorkloadResult(m.workload(), window(started, m.at(), json), m.at(), json);
                }
            }
        }
        return Optional.ofNullable(result);
    }

    /** The result comes only when it has been put together, which took 2.5 s of a loaded machine. */
    private static Optional<Interval> window(@Nullable Instant started, Instant finished, JsonNode json) {
        if (started == null || !started.isBefore(finished)) {
            return Optional.empty();
        }
        long elapsed = json.path("elapsedNs").asLong(0);
        Instant end = elapsed > 0 ? started.plusNanos(elapsed) : finished;
        return Optional.of(new Interval(started, end.isBefore(finished) ? end : finished));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    public OptionalLong operations() {
        return number("operations");
    }

    /** The process's largest resident size when the measured part had ended, bytes. */
    public OptionalLong peakRssBytes() {
        return number("peakRssBytes");
    }

    public OptionalLong elapsedNs() {
        return number("elapsedNs");
    }

    /** The checksum in the workload's own form; empty where it has none. */
    public Optional<String> checksum() {
        return Optional.of(json.path("checksum")).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** How many threads the workload ran, from its parameters. */
    public OptionalInt threads() {
        JsonNode threads = json.path("parameters").path("threads");
        int n = (threads.isMissingNode() ? json.path("threads") : threads).asInt(0);
        return n > 0 ? OptionalInt.of(n) : OptionalInt.empty();
    }

    private OptionalLong number(String field) {
        JsonNode n = json.path(field);
        return n.isNumber() ? OptionalLong.of(n.asLong()) : OptionalLong.empty();
    }
}
