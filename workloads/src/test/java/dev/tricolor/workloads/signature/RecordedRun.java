package dev.tricolor.workloads.signature;

import dev.tricolor.workloads.spec.Measure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The events that began in the measured part of one recorded run, in order of time. */
record RecordedRun(List<RecordedEvent> events) {
    static RecordedRun read(Path recording) throws IOException {
        List<RecordedEvent> all = RecordingFile.readAllEvents(recording);
        Instant start = timeOf(all, "tricolor.WorkloadStart");
        Instant end = timeOf(all, "tricolor.WorkloadResult");
        return new RecordedRun(all.stream()
                .filter(event -> !event.getStartTime().isBefore(start)
                        && !event.getStartTime().isAfter(end))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList());
    }

    /** The measure's value; NaN if it takes a field and there is no event to take it from. */
    double value(Measure measure) {
        List<RecordedEvent> matching =
                events.stream().filter(event -> matches(event, measure)).toList();
        double[] values = measure.field() == null
                ? new double[0]
                : matching.stream()
                        .mapToDouble(event -> number(event, measure.field()))
                        .toArray();
        return switch (measure.statistic()) {
            case COUNT -> matching.size();
            case SUM -> DoubleStream.of(values).sum();
            case MEAN -> DoubleStream.of(values).average().orElse(Double.NaN);
            case MAX -> DoubleStream.of(values).max().orElse(Double.NaN);
            case SPREAD ->
                DoubleStream.of(values).max().orElse(Double.NaN)
                        / DoubleStream.of(values).min().orElse(Double.NaN);
            case GROWTH -> values.length == 0 ? Double.NaN : values[values.length - 1] / values[0];
            case GAPS -> gaps(matching);
        };
    }

    private static double gaps(List<RecordedEvent> matching) {
        double[] nanos = IntStream.range(1, matching.size())
                .mapToDouble(i -> java.time.Duration.between(
                                matching.get(i - 1).getStartTime(),
                                matching.get(i).getStartTime())
                        .toNanos())
                .toArray();
        return DoubleStream.of(nanos).max().orElse(Double.NaN)
                / DoubleStream.of(nanos).min().orElse(Double.NaN);
    }

    private static boolean matches(RecordedEvent event, Measure measure) {
        return event.getEventType().getName().equals(measure.event())
                && measure.where().entrySet().stream()
                        .allMatch(condition -> Pattern.matches(condition.getValue(), text(event, condition.getKey())));
    }

    private static String text(RecordedEvent event, String field) {
        Object value = event.getValue(field);
        return String.valueOf(value);
    }

    private static double number(RecordedEvent event, String field) {
        return field.equals("duration")
                ? event.getDuration().toNanos()
                : ((Number) event.getValue(field)).doubleValue();
    }

    private static Instant timeOf(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in the recording"))
                .getStartTime();
    }
}
