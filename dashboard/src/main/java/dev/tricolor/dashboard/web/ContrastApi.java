package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.web.contrast.Comparison;
import dev.tricolor.dashboard.web.panel.PanelChanges;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /api/contrast} once, and {@code /api/contrast/live} as a stream. */
final class ContrastApi {

    private final Sessions sessions;
    private final LiveStreams streams;
    private final Subjects subjects;

    ContrastApi(Sessions sessions, LiveStreams streams) {
        this.sessions = sessions;
        this.streams = streams;
        this.subjects = new Subjects(sessions);
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/contrast", this::once);
        config.routes.get("/api/contrast/live", this::live);
    }

    private void once(Context ctx) {
        Choice choice = Choice.of(ctx);
        List<SessionLog> logs = choice.from(sessions);
        Comparison c = subjects.compare(logs);
        Map<String, Object> body = config(choice, c);
        body.putAll(data(c, new PanelChanges()));
        Json.answer(ctx, body);
    }

    private void live(Context ctx) {
        streams.serve(ctx, new ContrastFeed(Choice.of(ctx)));
    }

    private Map<String, Object> config(Choice choice, Comparison c) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chosen", choice.label());
        body.put("run", choice.run(sessions));
        body.put("runs", Choice.runs(sessions));
        body.put("columns", Comparison.columns());
        body.put("panels", c.panels());
        return body;
    }

    private static Map<String, Object> data(Comparison c, PanelChanges changes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("heading", c.heading());
        body.put("rows", c.rows());
        body.put("data", changes.next(c.data()));
        return body;
    }

    /** One page that compares. */
    private final class ContrastFeed implements LiveStreams.Feed {

        private final Choice choice;
        private final PanelChanges changes = new PanelChanges();
        private String shown = "-";
        private String sent = "-";

        ContrastFeed(Choice choice) {
            this.choice = choice;
        }

        /** All of them: a new session can be the start of a newer run. */
        @Override
        public boolean shows(UUID session) {
            return true;
        }

        @Override
        public void next(LiveStreams.Sink sink) throws IOException {
            List<SessionLog> logs = choice.from(sessions);
            Comparison c = subjects.compare(logs);
            String labels =
                    c.subjects().stream().map(s -> s.key() + s.label()).toList().toString();
            if (!labels.equals(shown)) {
                shown = labels;
                changes.reset();
                sink.event("config", config(choice, c));
            }
            String state = subjects.state(c);
            if (!state.equals(sent)) {
                sent = state;
                sink.event("data", data(c, changes));
            }
        }
    }
}
