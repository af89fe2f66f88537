package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.log.SessionLog;
import dev.tricolor.dashboard.log.SessionStore;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks of a dashboard, none of which decodes a log.
 *
 * <ul>
 *   <li>{@code GET /api/about}: that this is a Tricolor dashboard, its version, and whose data it holds;
 *   <li>{@code GET /api/find?pid=&label.KEY=}: the sessions with all of these, newest first.
 * </ul>
 */
final class FindApi {
    private final SessionStore store;
    private final Path data;

    FindApi(SessionStore store, Path data) {
        this.store = store;
        this.data = data;
    }

    void register(JavalinConfig config) {
        Map<String, String> about = Map.of("product", "tricolor", "version", Version.text(), "data", data.toString());
        config.routes.get("/api/about", ctx -> ctx.json(about));
        config.routes.get(
                "/api/find",
                ctx -> ctx.json(store.sessions().stream()
                        .filter(log -> matches(ctx, log))
                        .map(FindApi::brief)
                        .toList()));
    }

    private static boolean matches(Context asked, SessionLog log) {
        return asked.queryParamMap().entrySet().stream().allMatch(entry -> has(log, entry.getKey(), entry.getValue()));
    }

    private static boolean has(SessionLog log, String key, List<String> values) {
        String is = key.equals("pid")
                ? String.valueOf(log.meta().pid())
                : key.startsWith("label.") ? log.meta().labels().get(key.substring("label.".length())) : null;
        return is != null && values.contains(is);
    }

    private static Map<String, Object> brief(SessionLog log) {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("id", log.meta().id().toString());
        brief.put("name", log.meta().name());
        brief.put("pid", log.meta().pid());
        brief.put("host", log.meta().host());
        brief.put("ended", log.meta().ended().isPresent());
        brief.put("bytes", log.size());
        return brief;
    }
}
