package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.run.Children;
import dev.tricolor.dashboard.run.Home;
import dev.tricolor.dashboard.run.Matrix;
import dev.tricolor.dashboard.run.RowResult;
import dev.tricolor.dashboard.run.RunPlan;
import dev.tricolor.dashboard.run.Verdict;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Works off a plan against a dashboard and prints what came of it: what {@code demo} and {@code run} share. At Ctrl-C the
 * child is ended and what is finished is printed.
 */
final class MatrixRun {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Output output;
    private final boolean json;
    private final DashboardClient client;
    private final boolean endsWithUs;
    private final Children children = new Children();
    private final CountDownLatch printed = new CountDownLatch(1);

    /**
     * Runs nothing yet.
     *
     * @param exits whether the command ends after the run, and a dashboard of its own with it
     */
    MatrixRun(Output output, boolean json, DashboardAccess access, boolean exits) {
        this.output = output;
        this.json = json;
        this.client = access.client();
        this.endsWithUs = exits && access.own().isPresent();
        UntilEnded.closing(children, printed, access);
    }

    /** Runs and prints; answers the exit code. */
    int run(RunPlan plan, Duration rowAtMost, boolean invocationsShown, List<String> more) throws InterruptedException {
        try {
            return runAndPrint(plan, rowAtMost, invocationsShown, more);
        } finally {
            printed.countDown();
        }
    }

    private int runAndPrint(RunPlan plan, Duration rowAtMost, boolean invocationsShown, List<String> more)
            throws InterruptedException {
        String id = ID.format(LocalDateTime.now(ZoneId.systemDefault()));
        Matrix matrix = new Matrix(id, Home.find(), new ClientSessions(client), children, rowAtMost);
        List<RowResult> results;
        try (RunProgress progress = new RunProgress(output, Terminal.ofProcess(), json)) {
            results = matrix.run(plan, progress);
        }
        Verdict.refuseIfAllWere(results);
        Verdict verdict = Verdict.of(results);
        if (json) {
            output.json(json(id, plan, results, verdict, more));
        } else {
            output.text(RunRows.table(results, invocationsShown));
            plan.skipped().forEach(line -> output.text("left out: " + line));
            more.forEach(output::text);
            output.text(client.base() + (endsWithUs ? " until this command ends; tricolor serve shows it again" : ""));
        }
        if (results.size() < plan.rows().size() || children.closed()) {
            output.note("tricolor: ended after " + results.size() + " of "
                    + plan.rows().size() + " runs");
        }
        verdict.broken().forEach(line -> output.note("tricolor: " + line));
        verdict.failed().forEach(line -> output.note("tricolor: " + line));
        if (!verdict.broken().isEmpty()) {
            return ExitCode.BROKEN;
        }
        return verdict.failed().isEmpty() ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
    }

    private ObjectNode json(String id, RunPlan plan, List<RowResult> results, Verdict verdict, List<String> more) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("run", id);
        all.put("url", client.base().toString());
        ArrayNode rows = all.putArray("rows");
        results.forEach(result -> rows.add(RunRows.json(result)));
        plan.skipped().forEach(all.putArray("leftOut")::add);
        more.forEach(all.putArray("more")::add);
        verdict.broken().forEach(all.putArray("broken")::add);
        verdict.failed().forEach(all.putArray("failed")::add);
        return all;
    }
}
