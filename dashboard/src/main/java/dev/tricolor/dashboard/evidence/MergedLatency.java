package dev.tricolor.dashboard.evidence;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.results.RowRecord;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The latency of all successful invocations of a setup as one distribution: their HdrHistograms added, ns.
 *
 * @param count of steps
 */
public record MergedLatency(long count, long p50, long p90, long p99, long p999, long p9999, long max) {

    /**
     * Merges.
     *
     * @param kind {@code service} or {@code response}
     */
    static Figure<MergedLatency> of(List<RowRecord> rows, String kind) {
        Histogram all = new Histogram(3);
        int read = 0;
        for (RowRecord row : rows) {
            String encoded = row.resultOrMissing()
                    .path("latency")
                    .path(kind)
                    .path("histogram")
                    .asText("");
            if (!encoded.isEmpty()) {
                try {
                    all.add(Histogram.decodeFromCompressedByteBuffer(
                            ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0));
                    read++;
                } catch (DataFormatException | IllegalArgumentException e) {
                    return Figure.missing("a histogram that can't be read: " + e.getMessage());
                }
            }
        }
        if (all.getTotalCount() == 0) {
            return Figure.missing(
                    kind.equals("response")
                            ? "no intended starts: the workload ran in a closed loop (give --rate)"
                            : "no histogram in any result");
        }
        return Figure.known(
                new MergedLatency(
                        all.getTotalCount(),
                        all.getValueAtPercentile(50),
                        all.getValueAtPercentile(90),
                        all.getValueAtPercentile(99),
                        all.getValueAtPercentile(99.9),
                        all.getValueAtPercentile(99.99),
                        all.getMaxValue()),
                "ns",
                "HdrHistograms of " + read + " invocations added");
    }
}
