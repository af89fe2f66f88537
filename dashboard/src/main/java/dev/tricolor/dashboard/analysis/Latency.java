package dev.tricolor.dashboard.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** How long the workload's operations took, by the workload's own HdrHistogram; all in ns. */
public record Latency(Figure<Long> p50, Figure<Long> p90, Figure<Long> p99, Figure<Long> p999, Figure<Long> max) {

    /** From a histogram's summary in the result line. */
    static Latency of(JsonNode summary, String instrument, String why) {
        return new Latency(
                figure(summary.path("p50Ns"), instrument, why),
                figure(summary.path("p90Ns"), instrument, why),
                figure(summary.path("p99Ns"), instrument, why),
                figure(summary.path("p999Ns"), instrument, why),
                figure(summary.path("maxNs"), instrument, why));
    }

    static Latency missing(String why) {
        return of(MissingNode.getInstance(), "", why);
    }

    private static Figure<Long> figure(JsonNode ns, String instrument, String why) {
        return Figure.of(Optional.of(ns).filter(JsonNode::isNumber).map(JsonNode::asLong), "ns", instrument, why);
    }
}
