package dev.tricolor.dashboard.control;

import dev.tricolor.dashboard.control.RunProgress.FinishedRow;
import dev.tricolor.dashboard.control.RunProgress.Searching;
import dev.tricolor.dashboard.results.PlannedRow;
import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunHeader;
import dev.tricolor.dashboard.results.SmallestHeap;
import dev.tricolor.dashboard.run.Children;
import dev.tricolor.dashboard.run.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A run that this dashboard works off: hears of its progress on the run's thread, tells pages on theirs. Thread-safe. */
final class ActiveRun implements RunListener {
    private final Children children;
    private final Runnable changed;
    private final CountDownLatch planned = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<FinishedRow> finished = new ArrayList<>();
    private final TimeLeft timeLeft = new TimeLeft();
    private RunState state = RunState.PREPARING;
    private @Nullable RunHeader header;
    private @Nullable Searching searching;
    private @Nullable PlannedRow current;
    private long currentSince;
    private String why = "";

    /**
     * Nothing planned yet.
     *
     * @param children by which it is cancelled
     * @param changed called after each change
     */
    ActiveRun(Children children, Runnable changed) {
        this.children = children;
        this.changed = changed;
    }

    /** What is planned, once it is. */
    synchronized Optional<RunHeader> header() {
        return Optional.ofNullable(header);
    }

    synchronized RunState state() {
        return state;
    }

    synchronized String why() {
        return why;
    }

    /** The run's id; empty before it has one. */
    String id() {
        return header().map(RunHeader::id).orElse("");
    }

    /** Waits until it is planned or has ended; false where neither came in time. */
    boolean awaitPlanned(Duration atMost) throws InterruptedException {
        return planned.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until it has ended; false where that did not come in time. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the child that runs, and starts no more. What is finished stays. */
    void cancel() {
        change(() -> state = state.going() ? RunState.CANCELLING : state);
        children.close();
    }

    boolean cancelled() {
        return children.closed();
    }

    /** Rows that were finished before it was resumed. */
    void before(List<RowRecord> rows) {
        change(() -> rows.forEach(this::add));
    }

    @Override
    public void probing(String workload, String setup, long heapBytes, int search, int searches) {
        change(() -> searching = new Searching(workload, setup, heapBytes, search, searches));
    }

    @Override
    public void smallest(SmallestHeap found, int search, int searches) {
        change(() -> searching = null);
    }

    @Override
    public void planned(RunHeader plan, int left) {
        change(() -> {
            header = plan;
            state = state == RunState.PREPARING ? RunState.RUNNING : state;
        });
        planned.countDown();
    }

    @Override
    public void started(PlannedRow row) {
        change(() -> {
            current = row;
            currentSince = System.nanoTime();
        });
    }

    @Override
    public void finished(RowRecord row) {
        change(() -> {
            add(row);
            current = null;
        });
    }

    private void add(RowRecord row) {
        finished.add(new FinishedRow(row.row().number(), row.outcome(), row.detail(), row.tookNs(), row.session()));
        timeLeft.finished(row.row(), row.tookNs());
    }

    /** It works no more. */
    void ended(RunState last, String because) {
        change(() -> {
            state = last;
            why = because;
            current = null;
            searching = null;
        });
        planned.countDown();
        ended.countDown();
    }

    private void change(Runnable change) {
        synchronized (this) {
            change.run();
        }
        changed.run();
    }

    /** How far it is, with the finished rows after the first {@code told}. */
    synchronized RunProgress progress(int told) {
        List<PlannedRow> rows = header == null ? List.of() : header.rows();
        long running = current == null ? 0 : System.nanoTime() - currentSince;
        OptionalLong left = state.going() ? timeLeft.of(left(rows), running) : OptionalLong.empty();
        return new RunProgress(
                state.word(),
                searching,
                current == null ? null : current.number(),
                running,
                List.copyOf(finished.subList(told, finished.size())),
                finished.size(),
                rows.size(),
                left.isPresent() ? left.getAsLong() : null,
                why);
    }

    private List<PlannedRow> left(List<PlannedRow> rows) {
        List<Integer> done = finished.stream().map(FinishedRow::number).toList();
        return rows.stream().filter(r -> !done.contains(r.number())).toList();
    }
}
