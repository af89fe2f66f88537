package dev.tricolor.dashboard.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: a Host header of ours (against DNS rebinding), no other site's pages (against forged requests), and the
 * bearer token where one is configured.
 *
 * <p>A name that a stranger's DNS points at this machine is refused; a literal address cannot be rebound and is taken.
 * Browsers, which cannot set a header on a page or an event stream, bring the token once as {@code ?token=} and keep it in a
 * cookie that scripts cannot read.
 */
final class Access {

    private static final String COOKIE = "tricolor_token";
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** No inline script or style, nothing from another host, no frames. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                    + " data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String configuredHost;
    private final Optional<String> token;

    Access(String configuredHost, Optional<String> token) {
        this.configuredHost = configuredHost;
        this.token = token;
    }

    void register(JavalinConfig config) {
        config.routes.before(this::check);
    }

    private void check(Context ctx) {
        headers(ctx);
        String host = hostOf(ctx.header("Host"));
        if (!ours(host)) {
            throw new Problem(
                    421,
                    "Misdirected request",
                    "The Host header names \"" + host + "\", which is not this dashboard; use localhost, an address, or"
                            + " start it with --host NAME.");
        }
        String origin = ctx.header("Origin");
        if (origin != null && !ours(originHost(origin))) {
            throw new Problem(403, "Forbidden", "Requests from pages of " + origin + " are not answered.");
        }
        if (token.isPresent()) {
            checkToken(ctx, token.get());
        }
    }

    private static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private boolean ours(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("[")
                || IPV4.matcher(host).matches()
                || host.equalsIgnoreCase(configuredHost);
    }

    /** The host of {@code host[:port]}, in lower case; empty where there is none. */
    static String hostOf(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String h = header.trim().toLowerCase(Locale.ROOT);
        int end = h.startsWith("[") ? h.indexOf(']') + 1 : h.indexOf(':');
        return end <= 0 ? h : h.substring(0, end);
    }

    private static String originHost(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }

    private static void checkToken(Context ctx, String expected) {
        String asked = ctx.queryParam("token");
        if (asked != null && same(asked, expected) && !ctx.path().startsWith("/api/")) {
            Cookie cookie = new Cookie(COOKIE, expected, "/");
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            ctx.cookie(cookie);
            ctx.redirect(ctx.path());
            ctx.skipRemainingHandlers();
            return;
        }
        String header = ctx.header("Authorization");
        String given = header != null && header.startsWith("Bearer ") ? header.substring(7) : ctx.cookie(COOKIE);
        if (given == null || !same(given, expected)) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"tricolor\"");
            throw new Problem(
                    401,
                    "Unauthorized",
                    "This dashboard wants its token: send \"Authorization: Bearer TOKEN\", or open " + ctx.path()
                            + "?token=TOKEN once in the browser.");
        }
    }

    /** Takes as long for a near miss as for a wild one. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
