package dev.tricolor.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The pages and what they are made of, from the class path: ours, and uPlot's from its webjar. */
final class Pages {

    private static final String OURS = "/dev/tricolor/dashboard/web/";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    /** No {@code ..}, nothing hidden: a path of plain names. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*(/[A-Za-z0-9][A-Za-z0-9.-]*)*");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    void register(JavalinConfig config) {
        config.routes.get("/", ctx -> serve(ctx, OURS, "contrast.html"));
        config.routes.get("/sessions", ctx -> serve(ctx, OURS, "sessions.html"));
        config.routes.get("/sessions/{id}", ctx -> serve(ctx, OURS, "session.html"));
        config.routes.get("/workloads", ctx -> serve(ctx, OURS, "workloads.html"));
        config.routes.get("/go-lab", ctx -> serve(ctx, OURS, "go-lab.html"));
        config.routes.get("/static/<path>", ctx -> serve(ctx, OURS + "static/", ctx.pathParam("path")));
        config.routes.get("/lib/uplot/{file}", ctx -> serve(ctx, UPLOT, ctx.pathParam("file")));
        config.routes.get("/favicon.ico", ctx -> ctx.redirect("/static/mark.svg"));
    }

    private static void serve(Context ctx, String folder, String path) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PLAIN.matcher(path).matches()) {
            throw Problem.notFound("Nothing is served at " + ctx.path() + ".");
        }
        try (InputStream in = Pages.class.getResourceAsStream(folder + path)) {
            if (in == null) {
                throw Problem.notFound("Nothing is served at " + ctx.path() + ".");
            }
            answer(ctx, type, in.readAllBytes());
        }
    }

    /**
     * What is served at that path, without its first slash.
     *
     * @throws IOException where there is no such file: the build lacks it
     */
    static InputStream open(String path) throws IOException {
        String uplot = "lib/uplot/";
        InputStream in = Pages.class.getResourceAsStream(
                path.startsWith(uplot) ? UPLOT + path.substring(uplot.length()) : OURS + path);
        if (in == null) {
            throw new IOException("no " + path + " in this build of Tricolor");
        }
        return in;
    }

    /** Browsers ask each time and are told when what they have is still right. */
    private static void answer(Context ctx, String type, byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
        ctx.header("Cache-Control", "no-cache").header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(type).result(body);
        }
    }
}
