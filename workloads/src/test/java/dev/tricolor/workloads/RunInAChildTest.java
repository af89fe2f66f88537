package dev.tricolor.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run promises to whoever started it. */
class RunInAChildTest {
    private static final Path JAVA = TestJdks.java(Runtime.version().feature());

    @Test
    void result_isTheOnlyLineOnStandardOutput() {
        ChildJvm.Outcome run = ChildJvm.run(JAVA, List.of("-Xmx256m"), "churn", "--ops", "100k", "--live", "1m");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(fieldNames(run.out()))
                .contains(
                        "workload seed parameters runtime jdk collector heapMaxBytes processors operations".split(" "))
                .contains("checksum elapsedNs latency operationsPerSample service response requestedBytes".split(" "))
                .contains("objects allocatedBytes processAllocatedBytes processCpuNs peakRssBytes".split(" "))
                .contains("p50Ns p90Ns p99Ns p999Ns p9999Ns maxNs histogram invariants unavailable".split(" "));
        assertThat(run.out()).contains("\"latency.response\":\"closed loop");
    }

    @Test
    void fixedTime_hasNoChecksum() {
        ChildJvm.Outcome run = ChildJvm.run(
                JAVA, List.of("-Xmx256m"), "churn", "--duration", "300ms", "--live", "1m", "--warmup", "0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.field("checksum")).isEqualTo("null");
        assertThat(run.out()).contains("\"checksum\":\"the run was bounded by time\"");
        assertThat(run.number("elapsedNs")).isBetween(300_000_000L, 1_000_000_000L);
        assertThat(run.number("operations")).isPositive();
    }

    @Test
    void openLoop_keepsItsRateAndTellsBothLatencies() throws Exception {
        ChildJvm.Outcome run = ChildJvm.run(
                JAVA, List.of("-Xmx256m"), "churn", "--ops", "64k", "--rate", "128k", "--live", "1m", "--warmup", "0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // 1000 steps of 64 operations at 2000 steps a second: the last is due after 499.5 ms
        assertThat(run.number("elapsedNs")).isBetween(499_000_000L, 900_000_000L);
        Matcher histograms = Pattern.compile("\"histogram\":\"([^\"]*)\"").matcher(run.out());
        for (String which : List.of("service", "response")) {
            assertThat(histograms.find()).as(which).isTrue();
            byte[] bytes = Base64.getDecoder().decode(histograms.group(1));
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
            assertThat(histogram.getTotalCount()).as(which).isEqualTo(1000);
        }
    }

    @Test
    void outOfMemory_isOneLineAndExitCode3() {
        ChildJvm.Outcome run = ChildJvm.run(JAVA, List.of("-Xmx32m"), "churn", "--live", "200m");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("churn ran out of memory", "maximum heap of 32m", "larger -Xmx");
    }

    @Test
    void withoutJfr_theWorkloadStillRuns() {
        ChildJvm.Outcome run = ChildJvm.run(
                JAVA,
                List.of("-Xmx256m", "--limit-modules", "java.base,java.management,jdk.management,java.sql"),
                "churn",
                "--ops",
                "100k",
                "--live",
                "1m");

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void recording_holdsStartProgressAndTheResultLine(@TempDir Path folder) throws Exception {
        Path recording = folder.resolve("run.jfr");
        ChildJvm.Outcome run = ChildJvm.run(
                JAVA,
                List.of("-Xmx256m", "-Xlog:disable", "-XX:StartFlightRecording=filename=" + recording),
                "churn",
                "--ops",
                "2m",
                "--live",
                "1m");

        List<RecordedEvent> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().startsWith("tricolor."))
                .toList();
        RecordedEvent start = only(events, "tricolor.WorkloadStart");
        RecordedEvent result = only(events, "tricolor.WorkloadResult");
        assertThat(result.getString("json")).isEqualTo(lastLine(run.out()));
        assertThat(result.getString("checksum")).isEqualTo(run.field("checksum"));
        assertThat(result.getLong("operations")).isEqualTo(2_000_000);
        assertThat(result.getDuration("elapsed").toNanos()).isEqualTo(run.number("elapsedNs"));
        assertThat(result.getStartTime()).isAfter(start.getStartTime().plusNanos(run.number("elapsedNs") - 1_000_000));
        assertThat(start.getString("parameters")).contains("\"live\":1048576");
        assertThat(events.stream()
                        .filter(event -> event.getEventType().getName().equals("tricolor.WorkloadProgress"))
                        .map(event -> event.getString("phase") + " " + event.getLong("operations"))
                        .collect(Collectors.toList()))
                .contains("warm-up 400000", "measured 2000000");
    }

    /** JFR itself may print something before. */
    private static String lastLine(String out) {
        return out.lines().reduce((first, second) -> second).orElseThrow();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static Set<String> fieldNames(String json) {
        return Pattern.compile("\"([A-Za-z0-9]+)\":")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
