package dev.tricolor.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.RecordedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report} writes, of a real run from disk, and what it says where it can't. */
class ReportCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void recorded() throws Exception {
        RecordedRun.into(folder);
    }

    private CliRun report(String run, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "report";
        args[1] = run;
        args[2] = "--data=" + folder;
        System.arraycopy(more, 0, args, 3, more.length);
        return CliRun.of(args);
    }

    @Test
    void numbers_comeAsCsvAndAsJson_byOptionOrByTheFilesName() throws Exception {
        Path byOption = folder.resolve("a.txt");
        Path csv = folder.resolve("a.csv");
        Path json = folder.resolve("a.json");
        assertThat(report("last", "--csv", byOption.toString()).exitCode()).isZero();
        assertThat(report(RecordedRun.ID, "-o", csv.toString()).exitCode()).isZero();
        assertThat(report("last", "-o", json.toString()).exitCode()).isZero();
        CliRun printed = report("last", "--json");

        assertThat(csv).hasSameTextualContentAs(byOption);
        JsonNode numbers = new ObjectMapper().readTree(printed.out());
        assertThat(new ObjectMapper().readTree(json.toFile())).isEqualTo(numbers);
        assertThat(Files.readAllLines(csv)).hasSize(numbers.path("numbers").size() + 1);
    }

    @Test
    void unknownRun_isOneLineAndExit2() {
        CliRun run = report("nosuch");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("tricolor: no run \"nosuch\": there are " + RecordedRun.ID + "; last is the newest\n");
    }

    @Test
    void fileThatCanNotBeWritten_isOneLineAndExit3_andLeavesNothing() throws Exception {
        Path nowhere = folder.resolve("no/such/report.csv");
        CliRun missing = report("last", "-o", nowhere.toString());
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err())
                .isEqualTo("tricolor: cannot write " + nowhere + " (there is no such folder): give another file\n");
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));
        assertThat(report("last", "-o", taken.toString()).exitCode()).isEqualTo(3);
        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void runWithoutAFinishedRow_saysHowToGoOn() throws Exception {
        Files.delete(folder.resolve("runs/" + RecordedRun.ID + "/results.jsonl"));
        CliRun run = report("last", "-o", folder.resolve("x.html").toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("has no finished row: tricolor run --resume " + RecordedRun.ID);
        assertThat(folder.resolve("x.html")).doesNotExist();
    }
}
