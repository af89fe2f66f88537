package dev.tricolor.dashboard.ingest;

import dev.tricolor.dashboard.command.Command;
import dev.tricolor.dashboard.command.Commands;
import dev.tricolor.dashboard.log.MalformedLogException;
import dev.tricolor.dashboard.log.OffsetMismatchException;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionMeta;
import dev.tricolor.dashboard.log.SessionStore;
import dev.tricolor.dashboard.log.StoreFullException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ingest contract over HTTP: open a session, append bytes at an offset, end it.
 *
 * <ul>
 *   <li>{@code PUT /api/sessions/{uuid}?name=&runtime=&format=&host=&pid=&label.KEY=} opens or re-opens;
 *   <li>{@code POST /api/sessions/{uuid}/log?offset=N} appends the body if N is the held offset, else 409;
 *   <li>{@code POST /api/sessions/{uuid}/end?reason=} ends it.
 * </ul>
 *
 * <p>The answer to an append may carry one command, {@code command=ID NAME VALUE}, again and again until the agent says {@code
 * ack=ID} with a later append.
 *
 * <p>Each answers {@code text/plain} in {@link java.util.Properties} form; {@code offset} is the held offset. An append is
 * answered once its bytes are on disk, so what was acknowledged survives a crash of the dashboard.
 */
public final class Ingest {

    /** The largest body of one append, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_LABELS = 32;

    private final SessionStore store;
    private final IngestCounters counters;
    private final Commands commands;

    public Ingest(SessionStore store, IngestCounters counters, Commands commands) {
        this.store = store;
        this.counters = counters;
        this.commands = commands;
    }

    /** Adds the routes. */
    public void register(JavalinConfig config) {
        config.routes.put("/api/sessions/{id}", this::open);
        config.routes.post("/api/sessions/{id}/log", this::append);
        config.routes.post("/api/sessions/{id}/end", this::end);
    }

    private void open(Context ctx) throws IOException {
        UUID id = id(ctx);
        if (id == null) {
            return;
        }
        String runtime = parameter(ctx, "runtime", "jvm");
        String format = parameter(ctx, "format", "jfr");
        if (!List.of("jvm", "go").contains(runtime) || !List.of("jfr", "ndjson").contains(format)) {
            refuse(ctx, 400, "runtime is jvm or go, format is jfr or ndjson");
            return;
        }
        long pid;
        try {
            pid = Long.parseLong(parameter(ctx, "pid", "0"));
        } catch (NumberFormatException e) {
            refuse(ctx, 400, "pid is a number");
            return;
        }
        SessionMeta meta = new SessionMeta(
                id,
                parameter(ctx, "name", "unnamed"),
                runtime,
                format,
                parameter(ctx, "host", ""),
                pid,
                Instant.now(),
                Optional.empty(),
                "",
                labels(ctx));
        try {
            answer(ctx, 200, store.openSession(meta).size());
        } catch (StoreFullException e) {
            refuse(ctx, 429, e.getMessage());
        }
    }

    private void append(Context ctx) throws IOException {
        SessionLog log = session(ctx);
        if (log == null) {
            return;
        }
        long offset;
        long ack;
        try {
            offset = Long.parseLong(parameter(ctx, "offset", ""));
            ack = Long.parseLong(parameter(ctx, "ack", "0"));
        } catch (NumberFormatException e) {
            refuse(ctx, 400, "offset is a number of bytes, ack the id of a command");
            return;
        }
        byte[] body = body(ctx);
        if (body == null) {
            refuse(ctx, 413, "a body has at most " + LARGEST_BODY + " bytes");
            return;
        }
        if (store.full()) {
            refuse(ctx, 429, "the store is full");
            return;
        }
        try {
            long held = log.append(offset, body, body.length);
            counters.accepted(body.length);
            answer(ctx, 200, held, command(log.meta().id(), ack));
        } catch (OffsetMismatchException e) {
            counters.mismatched();
            answer(ctx, 409, e.held());
        } catch (MalformedLogException e) {
            refuse(ctx, 400, e.getMessage());
        } catch (IOException e) {
            refuse(ctx, 507, "the log could not be written: " + e.getMessage());
        }
    }

    /** What the agent is to do next, once what it says to have taken is off the list. */
    private String command(UUID session, long ack) {
        commands.taken(session, ack);
        return commands.next(session).map(Command::line).orElse("");
    }

    private void end(Context ctx) throws IOException {
        SessionLog log = session(ctx);
        if (log != null) {
            commands.forget(log.meta().id());
            log.end(parameter(ctx, "reason", "exit"));
            answer(ctx, 200, log.size());
        }
    }

    private @Nullable SessionLog session(Context ctx) {
        UUID id = id(ctx);
        SessionLog log = id == null ? null : store.find(id).orElse(null);
        if (id != null && log == null) {
            refuse(ctx, 404, "no session " + id + "; open it first");
        }
        return log;
    }

    private @Nullable UUID id(Context ctx) {
        try {
            return UUID.fromString(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            refuse(ctx, 400, "a session's id is a UUID");
            return null;
        }
    }

    private static Map<String, String> labels(Context ctx) {
        Map<String, String> labels = new TreeMap<>();
        for (String key : ctx.queryParamMap().keySet()) {
            if (key.startsWith("label.") && labels.size() < MOST_LABELS) {
                labels.put(cut(key.substring("label.".length())), parameter(ctx, key, ""));
            }
        }
        return Map.copyOf(labels);
    }

    private static String parameter(Context ctx, String name, String otherwise) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? otherwise : cut(value);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** The body, or null where it is larger than allowed. */
    private static byte @Nullable [] body(Context ctx) throws IOException {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            return bytes.length > LARGEST_BODY ? null : bytes;
        }
    }

    private static void answer(Context ctx, int status, long offset) {
        answer(ctx, status, offset, "");
    }

    private static void answer(Context ctx, int status, long offset, String command) {
        ctx.status(status).contentType("text/plain; charset=utf-8").result("offset=" + offset + "\n" + command);
    }

    private void refuse(Context ctx, int status, @Nullable String why) {
        counters.refused(status);
        ctx.status(status).contentType("text/plain; charset=utf-8").result("error=" + why + "\n");
    }
}
