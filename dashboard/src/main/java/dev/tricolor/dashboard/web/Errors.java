package dev.tricolor.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into problem+json; a page that does not exist gets a page. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    void register(JavalinConfig config) {
        config.routes.exception(Problem.class, Problem::answer);
        config.routes.exception(HttpResponseException.class, Errors::fromJavalin);
        config.routes.exception(Exception.class, Errors::unexpected);
    }

    private static void fromJavalin(HttpResponseException e, Context ctx) {
        String detail =
                e.getStatus() == 404 ? "Nothing is served at " + ctx.path() + "." : String.valueOf(e.getMessage());
        Problem.write(ctx, e.getStatus(), e.getStatus() == 404 ? "Not found" : "Refused", detail);
    }

    private static void unexpected(Exception e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        Problem.write(ctx, 500, "Internal error", "The dashboard failed to answer: " + e + "; its log says more.");
    }
}
