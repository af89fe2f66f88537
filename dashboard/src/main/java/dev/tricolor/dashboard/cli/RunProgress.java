package dev.tricolor.dashboard.cli;

import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.SmallestHeap;
import dev.tricolor.dashboard.run.HeapSize;
import dev.tricolor.dashboard.run.Outcome;
import dev.tricolor.dashboard.run.RunListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is: a bar with the time left on a terminal, a plain line for each row elsewhere. */
final class RunProgress implements RunListener, AutoCloseable {
    private final Output output;
    private final boolean bar;
    private final boolean quiet;
    private @Nullable ProgressBar shown;
    private int rows;

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
    public void probing(String workload, String setup, long heapBytes, int search, int searches) {
        if (bar) {
            if (shown == null) {
                shown = bar("smallest heaps", searches);
            }
            shown.setExtraMessage(" " + workload + " " + setup + " " + new HeapSize(heapBytes));
        }
    }

    @Override
    public void smallest(SmallestHeap found, int search, int searches) {
        if (shown != null) {
            shown.stepTo(search);
        } else if (!quiet) {
            output.note("smallest heap " + search + "/" + searches + " " + found.workload() + " " + found.collector()
                    + " " + found.jdk() + ": "
                    + (found.bytes() == 0 ? "none" : new HeapSize(found.bytes()) + " (" + found.probes() + " tries)"));
        }
    }

    @Override
    public void buildingGo(String version) {
        say("building the workloads with Go " + version);
    }

    @Override
    public void measuringGo(String workload, String setting) {
        say("measuring the heap of " + workload + " under " + setting);
    }

    private void say(String what) {
        if (!quiet && shown == null) {
            output.note(what);
        }
    }

    @Override
    public void planned(RunHeader header, int left) {
        close();
        rows = header.rows().size();
        if (bar && left > 0) {
            shown = bar("run", rows);
            shown.stepTo(rows - left);
        }
    }

    @Override
    public void started(PlannedRow row) {
        if (shown != null) {
            shown.setExtraMessage(" " + name(row));
        }
    }

    @Override
    public void finished(RowRecord row) {
        if (shown != null) {
            shown.step();
        } else if (!quiet && Outcome.of(row.outcome()) != Outcome.REFUSED) {
            output.note(row.row().number() + "/" + rows + " " + name(row.row()) + ": " + Outcome.words(row) + ", "
                    + Units.nanos((double) row.tookNs()));
        }
    }

    private static String name(PlannedRow row) {
        return row.workload() + " " + row.setup().label();
    }

    private static ProgressBar bar(String task, int steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .continuousUpdate()
                .build();
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
