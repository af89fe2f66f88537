package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.run.BadRunException;
import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.run.SessionSource;
import dev.tricolor.dashboard.web.Json;
import dev.tricolor.dashboard.web.LiveRoutes;
import dev.tricolor.dashboard.web.LiveStreams;
import dev.tricolor.dashboard.web.Problem;
import dev.tricolor.dashboard.web.WebOptions;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs from a page.
 *
 * <ul>
 *   <li>{@code POST /api/runs} starts one; answers its id, or that smallest heaps are looked for first;
 *   <li>{@code GET /api/runs/active/live} streams what becomes of it;
 *   <li>{@code POST /api/runs/{id}/cancel} ends it, keeping what is finished; {@code active} for the one going on;
 *   <li>{@code POST /api/runs/{id}/resume} does the rest of one that was cut off;
 *   <li>{@code GET /api/runs/earlier} lists those on disk, {@code DELETE /api/runs/{id}} deletes one and its sessions.
 * </ul>
 */
public final class RunControlApi implements LiveRoutes {
    private static final int LARGEST_BODY = 64 << 10;
    private static final Duration PLANNED_WITHIN = Duration.ofSeconds(30);
    /** Smallest heaps that are known from before take no time; those that are not take minutes. */
    private static final Duration SEARCHED_WITHIN = Duration.ofSeconds(1);

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);

    private final RunService service;
    private final Supplier<MachineFacts> machine;
    private final Supplier<SessionSource> sessions;
    private final StartGuard guard;
    private final EarlierRuns earlier;

    public RunControlApi(
            RunService service, Supplier<MachineFacts> machine, Supplier<SessionSource> sessions, WebOptions options) {
        this.service = service;
        this.machine = machine;
        this.sessions = sessions;
        guard = new StartGuard(options);
        earlier = new EarlierRuns(service.store(), service::going);
    }

    @Override
    public void register(JavalinConfig config, LiveStreams streams) {
        service.onChange(() -> streams.wake(RunFeed.class));
        config.routes.post("/api/runs", this::start);
        config.routes.get("/api/runs/active/live", ctx -> streams.serve(ctx, new RunFeed(service)));
        config.routes.get("/api/runs/earlier", ctx -> Json.answer(ctx, Map.of("runs", earlier.all())));
        config.routes.post("/api/runs/{id}/cancel", this::cancel);
        config.routes.post("/api/runs/{id}/resume", this::resume);
        config.routes.delete("/api/runs/{id}", this::delete);
    }

    private void start(Context ctx) throws IOException, InterruptedException {
        guard.checkJson(ctx);
        MachineFacts facts = machine.get();
        try {
            RunRequest request = RunForm.read(body(ctx), facts.workloads(), facts.jdks());
            ActiveRun run = service.start(request);
            answer(ctx, run, request.headrooms().isEmpty() ? PLANNED_WITHIN : SEARCHED_WITHIN);
        } catch (BadRunException e) {
            throw bad(e);
        } catch (RunService.Busy e) {
            throw busy(e);
        }
    }

    private void resume(Context ctx) throws IOException, InterruptedException {
        guard.checkJson(ctx);
        RunFolder folder = folder(ctx);
        if (folder.rows().size() >= folder.header().rows().size()) {
            throw new Problem(409, "Conflict", "Run " + folder.id() + " is finished: nothing is left to do.");
        }
        try {
            answer(ctx, service.resume(folder), PLANNED_WITHIN);
        } catch (RunService.Busy e) {
            throw busy(e);
        }
    }

    private static void answer(Context ctx, ActiveRun run, Duration within) throws InterruptedException {
        boolean planned = run.awaitPlanned(within);
        if (run.state() == RunState.FAILED) {
            throw new Problem(400, "Bad request", run.why());
        }
        RunProgress progress = run.progress(0);
        ctx.status(planned ? 201 : 202);
        Json.answer(
                ctx,
                Map.of("run", run.id(), "state", progress.state(), "rows", progress.of(), "done", progress.done()));
    }

    private void cancel(Context ctx) throws InterruptedException {
        guard.checkJson(ctx);
        String id = ctx.pathParam("id");
        ActiveRun run = service.current()
                .filter(r -> r.state().going())
                .filter(r -> id.equals("active") || r.id().equals(id))
                .orElseThrow(() -> service.going(id)
                        ? new Problem(409, "Conflict", "Another process works run " + id + " off: end it there.")
                        : new Problem(409, "Conflict", "Run " + id + " is not going on."));
        run.cancel();
        run.awaitEnd(ENDED_WITHIN);
        RunProgress progress = run.progress(0);
        Json.answer(
                ctx,
                Map.of("run", run.id(), "state", progress.state(), "rows", progress.of(), "done", progress.done()));
    }

    private void delete(Context ctx) throws IOException {
        guard.check(ctx);
        RunFolder folder = folder(ctx);
        if (service.going(folder.id())) {
            throw new Problem(409, "Conflict", "Run " + folder.id() + " is going on: cancel it first.");
        }
        sessions.get().forget(folder.id());
        service.store().delete(folder);
        ctx.status(204);
    }

    private RunFolder folder(Context ctx) {
        String id = ctx.pathParam("id");
        return service.store().find(id).orElseThrow(() -> new Problem(404, "Not found", "There is no run " + id + "."));
    }

    private static String body(Context ctx) throws IOException {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new Problem(413, "Too large", "A run is described in at most " + LARGEST_BODY + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Problem bad(BadRunException e) {
        String line = e.hint().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.hint();
        return new Problem(400, "Bad request", line, e.field());
    }

    private static Problem busy(RunService.Busy e) {
        return new Problem(
                409,
                "Conflict",
                e.getMessage() + ": wait for its end, or cancel it. Two at once would measure each other.");
    }
}
