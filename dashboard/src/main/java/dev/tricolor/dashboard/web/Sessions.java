package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions as the web sees them: looked up by what a request says, with a Problem where that fails. */
final class Sessions {

    private final SessionStore store;
    private final Timelines timelines;

    Sessions(SessionStore store, Timelines timelines) {
        this.store = store;
        this.timelines = timelines;
    }

    List<SessionLog> all() {
        return store.sessions();
    }

    /** The session that the path's {@code {id}} names. */
    SessionLog of(Context ctx) {
        return of(ctx.pathParam("id"));
    }

    SessionLog of(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("\"" + id + "\" is not a session id (a UUID); /api/sessions lists them.");
        }
        return store.find(uuid)
                .orElseThrow(() -> Problem.notFound("There is no session " + id + "; /api/sessions lists them."));
    }

    /** The session of that id; empty where it is gone, or the id is none. */
    Optional<SessionLog> find(String id) {
        try {
            return store.find(UUID.fromString(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    Timelines.Snapshot snapshot(SessionLog log) {
        return timelines.current(log.meta().id());
    }

    /** Of the timeline as it is now. */
    long version(UUID id) {
        return timelines.current(id).version();
    }

    void delete(SessionLog log) throws IOException {
        store.delete(log.meta().id());
    }
}
