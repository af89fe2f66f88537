package dev.tricolor.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.results.RowRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Jdk JDK = new Jdk(Path.of("/jdk"), "25.0.3", 25, "", Set.of());

    private static RowRecord row(CollectorChoice collector, String argument, Outcome outcome, String json)
            throws Exception {
        Row row = new Row(
                1, "churn", List.of(argument), new JvmTarget(collector, JDK, HeapSize.parse("64m")), null, 1, false);
        return new RowResult(
                        row,
                        new ChildResult(
                                outcome, "", Optional.of(new ObjectMapper().readTree(json)), Duration.ofSeconds(1)),
                        Optional.empty())
                .record(Instant.EPOCH);
    }

    @Test
    void equalChecksums_areFine() throws Exception {
        Verdict verdict = Verdict.of(List.of(
                row(CollectorChoice.G1, "--ops=1", Outcome.OK, "{\"checksum\":\"a\"}"),
                row(CollectorChoice.ZGC, "--ops=1", Outcome.OK, "{\"checksum\":\"a\"}"),
                row(CollectorChoice.SERIAL, "--ops=1", Outcome.OUT_OF_MEMORY, "{}")));

        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.failed()).isEmpty();
    }

    @Test
    void differentChecksums_meanDifferentWork() throws Exception {
        Verdict verdict = Verdict.of(List.of(
                row(CollectorChoice.G1, "--ops=1", Outcome.OK, "{\"checksum\":\"a\"}"),
                row(CollectorChoice.ZGC, "--ops=1", Outcome.OK, "{\"checksum\":\"b\"}")));

        assertThat(verdict.broken()).containsExactly("churn: checksums differ, so the work was not the same: a, b");
    }

    @Test
    void runsForATime_doDifferentWork() throws Exception {
        Verdict verdict = Verdict.of(List.of(
                row(CollectorChoice.G1, "--duration=1s", Outcome.OK, "{\"checksum\":\"a\"}"),
                row(CollectorChoice.ZGC, "--duration=1s", Outcome.OK, "{\"checksum\":\"b\"}")));

        assertThat(verdict.broken()).isEmpty();
    }

    @Test
    void brokenInvariant_isNamed() throws Exception {
        Verdict verdict = Verdict.of(List.of(row(
                CollectorChoice.G1,
                "--ops=1",
                Outcome.INVARIANT_BROKEN,
                "{\"invariants\":[{\"name\":\"sum\",\"held\":false,\"detail\":\"expected 1, found 2\"}]}")));

        assertThat(verdict.broken()).containsExactly("churn-g1-25 (1): sum broken: expected 1, found 2");
    }
}
