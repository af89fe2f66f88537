package dev.tricolor.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;

/** The pages and what they are made of, from the class path. */
final class Pages {

    private static final String ROOT = "/dev/tricolor/dashboard/web/";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    void register(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/static";
            files.directory = ROOT + "static";
            files.location = Location.CLASSPATH;
            files.headers = java.util.Map.of("Cache-Control", "no-cache");
        });
        // not by staticFiles: the jar has no entry for this folder, so that Jetty does not find it
        config.routes.get("/lib/uplot/{file}", Pages::uplot);
        config.routes.get("/", ctx -> page(ctx, "contrast.html"));
        config.routes.get("/sessions", ctx -> page(ctx, "sessions.html"));
        config.routes.get("/sessions/{id}", ctx -> page(ctx, "session.html"));
        config.routes.get("/favicon.ico", ctx -> ctx.redirect("/static/mark.svg"));
    }

    private static void page(Context ctx, String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IOException("the page " + name + " is not in the jar");
            }
            ctx.contentType(ContentType.TEXT_HTML)
                    .header("Cache-Control", "no-cache")
                    .result(in.readAllBytes());
        }
    }

    private static void uplot(Context ctx) throws IOException {
        String file = ctx.pathParam("file");
        try (InputStream in = file.matches("[A-Za-z.]+") ? Pages.class.getResourceAsStream(UPLOT + file) : null) {
            if (in == null) {
                throw Problem.notFound("There is no /lib/uplot/" + file + ".");
            }
            ctx.contentType(file.endsWith(".css") ? ContentType.TEXT_CSS : ContentType.TEXT_JS)
                    .header("Cache-Control", "max-age=86400")
                    .result(in.readAllBytes());
        }
    }
}
