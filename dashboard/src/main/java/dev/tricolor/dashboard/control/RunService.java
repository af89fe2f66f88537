package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import dev.tricolor.dashboard.results.RunStore;
import dev.tricolor.dashboard.run.BadRunException;
import dev.tricolor.dashboard.run.Children;
import dev.tricolor.dashboard.run.MachineFacts;
import dev.tricolor.dashboard.run.RunLock;
import dev.tricolor.dashboard.run.RunRequest;
import dev.tricolor.dashboard.run.Runner;
import dev.tricolor.dashboard.run.SessionSource;
import dev.tricolor.dashboard.run.SmallestHeaps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off runs that pages ask for, one at a time, on a thread of its own. Closing it ends the run and its child. */
public final class RunService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);
    private static final String WHO = "the Workloads page";
    private static final Duration UNTIL_ENDED = Duration.ofSeconds(5);

    private final Supplier<MachineFacts> machine;
    private final Path data;
    private final RunStore store;
    private final Supplier<SessionSource> sessions;
    private volatile Runnable changed = () -> {};
    private @Nullable ActiveRun current;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Runs nothing yet.
     *
     * @param machine looked at anew for each run
     * @param data the dashboard's data folder
     * @param sessions this dashboard, as its children reach it; not asked for before the first run
     */
    public RunService(Supplier<MachineFacts> machine, Path data, Supplier<SessionSource> sessions) {
        this.machine = machine;
        this.data = data;
        this.store = new RunStore(data);
        this.sessions = sessions;
    }

    /** Another run is going on. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        Busy(String who) {
            super(who);
        }
    }

    /** What makes a run's folder: planning it, or finding it. */
    private interface Plan {
        RunFolder of(Runner runner, ActiveRun run) throws IOException, InterruptedException;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    RunStore store() {
        return store;
    }

    /** The run that is going on, or the last one that was; empty where none was yet. */
    synchronized Optional<ActiveRun> current() {
        return Optional.ofNullable(current);
    }

    /** Who else runs for this data folder, in words. */
    Optional<RunLock.Holder> elsewhere() {
        return RunLock.holder(data)
                .filter(h -> !h.who().equals(WHO)
                        || h.pid() != ProcessHandle.current().pid());
    }

    /** Whether that run is being worked off now, here or in another process. */
    boolean going(String id) {
        boolean here =
                current().filter(r -> r.state().going() && r.id().equals(id)).isPresent();
        return here || RunLock.holder(data).filter(h -> h.run().equals(id)).isPresent();
    }

    /**
     * Checks a request and begins to work it off.
     *
     * @throws BadRunException where it cannot be
     * @throws Busy where another run is going on
     */
    ActiveRun start(RunRequest request) throws Busy, IOException {
        refuseIfBusy();
        Runner.check(request, machine.get());
        return begin((runner, run) -> runner.prepare(request, run));
    }

    /**
     * Goes on with a run that was cut off.
     *
     * @throws Busy where another run is going on
     */
    ActiveRun resume(RunFolder folder) throws Busy, IOException {
        return begin((runner, run) -> {
            run.before(folder.rows());
            return folder;
        });
    }

    private synchronized void refuseIfBusy() throws Busy {
        if (current != null && current.state().going()) {
            String id = current.id();
            throw new Busy((id.isEmpty() ? "a run" : "run " + id) + " is going on, by " + WHO);
        }
    }

    private synchronized ActiveRun begin(Plan plan) throws Busy, IOException {
        refuseIfBusy();
        if (closed) {
            throw new Busy("the dashboard is ending");
        }
        RunLock lock = RunLock.take(data, WHO)
                .orElseThrow(() ->
                        new Busy(RunLock.holder(data).map(RunLock.Holder::words).orElse("another run is going on")));
        Children children = new Children();
        ActiveRun run = new ActiveRun(children, () -> changed.run());
        Runner runner = new Runner(
                machine.get(), store, new SmallestHeaps(data.resolve("smallest-heaps.json")), sessions.get(), children);
        Thread worker = new Thread(() -> work(run, runner, plan, lock), "tricolor-run");
        worker.setDaemon(true);
        current = run;
        thread = worker;
        worker.start();
        return run;
    }

    private static void work(ActiveRun run, Runner runner, Plan plan, RunLock lock) {
        RunState last = RunState.FAILED;
        String why = "";
        try (lock) {
            RunFolder folder = plan.of(runner, run);
            lock.says(folder.id());
            List<RowRecord> rows = runner.work(folder, run);
            last = rows.size() < folder.header().rows().size() ? RunState.CANCELLED : RunState.FINISHED;
        } catch (BadRunException e) {
            why = e.hint().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.hint();
        } catch (IOException e) {
            last = run.cancelled() ? RunState.CANCELLED : last;
            why = run.cancelled() ? "" : "The run could not go on: " + e.getMessage();
        } catch (InterruptedException e) {
            last = RunState.CANCELLED;
        } catch (RuntimeException e) {
            LOG.error("a run failed", e);
            why = "The run could not go on: " + e + "; the dashboard's log says more.";
        }
        run.ended(last, why);
    }

    @Override
    public void close() {
        ActiveRun run;
        Thread worker;
        synchronized (this) {
            closed = true;
            run = current;
            worker = thread;
        }
        if (run == null || worker == null || !run.state().going()) {
            return;
        }
        run.cancel();
        try {
            if (!run.awaitEnd(UNTIL_ENDED)) {
                worker.interrupt(); // it waits for a session, which nobody will send now
                worker.join(UNTIL_ENDED.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
