package dev.tricolor.dashboard.gc;

import java.time.Duration;
import java.time.Instant;

/** Something that lasts: from {@link #at()} for {@link #duration()}. */
public interface Spanning {
    Instant at();

    Duration duration();

    default Instant end() {
        return at().plus(duration());
    }
}
