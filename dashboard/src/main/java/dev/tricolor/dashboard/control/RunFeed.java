package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.web.LiveStreams;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one page hears of the run: {@code run} with the planned rows, once for each run, then {@code progress} with what
 * finished since.
 */
final class RunFeed implements LiveStreams.Feed {
    private final RunService service;
    private @Nullable ActiveRun shown;
    private String planned = "";
    private int told;

    /** The plan. */
    record Plan(String id, List<RowView> rows, List<String> skipped) {
        static Plan of(RunHeader header) {
            return new Plan(header.id(), header.rows().stream().map(RowView::of).toList(), header.skipped());
        }
    }

    RunFeed(RunService service) {
        this.service = service;
    }

    @Override
    public void next(LiveStreams.Sink sink) throws IOException {
        ActiveRun run = service.current().orElse(null);
        boolean elsewhere = run == null || !run.state().going();
        Optional<String> other = elsewhere ? service.elsewhere().map(h -> h.words() + ".") : Optional.empty();
        if (other.isPresent()) {
            shown = null;
            sink.event("progress", RunProgress.idle("elsewhere", other.get()));
        } else if (run == null) {
            sink.event("progress", RunProgress.idle("none", ""));
        } else {
            tell(run, sink);
        }
    }

    private void tell(ActiveRun run, LiveStreams.Sink sink) throws IOException {
        Optional<RunHeader> header = run.header();
        String id = header.map(RunHeader::id).orElse("");
        if (run != shown || !id.equals(planned)) {
            shown = run;
            planned = id;
            told = 0;
            sink.event("run", header.map(Plan::of).orElse(new Plan("", List.of(), List.of())));
        }
        RunProgress progress = run.progress(told);
        told += progress.finished().size();
        sink.event("progress", progress);
    }
}
