package dev.tricolor.dashboard.export;

import dev.tricolor.dashboard.export.Family.Histogram;
import dev.tricolor.dashboard.export.Family.Point;
import dev.tricolor.dashboard.export.Family.Value;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the points of one family over all sessions in the Prometheus client's types. */
final class SnapshotBuilder {
    private final Family family;
    private final List<CounterDataPointSnapshot> counters = new ArrayList<>();
    private final List<GaugeDataPointSnapshot> gauges = new ArrayList<>();
    private final List<HistogramDataPointSnapshot> histograms = new ArrayList<>();

    SnapshotBuilder(Family family) {
        this.family = family;
    }

    void add(Map<String, String> common, List<Point> points) {
        for (Point p : points) {
            Labels labels = labels(common, p.labels());
            if (p instanceof Histogram h) {
                histograms.add(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(Buckets.upperSeconds(), h.counts()))
                        .sum(h.sum())
                        .labels(labels)
                        .build());
            } else if (p instanceof Value v && family.type() == Family.Type.COUNTER) {
                counters.add(CounterDataPointSnapshot.builder()
                        .value(v.value())
                        .labels(labels)
                        .build());
            } else if (p instanceof Value v) {
                gauges.add(GaugeDataPointSnapshot.builder()
                        .value(v.value())
                        .labels(labels)
                        .build());
            }
        }
    }

    private static Labels labels(Map<String, String> common, Map<String, String> own) {
        Labels.Builder labels = Labels.builder();
        common.forEach(labels::label);
        own.forEach(labels::label);
        return labels.build();
    }

    /** Empty where no session has such a number. */
    Optional<MetricSnapshot> build() {
        return switch (family.type()) {
            case COUNTER -> counters.isEmpty() ? Optional.empty() : Optional.of(counter());
            case GAUGE -> gauges.isEmpty() ? Optional.empty() : Optional.of(gauge());
            case HISTOGRAM -> histograms.isEmpty() ? Optional.empty() : Optional.of(histogram());
        };
    }

    private MetricSnapshot counter() {
        CounterSnapshot.Builder b =
                CounterSnapshot.builder().name(family.name()).help(family.help());
        counters.forEach(b::dataPoint);
        return b.build();
    }

    private MetricSnapshot gauge() {
        GaugeSnapshot.Builder b = GaugeSnapshot.builder().name(family.name()).help(family.help());
        gauges.forEach(b::dataPoint);
        return b.build();
    }

    private MetricSnapshot histogram() {
        HistogramSnapshot.Builder b =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        histograms.forEach(b::dataPoint);
        return b.build();
    }
}
