package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.SessionSummary;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionLog;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/sessions}: which there are, what one is, its recording, its removal. */
final class SessionsApi {

    private final Sessions sessions;
    private final Summaries summaries = new Summaries();

    SessionsApi(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/sessions", this::list);
        config.routes.get("/api/sessions/{id}", this::one);
        config.routes.get("/api/sessions/{id}/recording.jfr", this::recording);
        config.routes.get("/api/sessions/{id}/recording.ndjson", this::recording);
        config.routes.delete("/api/sessions/{id}", this::delete);
    }

    private void list(Context ctx) {
        Instant now = Instant.now();
        List<Object> all = new ArrayList<>();
        for (SessionLog log : sessions.all()) {
            Timelines.Snapshot s = sessions.snapshot(log);
            all.add(Map.of(
                    "session",
                    SessionView.of(log, s, now),
                    "summary",
                    brief(summaries.of(log.meta().id(), s))));
        }
        Json.answer(ctx, Map.of("sessions", all));
    }

    private static Map<String, Figure<?>> brief(SessionSummary s) {
        Map<String, Figure<?>> brief = new LinkedHashMap<>();
        brief.put("workload", s.work().workload());
        brief.put("checksum", s.work().checksum());
        brief.put("cycles", s.cycles().count());
        brief.put("pauses", s.pauses().count());
        brief.put("pauseMax", s.pauses().max());
        brief.put("stalls", s.stalls().count());
        brief.put("gcShare", s.cpu().gcShare());
        brief.put("allocationRate", s.allocation().rate());
        brief.put("peakRss", s.peakRss());
        return brief;
    }

    private void one(Context ctx) {
        SessionLog log = sessions.of(ctx);
        Timelines.Snapshot s = sessions.snapshot(log);
        Window window = Window.of(ctx);
        SessionSummary summary = window.equals(Window.ALL)
                ? summaries.of(log.meta().id(), s)
                : SessionSummary.of(s.timeline(), window.over(s));
        Json.answer(ctx, Map.of("session", SessionView.of(log, s, Instant.now()), "summary", summary));
    }

    /** The chunks one after the other: JFR files may be joined like that. */
    private void recording(Context ctx) throws IOException {
        SessionLog log = sessions.of(ctx);
        String format = log.meta().format();
        if (!ctx.path().endsWith("." + format)) {
            throw Problem.notFound("This session's log is " + format + "; get recording." + format + ".");
        }
        List<InputStream> files = new ArrayList<>();
        for (Path chunk : log.chunks()) {
            files.add(Files.newInputStream(chunk));
        }
        String name = log.meta().name().replaceAll("[^A-Za-z0-9._-]", "_") + "-"
                + log.meta().pid() + "." + format;
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType("application/octet-stream");
        ctx.result(new SequenceInputStream(Collections.enumeration(files)));
    }

    private void delete(Context ctx) throws IOException {
        SessionLog log = sessions.of(ctx);
        sessions.delete(log);
        summaries.forget(log.meta().id());
        ctx.status(204);
    }
}
