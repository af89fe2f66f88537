package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Interval;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of time a request asks for: {@code window=90s|5m|1h|all} (the newest so much), or {@code from=} and
 * {@code to=} in epoch seconds.
 */
record Window(Optional<Duration> newest, Optional<Interval> fixed) {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(s|m|h)");
    static final Window ALL = new Window(Optional.empty(), Optional.empty());

    static Window of(Context ctx) {
        String from = ctx.queryParam("from");
        String to = ctx.queryParam("to");
        if (from != null && to != null) {
            Instant a = instant("from", from);
            Instant b = instant("to", to);
            if (!a.isBefore(b)) {
                throw Problem.badRequest("from must lie before to.");
            }
            return new Window(Optional.empty(), Optional.of(new Interval(a, b)));
        }
        if (from != null || to != null) {
            throw Problem.badRequest("from and to go together (epoch seconds), or use window=5m.");
        }
        return length(ctx.queryParam("window"));
    }

    private static Window length(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("all")) {
            return ALL;
        }
        Matcher m = LENGTH.matcher(text);
        if (!m.matches()) {
            throw Problem.badRequest("window=\"" + text + "\" is not a length such as 60s, 5m, 1h or all.");
        }
        long n = Long.parseLong(m.group(1));
        Duration d =
                switch (m.group(2)) {
                    case "s" -> Duration.ofSeconds(n);
                    case "m" -> Duration.ofMinutes(n);
                    default -> Duration.ofHours(n);
                };
        if (d.isZero()) {
            throw Problem.badRequest("window must be longer than nothing.");
        }
        return new Window(Optional.of(d), Optional.empty());
    }

    private static Instant instant(String name, String text) {
        try {
            BigDecimal s = new BigDecimal(text);
            long whole = s.setScale(0, RoundingMode.FLOOR).longValueExact();
            int nanos = s.subtract(BigDecimal.valueOf(whole)).movePointRight(9).intValue();
            return Instant.ofEpochSecond(whole, nanos);
        } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
            throw Problem.badRequest(name + "=\"" + text + "\" is not a time in epoch seconds.");
        }
    }

    /** The interval meant, given what is there now. */
    Interval over(Timelines.Snapshot s) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        Interval span = s.timeline().span().orElse(new Interval(s.dataUntil(), s.dataUntil()));
        Instant end = span.to().isBefore(s.dataUntil()) ? s.dataUntil() : span.to();
        Instant from =
                newest.map(end::minus).filter(f -> f.isAfter(span.from())).orElse(span.from());
        return new Interval(from, end.isBefore(from) ? from : end);
    }
}
