package dev.tricolor.workloads.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of one histogram in nanoseconds, and the histogram itself.
 *
 * @param histogram HdrHistogram V2, compressed, base64: what {@code Histogram.decodeFromCompressedByteBuffer} reads
 */
public record LatencySummary(
        long count, long p50Ns, long p90Ns, long p99Ns, long p999Ns, long p9999Ns, long maxNs, String histogram) {

    /** Null if nothing was recorded: an empty histogram has no percentiles. */
    public static @Nullable LatencySummary of(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return null;
        }
        return new LatencySummary(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getValueAtPercentile(99.99),
                histogram.getMaxValue(),
                encode(histogram));
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("count", count);
        map.put("p50Ns", p50Ns);
        map.put("p90Ns", p90Ns);
        map.put("p99Ns", p99Ns);
        map.put("p999Ns", p999Ns);
        map.put("p9999Ns", p9999Ns);
        map.put("maxNs", maxNs);
        map.put("histogram", histogram);
        return map;
    }
}
