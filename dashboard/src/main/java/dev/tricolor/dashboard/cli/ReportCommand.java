package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tricolor.dashboard.evidence.NumbersCsv;
import dev.tricolor.dashboard.evidence.RunEvidence;
import dev.tricolor.dashboard.evidence.RunNumber;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run down: as one file that a browser opens without a dashboard, or its numbers for other programs. */
@Command(
        name = "report",
        description =
                "Writes a run into one file that a browser opens without a dashboard, or its numbers as CSV or JSON.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Its id; last is the newest.")
    private String wanted;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where to: a page, or with .csv or .json at its end the numbers (default: tricolor-RUN.html).")
    private @Nullable Path output;

    @Option(names = "--csv", paramLabel = "FILE", description = "The numbers as CSV, into this file.")
    private @Nullable Path csv;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--token",
            paramLabel = "TOKEN|@FILE",
            description = "That of the dashboard, where one with a token runs; also TRICOLOR_TOKEN.")
    private @Nullable String token;

    @Option(names = "--data", paramLabel = "DIR", description = "Where runs are kept; also TRICOLOR_DATA.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        RunFolder folder = Runs.named(new RunStore(data()), wanted);
        RunHeader header = folder.header();
        List<RowRecord> rows = folder.rows();
        if (rows.isEmpty()) {
            throw Complaint.couldNotRun(
                    "run " + folder.id() + " has no finished row", "tricolor run --resume " + folder.id());
        }
        Output out = new Output(spec);
        List<RunNumber> numbers = RunNumber.of(RunEvidence.of(header, rows));
        if (rows.size() < header.rows().size()) {
            out.note("tricolor: " + rows.size() + " of " + header.rows().size()
                    + " invocations are finished: the report is of those");
        }
        if (csv != null) {
            write(out, csv, NumbersCsv.of(numbers));
        }
        if (json.wanted()) {
            out.json(tree(numbers));
        }
        if (output != null || (csv == null && !json.wanted())) {
            Path file = output == null ? Path.of("tricolor-" + folder.id() + ".html") : output;
            write(out, file, content(file, folder.id(), numbers));
        }
        return ExitCode.FINE;
    }

    private Path data() {
        return data == null ? DataFolder.usual() : data.toAbsolutePath().normalize();
    }

    private String content(Path file, String run, List<RunNumber> numbers) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return NumbersCsv.of(numbers);
        }
        if (name.endsWith(".json")) {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(numbers)) + "\n";
        }
        try (DashboardAccess access = DashboardAccess.toRead(data(), DashboardOptions.token(token))) {
            return RunReport.html(access.client(), run, tree(numbers));
        }
    }

    private static JsonNode tree(List<RunNumber> numbers) {
        return JSON.valueToTree(Map.of("numbers", numbers));
    }

    /** Whole or not at all. */
    private void write(Output out, Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, bytes);
        } catch (IOException e) {
            throw Complaint.couldNotRun("cannot write " + file + " (" + why(e) + ")", "give another file");
        }
        if (!json.wanted()) {
            out.text(file + ": " + Units.bytes(bytes.length));
        }
    }

    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "not allowed" : String.valueOf(e.getMessage());
    }
}
