package dev.tricolor.dashboard.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path data;

    private RunFolder folder;

    @BeforeEach
    void open() {
        folder = new RunStore(data).folder("r1");
    }

    private static PlannedRow planned(int number) {
        return new PlannedRow(
                number, "churn", List.of("--ops=1m"), "g1", "17", "17.0.15", "jdk", "", 1 << 26, 1.5, number, false);
    }

    private static RowRecord row(int number, String outcome) throws Exception {
        return new RowRecord(
                planned(number),
                outcome,
                "",
                5,
                "2026-11-24T17:00:00Z",
                null,
                false,
                new ObjectMapper().readTree("{\"checksum\":\"a\\nb\"}"),
                null);
    }

    private static RunHeader header() {
        return new RunHeader(
                "r1",
                "2026-11-24T17:00:00Z",
                "0.1",
                "2 processors",
                "",
                15,
                new RunHeader.Baseline("g1", "17", ""),
                List.of(planned(1), planned(2)),
                List.of("zgc on 8"),
                List.of(new SmallestHeap("churn", List.of("--ops=1m"), "g1", 17, "17.0.15", 1 << 25, 7)));
    }

    @Test
    void headerAndRows_comeBackAsTheyWere() throws Exception {
        folder.write(header());
        folder.append(row(2, "ok"));
        folder.append(row(1, "killed"));

        assertThat(folder.header()).isEqualTo(header());
        assertThat(folder.rows()).containsExactly(row(1, "killed"), row(2, "ok"));
        assertThat(Files.readAllLines(folder.results())).hasSize(2);
        assertThat(new RunStore(data).all()).extracting(RunFolder::id).containsExactly("r1");
    }

    @Test
    void lineThatACrashCutOff_isNoRow_andGoesWithTheNext() throws Exception {
        folder.write(header());
        folder.append(row(1, "ok"));
        Files.writeString(folder.results(), "{\"row\":{\"number\":2,\"work", StandardOpenOption.APPEND);

        assertThat(folder.rows()).containsExactly(row(1, "ok"));

        folder.append(row(2, "ok"));

        assertThat(folder.rows()).containsExactly(row(1, "ok"), row(2, "ok"));
        assertThat(Files.readAllLines(folder.results())).hasSize(2);
    }

    @Test
    void runThatIsNotThere_isNotFound() {
        assertThat(new RunStore(data).find("r1")).isEmpty();
        assertThat(new RunStore(data).find("../sessions")).isEmpty();
    }
}
