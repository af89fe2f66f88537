package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.WhatIf;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionLog;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /api/sessions/{id}/what-if}: the session at other values of GOGC; {@code ?share=5} also at 5 % GC CPU. */
final class WhatIfApi {

    private final Sessions sessions;

    WhatIfApi(Sessions sessions) {
        this.sessions = sessions;
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/sessions/{id}/what-if", this::one);
    }

    private void one(Context ctx) {
        SessionLog log = sessions.of(ctx);
        Timelines.Snapshot s = sessions.snapshot(log);
        WhatIf whatIf = WhatIf.of(s.timeline());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session", SessionView.of(log, s, Instant.now()));
        body.put("whatIf", whatIf);
        String share = ctx.queryParam("share");
        if (share != null) {
            body.put("forGcShare", whatIf.forGcShare(percent(share) / 100));
        }
        Json.answer(ctx, body);
    }

    private static double percent(String text) {
        try {
            double percent = Double.parseDouble(text);
            if (percent > 0 && percent < 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw Problem.badRequest("share=\"" + text + "\" is not a number of percent.");
        }
        throw Problem.badRequest("share=\"" + text + "\" must lie between 0 and 100 percent.");
    }
}
