package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.log.SessionLog;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sessions a comparison is of: those named, those of a named run, or else those of the newest run; where no session
 * belongs to a run, the newest ones.
 *
 * @param ids empty for a run
 */
record Choice(List<String> ids, Optional<String> namedRun) {

    static final String RUN = "run";
    private static final int NEWEST = 8;
    private static final int MOST = 40;

    static Choice of(Context ctx) {
        String ids = ctx.queryParam("sessions");
        if (ids != null && !ids.isBlank()) {
            return new Choice(List.of(ids.split(",")), Optional.empty());
        }
        return new Choice(List.of(), Optional.ofNullable(ctx.queryParam("run")));
    }

    String label() {
        return ids.isEmpty() ? (namedRun.isPresent() ? "run" : "newest") : "sessions";
    }

    /** The run that is shown; empty where it is none. */
    String run(Sessions sessions) {
        if (!ids.isEmpty()) {
            return "";
        }
        List<String> runs = runs(sessions);
        return namedRun.orElse(runs.isEmpty() ? "" : runs.get(0));
    }

    /** All runs, newest first. */
    static List<String> runs(Sessions sessions) {
        Set<String> runs = new LinkedHashSet<>();
        for (SessionLog log : sessions.all()) {
            String run = log.meta().labels().get(RUN);
            if (run != null) {
                runs.add(run);
            }
        }
        return List.copyOf(runs);
    }

    /** In the order in which they began. */
    List<SessionLog> from(Sessions sessions) {
        List<SessionLog> chosen = new ArrayList<>();
        if (!ids.isEmpty()) {
            ids.forEach(id -> chosen.add(sessions.of(id)));
            return chosen;
        }
        String run = run(sessions);
        for (SessionLog log : sessions.all()) {
            if (run.isEmpty()
                    ? chosen.size() < NEWEST
                    : run.equals(log.meta().labels().get(RUN))) {
                chosen.add(log);
            }
        }
        if (chosen.isEmpty() && namedRun.isPresent()) {
            throw Problem.notFound("No session belongs to a run \"" + run + "\"; runs: " + runs(sessions) + ".");
        }
        chosen.sort(Comparator.comparing((SessionLog l) -> l.meta().opened()));
        return chosen.subList(0, Math.min(MOST, chosen.size()));
    }
}
