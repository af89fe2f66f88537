package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dashboard as the runner sees it: where children report to, and what became of their sessions. */
public interface SessionSource {

    /**
     * A child's session.
     *
     * @param ended whether it said that it ended
     * @param summary the analysis's numbers, as the dashboard's API gives them
     */
    record Observed(UUID id, boolean ended, JsonNode summary) {}

    /** What children are given as the agent's address. */
    URI address();

    /** The token that children need; empty where none is asked for. */
    Optional<String> token();

    /**
     * The session with these labels of its run, once it has ended and all of it is decoded; after {@code atMost} as much of
     * it as there is; empty where none came.
     */
    Optional<Observed> observe(String run, int row, Duration atMost) throws InterruptedException;

    /**
     * Adds lines to the end of the log of a session that has ended: what its runtime said elsewhere.
     *
     * @return the session with its figures taken anew; as it was where the dashboard does not take them
     */
    Optional<Observed> complete(Observed session, List<String> lines);

    /**
     * Deletes the sessions with these labels: what an attempt at the row left that was cut off. Where that can't be done
     * now, they stay, and {@link #observe} finds the newest.
     */
    void forget(String run, int row);

    /** Deletes all sessions of a run: its rows', and those that were put beside them. */
    void forget(String run);
}
