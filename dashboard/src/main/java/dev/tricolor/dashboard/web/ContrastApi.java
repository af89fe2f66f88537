package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.web.contrast.Comparison;
import dev.tricolor.dashboard.web.matrix.MatrixChoice;
import dev.tricolor.dashboard.web.panel.PanelChanges;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /api/contrast} once, and {@code /api/contrast/live} as a stream: sessions side by side, or, where the run that is
 * shown has more than one invocation of each setup, the run's means with one session of each in the pictures.
 */
final class ContrastApi {

    private final Sessions sessions;
    private final LiveStreams streams;
    private final Subjects subjects;
    private final Matrices matrices;

    ContrastApi(Sessions sessions, LiveStreams streams, KeptRuns runs) {
        this.sessions = sessions;
        this.streams = streams;
        this.subjects = new Subjects(sessions);
        this.matrices = new Matrices(sessions, runs);
    }

    void register(JavalinConfig config) {
        config.routes.get("/api/contrast", this::once);
        config.routes.get("/api/contrast/live", this::live);
    }

    /**
     * What is shown at one moment.
     *
     * @param matrix the run's means; empty where sessions are compared
     */
    private record Shown(Optional<Matrices.Read> matrix, Comparison comparison) {
        String version() {
            return matrix.map(Matrices.Read::version).orElse("");
        }
    }

    private Shown shown(Choice choice, MatrixChoice part) throws IOException {
        Optional<Matrices.Read> matrix = matrices.of(choice, part);
        Comparison comparison = matrix.isPresent()
                ? subjects.compare(matrices.pictures(matrix.get().view()))
                : subjects.compare(choice.from(sessions));
        return new Shown(matrix, comparison);
    }

    private static MatrixChoice part(Context ctx) {
        return new MatrixChoice(word(ctx, "workload"), word(ctx, "heap"), word(ctx, "baseline"));
    }

    private static String word(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    private void once(Context ctx) throws IOException {
        Choice choice = Choice.of(ctx);
        Shown shown = shown(choice, part(ctx));
        Map<String, Object> body = config(choice, shown);
        body.putAll(data(shown, new PanelChanges()));
        Json.answer(ctx, body);
    }

    private void live(Context ctx) throws IOException {
        Choice choice = Choice.of(ctx);
        MatrixChoice part = part(ctx);
        matrices.of(choice, part); // what the run has not is refused here, where the page can be told
        streams.serve(ctx, new ContrastFeed(choice, part));
    }

    private Map<String, Object> config(Choice choice, Shown shown) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chosen", choice.label());
        body.put("run", shown.matrix.map(m -> m.view().run().id()).orElse(choice.run(sessions)));
        body.put("runs", matrices.runs());
        body.put("columns", Comparison.columns());
        body.put("panels", shown.comparison.panels());
        return body;
    }

    private static Map<String, Object> data(Shown shown, PanelChanges changes) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("heading", shown.comparison.heading());
        body.put("rows", shown.comparison.rows());
        body.put("matrix", shown.matrix.map(Matrices.Read::view).orElse(null));
        body.put("data", changes.next(shown.comparison.data()));
        return body;
    }

    /** One page that compares. */
    private final class ContrastFeed implements LiveStreams.Feed {

        private final Choice choice;
        private final MatrixChoice part;
        private final PanelChanges changes = new PanelChanges();
        private String shown = "-";
        private String sent = "-";

        ContrastFeed(Choice choice, MatrixChoice part) {
            this.choice = choice;
            this.part = part;
        }

        /** All of them: a new session can be the start of a newer run. */
        @Override
        public boolean shows(UUID session) {
            return true;
        }

        @Override
        public void next(LiveStreams.Sink sink) throws IOException {
            Shown now = shown(choice, part);
            Comparison c = now.comparison;
            String labels =
                    c.subjects().stream().map(s -> s.key() + s.label()).toList().toString();
            if (!labels.equals(shown)) {
                shown = labels;
                changes.reset();
                sink.event("config", config(choice, now));
            }
            String state = subjects.state(c) + now.version();
            if (!state.equals(sent)) {
                sent = state;
                sink.event("data", data(now, changes));
            }
        }
    }
}
