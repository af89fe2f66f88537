package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.evidence.NumbersCsv;
import dev.tricolor.dashboard.evidence.RunEvidence;
import dev.tricolor.dashboard.evidence.RunNumber;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** {@code /api/runs}: what was run, what it says, and its numbers for other programs. */
final class RunsApi {

    private final KeptRuns runs;

    RunsApi(KeptRuns runs) {
        this.runs = runs;
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/runs", this::list);
        config.routes.get("/api/runs/{id}", this::one);
        config.routes.get("/api/runs/{id}/results.jsonl", this::results);
        config.routes.get("/api/runs/{id}/numbers.csv", this::csv);
        config.routes.get("/api/runs/{id}/numbers.json", ctx -> Json.answer(ctx, Map.of("numbers", numbers(ctx))));
    }

    /** One line of the list. */
    record Listed(
            String id, String started, String tricolor, List<String> workloads, int planned, int finished, int ok) {}

    private void list(Context ctx) throws IOException {
        List<Listed> all = runs.all().stream()
                .map(r -> new Listed(
                        r.header().id(),
                        r.header().started(),
                        r.header().tricolor(),
                        r.header().rows().stream()
                                .map(PlannedRow::workload)
                                .distinct()
                                .toList(),
                        r.header().rows().size(),
                        r.rows().size(),
                        (int) r.rows().stream().filter(RowRecord::ok).count()))
                .toList();
        Json.answer(ctx, Map.of("runs", all));
    }

    private void one(Context ctx) throws IOException {
        KeptRuns.Kept run = named(ctx);
        Json.answer(ctx, Map.of("header", run.header(), "evidence", RunEvidence.of(run.header(), run.rows())));
    }

    /** The file as it stands, up to its last whole line. */
    private void results(Context ctx) throws IOException {
        RunFolder folder = runs.folder(named(ctx).header().id()).orElseThrow();
        String text = Files.exists(folder.results()) ? Files.readString(folder.results()) : "";
        ctx.contentType("application/x-ndjson")
                .header("Cache-Control", "no-store")
                .result(text.substring(0, text.lastIndexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
    }

    private void csv(Context ctx) throws IOException {
        ctx.contentType("text/csv; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(NumbersCsv.of(numbers(ctx)).getBytes(StandardCharsets.UTF_8));
    }

    private List<RunNumber> numbers(Context ctx) throws IOException {
        KeptRuns.Kept run = named(ctx);
        return RunNumber.of(RunEvidence.of(run.header(), run.rows()));
    }

    private KeptRuns.Kept named(Context ctx) throws IOException {
        String id = ctx.pathParam("id");
        return runs.find(id)
                .orElseThrow(() -> Problem.notFound("There is no run \"" + id + "\" on disk; /api/runs lists them."));
    }
}
