package dev.tricolor.dashboard.run;

import java.util.Optional;

/**
 * What became of one row.
 *
 * @param session what the dashboard saw; empty where the child's agent never reached it
 */
public record RowResult(Row row, ChildResult child, Optional<SessionSource.Observed> session) {}
