package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunStore;
import java.io.IOException;
import java.util.List;

/** Finds runs by what people type. */
final class Runs {
    private static final int NAMED_AT_MOST = 5;

    private Runs() {}

    /**
     * The run of that id, or the newest for {@code last}.
     *
     * @throws Complaint where there is none
     */
    static RunFolder named(RunStore store, String id) throws IOException {
        List<RunFolder> all = store.all();
        if (id.equals("last") && !all.isEmpty()) {
            return all.get(0);
        }
        return store.find(id)
                .orElseThrow(() -> Complaint.usage(
                        "no run \"" + id + "\"",
                        all.isEmpty()
                                ? "there are none yet: tricolor run churn makes one"
                                : "there are "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .limit(NAMED_AT_MOST)
                                                        .map(RunFolder::id)
                                                        .toList())
                                        + (all.size() > NAMED_AT_MOST ? ", ..." : "") + "; last is the newest"));
    }
}
