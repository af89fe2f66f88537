package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.web.Problem;
import dev.tricolor.dashboard.web.WebOptions;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may start processes from a page: pages of this very dashboard, by JSON, which a form of another site cannot send; and
 * nobody where others can reach the dashboard without a token. Comes on top of the checks that every request passes.
 */
final class StartGuard {
    private final WebOptions options;

    StartGuard(WebOptions options) {
        this.options = options;
    }

    /** Why runs cannot be started here; empty where they can. */
    Optional<String> off() {
        return options.token().isPresent() || loopback()
                ? Optional.empty()
                : Optional.of("Others can reach this dashboard and it asks for no token: start it with --token TOKEN,"
                        + " or without --host.");
    }

    /**
     * Checks a request that changes something here.
     *
     * @throws Problem where it must not
     */
    void check(Context ctx) {
        Optional<String> off = off();
        if (off.isPresent()) {
            throw new Problem(403, "Forbidden", off.get());
        }
        String origin = ctx.header("Origin");
        String site = ctx.header("Sec-Fetch-Site");
        if ((origin != null && !sameOrigin(origin, ctx.header("Host")))
                || (site != null && !site.equals("same-origin"))) {
            throw new Problem(403, "Forbidden", "Only this dashboard's own pages may start, cancel or delete runs.");
        }
    }

    /**
     * The same for one with a body.
     *
     * @throws Problem where it must not, or is no JSON
     */
    void checkJson(Context ctx) {
        check(ctx);
        String type = String.valueOf(ctx.contentType()).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw new Problem(
                    415, "Unsupported media type", "Send JSON with the header Content-Type: application/json.");
        }
    }

    private static boolean sameOrigin(String origin, @org.jspecify.annotations.Nullable String host) {
        return host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(options.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
