package dev.tricolor.dashboard.web;

import dev.tricolor.dashboard.web.contrast.cards.Algorithms;
import io.javalin.config.JavalinConfig;
import java.util.Map;

/** {@code /api/algorithms}: the card of each collector. */
final class AlgorithmsApi {

    void register(JavalinConfig config) {
        config.routes.get("/api/algorithms", ctx -> Json.answer(ctx, Map.of("algorithms", Algorithms.all())));
    }
}
