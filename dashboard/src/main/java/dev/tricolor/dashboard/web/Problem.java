package dev.tricolor.dashboard.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error as a program reads it: {@code application/problem+json} (RFC 9457) with a {@code detail} that says what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String field;

    public Problem(int status, String title, String detail) {
        this(status, title, detail, "");
    }

    /** With the name of the field of the request that is wrong, which a page shows it beside. */
    public Problem(int status, String title, String detail, String field) {
        super(detail);
        this.status = status;
        this.title = title;
        this.field = field;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    public int status() {
        return status;
    }

    void answer(Context ctx) {
        write(ctx, status, title, String.valueOf(getMessage()), field);
    }

    static void write(Context ctx, int status, String title, String detail) {
        write(ctx, status, title, detail, "");
    }

    private static void write(Context ctx, int status, String title, String detail, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (!field.isEmpty()) {
            body.put("field", field);
        }
        ctx.status(status).contentType("application/problem+json").result(Json.bytes(body));
    }
}
