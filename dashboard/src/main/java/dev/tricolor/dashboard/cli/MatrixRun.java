package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.evidence.RunEvidence;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.run.Children;
import dev.tricolor.dashboard.run.RunLock;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.run.Runner;
import dev.tricolor.dashboard.run.SmallestHeaps;
import dev.tricolor.dashboard.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Works off a run against a dashboard and prints what came of it: what {@code demo} and {@code run} share. At Ctrl-C the
 * child is ended and what is finished is printed; it can be resumed.
 */
final class MatrixRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Output output;
    private final boolean json;
    private final DashboardClient client;
    private final boolean endsWithUs;
    private final Path data;
    private final RunStore store;
    private final Runner runner;
    private final Children children = new Children();
    private final CountDownLatch printed = new CountDownLatch(1);

    /**
     * Runs nothing yet.
     *
     * @param data the dashboard's data folder
     * @param exits whether the command ends after the run, and a dashboard of its own with it
     */
    MatrixRun(Output output, boolean json, Path data, DashboardAccess access, boolean exits) {
        this.output = output;
        this.json = json;
        this.client = access.client();
        this.endsWithUs = exits && access.own().isPresent();
        this.data = data;
        store = new RunStore(data);
        runner = new Runner(
                Machine.facts(), store, new SmallestHeaps(smallest(data)), new ClientSessions(client), children);
        UntilEnded.closing(children, printed, access);
    }

    private static Path smallest(Path data) {
        return data.resolve("smallest-heaps.json");
    }

    /** Runs what is asked for and prints; answers the exit code. */
    int run(RunRequest request, BesideRun beside) throws IOException, InterruptedException {
        try (RunLock lock = lock();
                RunProgress progress = progress()) {
            RunFolder folder = runner.prepare(request, progress);
            return work(lock, folder, progress, beside);
        } finally {
            printed.countDown();
        }
    }

    /** Goes on with a run that was cut off; answers the exit code. */
    int resume(String id) throws IOException, InterruptedException {
        try (RunLock lock = lock();
                RunProgress progress = progress()) {
            return work(lock, Runs.named(store, id), progress, BesideRun.NOTHING);
        } finally {
            printed.countDown();
        }
    }

    private RunLock lock() throws IOException {
        return RunLock.take(data, "tricolor run")
                .orElseThrow(() -> Complaint.couldNotRun(
                        RunLock.holder(data).map(RunLock.Holder::words).orElse("another run is going on"),
                        "wait for its end; two at once would measure each other"));
    }

    private RunProgress progress() {
        return new RunProgress(output, Terminal.ofProcess(), json);
    }

    private int work(RunLock lock, RunFolder folder, RunProgress progress, BesideRun beside)
            throws IOException, InterruptedException {
        lock.says(folder.id());
        List<RowRecord> results = runner.work(folder, progress);
        progress.close();
        Verdict.refuseIfAllWere(results);
        RunHeader header = folder.header();
        Verdict verdict = Verdict.of(results);
        RunEvidence evidence = RunEvidence.of(header, results);
        BesideRun.Said more = beside.addTo(client, folder.id(), results);
        if (json) {
            output.json(json(header, results, evidence, verdict, more));
        } else {
            print(header, results, evidence, more.lines());
        }
        if (results.size() < header.rows().size()) {
            output.note("tricolor: ended after " + results.size() + " of "
                    + header.rows().size() + " runs; go on with: tricolor run --resume " + folder.id());
        }
        verdict.broken().forEach(line -> output.note("tricolor: " + line));
        verdict.failed().forEach(line -> output.note("tricolor: " + line));
        if (!verdict.broken().isEmpty()) {
            return ExitCode.BROKEN;
        }
        return verdict.failed().isEmpty() ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
    }

    private void print(RunHeader header, List<RowRecord> results, RunEvidence evidence, List<String> more) {
        boolean repeated = header.rows().stream().anyMatch(r -> r.invocation() > 1);
        boolean alike = header.rows().stream()
                        .map(r -> r.workload() + r.heapBytes())
                        .distinct()
                        .count()
                == 1;
        output.text(repeated ? EvidenceTable.of(evidence) : RunRows.table(results, !alike));
        header.skipped().forEach(line -> output.text("left out: " + line));
        more.forEach(output::text);
        output.text("run " + header.id() + ": " + client.base() + "?run=" + header.id()
                + (endsWithUs ? " until this command ends; tricolor serve shows it again" : ""));
    }

    private ObjectNode json(
            RunHeader header, List<RowRecord> results, RunEvidence evidence, Verdict verdict, BesideRun.Said more) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("run", header.id());
        all.put("url", client.base().toString());
        ArrayNode rows = all.putArray("rows");
        results.forEach(result -> rows.add(RunRows.json(result)));
        header.skipped().forEach(all.putArray("leftOut")::add);
        more.into(all);
        verdict.broken().forEach(all.putArray("broken")::add);
        verdict.failed().forEach(all.putArray("failed")::add);
        all.set("evidence", JSON.valueToTree(evidence));
        return all;
    }
}
