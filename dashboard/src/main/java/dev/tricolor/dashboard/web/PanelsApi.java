package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.analysis.Observer;
import dev.tricolor.dashboard.decode.Timelines;
import dev.tricolor.dashboard.gc.Interval;
import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.web.panel.PanelChanges;
import dev.tricolor.dashboard.web.panel.PanelDelta;
import dev.tricolor.dashboard.web.panel.PanelThrottle;
import dev.tricolor.dashboard.web.panel.Panels;
import dev.tricolor.dashboard.web.panel.View;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** {@code /api/sessions/{id}/panels} once, and {@code /api/sessions/{id}/live} as a stream. */
final class PanelsApi {

    private final Sessions sessions;
    private final LiveStreams streams;

    PanelsApi(Sessions sessions, LiveStreams streams) {
        this.sessions = sessions;
        this.streams = streams;
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/sessions/{id}/panels", this::once);
        config.routes.get("/api/sessions/{id}/live", this::live);
    }

    private void once(Context ctx) {
        SessionLog log = sessions.of(ctx);
        Window window = Window.of(ctx);
        Timelines.Snapshot s = sessions.snapshot(log);
        Map<String, Object> body = config(log, s);
        Interval over = window.over(s);
        body.putAll(data(
                log, s, over, new PanelChanges().next(Panels.data(log.meta().runtime(), s.timeline(), over))));
        Json.answer(ctx, body);
    }

    private void live(Context ctx) {
        SessionLog log = sessions.of(ctx);
        streams.serve(ctx, new SessionFeed(log, Window.of(ctx)));
    }

    private static Map<String, Object> config(SessionLog log, Timelines.Snapshot s) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session", SessionView.of(log, s, Instant.now()));
        body.put("panels", Panels.specs(log.meta().runtime()));
        return body;
    }

    private static Map<String, Object> data(
            SessionLog log, Timelines.Snapshot s, Interval window, Map<String, PanelDelta> changes) {
        Instant now = Instant.now();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dataUntil", s.dataUntil());
        body.put("behindMs", SessionView.behindMs(log, s, now));
        body.put("state", SessionState.of(log, now).label());
        body.put("observer", Observer.of(s.timeline(), window).observerShare());
        body.put("window", window);
        body.put("data", changes);
        return body;
    }

    /** One page that looks at one session. */
    private final class SessionFeed implements LiveStreams.Feed {

        private static final long PATIENCE_NS = 100_000_000;

        private final SessionLog log;
        private final Window window;
        private final PanelChanges changes = new PanelChanges();
        private final PanelThrottle throttle = new PanelThrottle(System::nanoTime);
        private long sent = -1;
        private String heading = "";
        private String state = "";

        SessionFeed(SessionLog log, Window window) {
            this.log = log;
            this.window = window;
        }

        @Override
        public boolean shows(UUID session) {
            return session.equals(log.meta().id());
        }

        @Override
        public void next(LiveStreams.Sink sink) throws IOException {
            sessions.of(log.meta().id().toString());
            Timelines.Snapshot s = sessions.snapshot(log);
            SessionView view = SessionView.of(log, s, Instant.now());
            String newHeading = view.heading() + view.state() + view.name();
            if (!newHeading.equals(heading)) {
                heading = newHeading;
                sink.event("config", config(log, s));
            }
            if (s.version() != sent || !view.state().equals(state) || throttle.behind()) {
                sent = s.version();
                state = view.state();
                send(sink, s, View.of(s.timeline(), window.over(s)));
            }
        }

        /** What is quick to compute need not wait for what is not. */
        private void send(LiveStreams.Sink sink, Timelines.Snapshot s, View view) throws IOException {
            Map<String, PanelDelta> ready = new LinkedHashMap<>();
            long[] since = {System.nanoTime()};
            throttle.each(Panels.of(log.meta().runtime()), view, (panel, data) -> {
                changes.next(panel, data).ifPresent(delta -> ready.put(panel, delta));
                if (System.nanoTime() - since[0] > PATIENCE_NS) {
                    sink.event("data", data(log, s, view.window(), ready));
                    ready.clear();
                    since[0] = System.nanoTime();
                }
            });
            sink.event("data", data(log, s, view.window(), ready));
        }
    }
}
