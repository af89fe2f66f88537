package dev.tricolor.workloads;

import dev.tricolor.workloads.engine.Observer;
import java.util.Locale;

/** A line on standard error about once a second. */
final class ProgressLine implements Observer {
    @Override
    public void progress(Progress progress) {
        String total = progress.total() < 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " of %,d (%d %%)",
                        progress.total(),
                        progress.total() == 0 ? 100 : progress.operations() * 100 / progress.total());
        System.err.printf(
                Locale.ROOT,
                "%s %s: %,d%s operations in %.1f s%n",
                progress.workload(),
                progress.phase(),
                progress.operations(),
                total,
                progress.elapsedNanos() / 1e9);
    }
}
