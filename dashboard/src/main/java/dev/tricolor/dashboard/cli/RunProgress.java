package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.run.Matrix;
import dev.tricolor.dashboard.run.Outcome;
import dev.tricolor.dashboard.run.Row;
import dev.tricolor.dashboard.run.RowResult;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is: a bar with the time left on a terminal, a plain line for each row elsewhere. */
final class RunProgress implements Matrix.Listener, AutoCloseable {
    private final Output output;
    private final boolean bar;
    private final boolean quiet;
    private @Nullable ProgressBar shown;

    /**
     * Shows nothing yet.
     *
     * @param quiet for programs that read standard output: nothing but results
     */
    RunProgress(Output output, Terminal terminal, boolean quiet) {
        this.output = output;
        this.bar = terminal.err() && !quiet;
        this.quiet = quiet;
    }

    @Override
    public void started(Row row, int rows) {
        if (!bar) {
            return;
        }
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("run")
                    .setInitialMax(rows)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .continuousUpdate()
                    .build();
        }
        shown.setExtraMessage(" " + row.name());
    }

    @Override
    public void finished(RowResult result, int rows) {
        if (shown != null) {
            shown.step();
        } else if (!quiet && result.child().outcome() != Outcome.REFUSED) {
            Row row = result.row();
            output.note(row.number() + "/" + rows + " " + row.name() + ": "
                    + result.child().words() + ", "
                    + Units.nanos((double) result.child().took().toNanos()));
        }
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
