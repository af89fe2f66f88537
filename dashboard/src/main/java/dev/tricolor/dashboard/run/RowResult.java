package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.RowRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one row.
 *
 * @param session what the dashboard saw; empty where the child's agent never reached it
 */
public record RowResult(Row row, ChildResult child, Optional<SessionSource.Observed> session) {

    /** As it is kept on disk, finished at this moment. */
    public RowRecord record(Instant now) {
        return new RowRecord(
                row.planned(),
                child.outcome().word(),
                child.detail(),
                child.took().toNanos(),
                now.toString(),
                session.map(s -> s.id().toString()).orElse(null),
                session.map(SessionSource.Observed::ended).orElse(false),
                child.result().orElse(null),
                session.map(SessionSource.Observed::summary).orElse(null));
    }
}
