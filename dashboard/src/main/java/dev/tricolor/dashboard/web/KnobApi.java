package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.Figure;
import dev.tricolor.dashboard.analysis.LiveSet;
import dev.tricolor.dashboard.command.Command;
import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;

/**
 * {@code /api/sessions/{id}/knob}: how the knob of a running application stands, and turning it.
 *
 * <p>What is asked for here reaches the agent with the answer to its next append; what came of it, a refusal too, is in the
 * session's log. Only pages of this very dashboard may ask, and only in JSON, which no form of another site can send.
 */
public final class KnobApi {

    private static final int LARGEST_BODY = 1000;

    private final Sessions sessions;
    private final Commands commands;

    public KnobApi(SessionStore store, Timelines timelines, Commands commands) {
        this.sessions = new Sessions(store, timelines);
        this.commands = commands;
    }

    /** Adds the routes. */
    public void register(JavalinConfig config) {
        config.routes.get("/api/sessions/{id}/knob", this::show);
        config.routes.post("/api/sessions/{id}/knob", this::turn);
    }

    private void show(Context ctx) {
        SessionLog log = sessions.of(ctx);
        Json.answer(ctx, view(log));
    }

    private KnobView view(SessionLog log) {
        return KnobView.of(
                log, sessions.snapshot(log), commands.waiting(log.meta().id()), Instant.now());
    }

    private void turn(Context ctx) {
        sameOrigin(ctx);
        SessionLog log = sessions.of(ctx);
        if (SessionState.of(log, Instant.now()) != SessionState.LIVE) {
            throw new Problem(409, "Not running", "The session has ended; nothing can be turned. Nothing was set.");
        }
        String body = ctx.body();
        if (body.length() > LARGEST_BODY) {
            throw new Problem(413, "Too large", "A body of " + LARGEST_BODY + " characters is more than enough.");
        }
        boolean go = KnobView.go(log);
        String text = KnobRequest.command(body, go, go ? live(log) : 0);
        Command given = commands.give(log.meta().id(), text)
                .orElseThrow(() -> new Problem(
                        429,
                        "Too many",
                        Commands.MOST + " commands wait for this agent already; it takes one with each answer, at"
                                + " most 5 s apart."));
        ctx.status(202);
        Json.answer(ctx, Map.of("id", given.id(), "command", given.text()));
    }

    private long live(SessionLog log) {
        return LiveSet.of(sessions.snapshot(log).timeline()).typical() instanceof Figure.Known<Long> k ? k.value() : 0;
    }

    /** Stricter than what {@link Access} asks of every request: another port of this machine is another origin. */
    private static void sameOrigin(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(415, "Not JSON", "Send the body as Content-Type: application/json.");
        }
        String origin = ctx.header("Origin");
        String host = ctx.header("Host");
        boolean ours = origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
        String site = ctx.header("Sec-Fetch-Site");
        if (!ours || (site != null && !site.equals("same-origin") && !site.equals("none"))) {
            throw new Problem(403, "Forbidden", "Only pages of this dashboard may turn knobs.");
        }
    }
}
