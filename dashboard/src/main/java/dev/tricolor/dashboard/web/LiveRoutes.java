package dev.tricolor.dashboard.web;

import io.javalin.config.JavalinConfig;

/** Routes of another package, some of which stream live: by the same threads, bounds and counters as ours. */
@FunctionalInterface
public interface LiveRoutes {
    void register(JavalinConfig config, LiveStreams streams);
}
