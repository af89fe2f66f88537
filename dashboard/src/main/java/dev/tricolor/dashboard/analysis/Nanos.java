package dev.tricolor.dashboard.analysis;

import dev.tricolor.dashboard.gc.Interval;
import java.time.Duration;
import java.time.Instant;

/** Instants as nanoseconds since 1970, in a long: exact until the year 2262. */
final class Nanos {
    private static final long SECOND = 1_000_000_000L;

    private Nanos() {}

    static long of(Instant t) {
        return Math.addExact(Math.multiplyExact(t.getEpochSecond(), SECOND), t.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    static long length(Interval i) {
        return of(i.to()) - of(i.from());
    }

    static double seconds(long nanos) {
        return nanos / (double) SECOND;
    }

    static double seconds(Duration d) {
        return seconds(d.toNanos());
    }
}
