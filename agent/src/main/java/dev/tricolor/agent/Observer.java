package dev.tricolor.agent;

import dev.tricolor.agent.ingest.Forwarder;
import dev.tricolor.agent.ingest.Waiting;
import dev.tricolor.agent.knob.Knob;
import dev.tricolor.agent.knob.KnobChangeEvent;
import dev.tricolor.agent.recording.ChunkTail;
import dev.tricolor.agent.recording.DiskGuard;
import dev.tricolor.agent.recording.JfrRecording;
import dev.tricolor.agent.sample.AgentStatus;
import dev.tricolor.agent.sample.Sampler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The agent's one thread: starts the recording, commits the {@code tricolor.*} events, follows the recording's bytes
 * and sends them.
 *
 * <p>A daemon, so that it never keeps the application alive, and with no context class loader, so that it never keeps
 * a web application's classes alive. All state belongs to it but for what {@link #drain} and {@link #sampleNow} use.
 */
final class Observer implements Runnable, Waiting {

    private static final long REQUEST_MILLIS = 5_000;
    private static final long EXIT_POLL_NANOS = 5_000_000;
    private static final long STOP_MILLIS = 5_000;
    /** How long a complete chunk without a successor may be the last before JFR is asked whether it still records. */
    private static final long SILENCE_NANOS = 3_000_000_000L;

    private final Arguments arguments;
    private final String door;
    private final DiskGuard disk;
    private final Rhythm rhythm = new Rhythm();
    private final Thread thread;

    private volatile @Nullable JfrRecording recording;
    private @Nullable ChunkTail tail;
    /** Guarded by this. */
    private @Nullable Sampler sampler;

    /** Null without {@code control=on}: its classes are not loaded then. Of the agent's thread alone. */
    private @Nullable Knob knob;

    private long missedMillis;
    private long infoFor;
    /** Why the recording must stop, once it must. */
    private @Nullable String alarm;

    private boolean stopping;
    private volatile @Nullable Forwarder forwarder;
    /** In {@code System.nanoTime} terms; 0 while the JVM runs. */
    private volatile long deadline;

    private Observer(Arguments arguments, String door) {
        this.arguments = arguments;
        this.door = door;
        disk = new DiskGuard(arguments.minFree);
        thread = new Thread(null, this, "tricolor", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    /** Starts observing; returns at once unless {@code start=sync}. */
    static void begin(Arguments arguments, String door) throws Exception {
        Observer observer = new Observer(arguments, door);
        if (arguments.sync && !observer.start()) {
            Agent.release();
            return;
        }
        Agent.observing(observer);
        observer.thread.start();
    }

    @Override
    public void run() {
        try {
            if (recording != null || start()) {
                observe();
            }
        } catch (Throwable e) {
            if (!exiting()) {
                Notice.once("internal", "observation ended: " + e);
                putBack();
                closeRecording();
            }
        } finally {
            Agent.release();
        }
    }

    /** Starts the recording; false, with a line on stderr, when that can't be. */
    private boolean start() throws Exception {
        String refusal = disk.refusal();
        if (refusal != null) {
            Notice.once("disk", refusal + ". Not attached");
            return false;
        }
        ExitHook hook = new ExitHook(this);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            JfrRecording r = JfrRecording.start(arguments.settings, arguments.maxSize);
            tail = ChunkTail.of(r); // at once: from here on an exit can't take the chunk away
            recording = r;
            return true;
        } catch (Exception e) {
            if (hook.withdraw()) {
                Notice.once(
                        "recording",
                        "JFR can't record with settings=" + arguments.settings + " (" + e
                                + "); name a readable .jfc file, default, profile or tricolor. Not attached");
            }
            return false;
        }
    }

    private void observe() throws IOException {
        JfrRecording r = java.util.Objects.requireNonNull(recording);
        missedMillis = missed(r.startNanos());
        ChunkTail t = java.util.Objects.requireNonNull(tail);
        Forwarder f = new Forwarder(arguments.url, arguments.token, arguments.name, arguments.labels, t, this);
        forwarder = f;
        openKnob();
        sample();
        String reason = follow(r, t, f);
        if (reason != null) {
            finish(r, t, f, reason);
        }
    }

    /** Follows the recording until something ends it; null when that is the JVM's exit, which is done with then. */
    private @Nullable String follow(JfrRecording r, ChunkTail t, Forwarder f) throws IOException {
        long silentSince = System.nanoTime();
        while (!exiting()) {
            if (rhythm.sampleDue()) {
                turn();
            }
            if (alarm != null) {
                Notice.once("disk", alarm + "; recording stopped, the application runs on");
                return alarm;
            }
            if (t.poll()) {
                rhythm.flushed(t);
                silentSince = System.nanoTime();
            }
            if (!t.atEnd()) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > SILENCE_NANOS) {
                if (!r.running()) {
                    return "recording stopped";
                }
                silentSince = System.nanoTime();
            }
            if (rhythm.holdsBack(t) || !f.step()) {
                rest(rhythm.pause(f, t));
            }
            String command = f.command();
            if (!command.isEmpty()) {
                obey(command);
            }
        }
        exit(t, f);
        return null;
    }

    /** Sleeps, or samples the heap meanwhile where a knob is set; less where somebody wakes the thread. */
    private void rest(long nanos) {
        Knob k = knob;
        if (k == null) {
            LockSupport.parkNanos(this, nanos);
            return;
        }
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !exiting(); left = until - System.nanoTime()) {
            k.tick();
            LockSupport.parkNanos(this, Math.min(left, k.pauseNanos()));
        }
    }

    private void openKnob() {
        if (!arguments.control) {
            return;
        }
        try {
            knob = new Knob(arguments.gcCpu);
            if (!arguments.gogc.isEmpty()) {
                knob.obey("gogc " + arguments.gogc, "argument");
            }
        } catch (LinkageError | RuntimeException e) {
            Notice.once("knob", "control=on needs the module jdk.management; add --add-modules jdk.management");
        }
    }

    private void obey(String command) {
        Knob k = knob;
        if (k != null) {
            k.obey(command, "dashboard");
        } else {
            KnobChangeEvent.notControlled(command);
        }
        rhythm.urgent();
    }

    /** Leaves the JVM with the settings that it had before the agent came. */
    private void putBack() {
        Knob k = knob;
        if (k != null) {
            k.restore("agent");
        }
    }

    /** What is done once a second, also while a dashboard lets the agent wait. */
    private void turn() throws IOException {
        alarm = disk.alarm();
        sample();
    }

    private void sample() throws IOException {
        rhythm.sampled();
        Sampler s = sampler();
        ChunkTail t = tail;
        Forwarder f = forwarder;
        if (t == null || f == null) {
            return;
        }
        if (f.holding()) {
            t.look(false);
        }
        boolean quiet = s.quiet();
        if (quiet && !rhythm.heartbeatDue()) {
            return;
        }
        rhythm.heartbeat();
        long chunk = t.chunkStartNanos();
        if (chunk != infoFor || chunk == 0) {
            infoFor = chunk;
            s.info(
                    version(),
                    arguments.settings,
                    door + (arguments.sync ? ", sync" : ", async"),
                    knob != null,
                    missedMillis);
        }
        s.sample(status(t, f));
        Knob k = knob;
        if (k != null) {
            k.turn(s.collectorNanos());
        }
    }

    /** Made by whoever first needs it once the recording runs. */
    private synchronized Sampler sampler() {
        Sampler s = sampler;
        if (s == null) {
            s = new Sampler();
            sampler = s;
        }
        return s;
    }

    /** A reading at a moment of the application's own, on its thread. */
    void sampleNow() {
        try {
            if (recording != null && !exiting()) {
                sampler().sampleNow();
            }
        } catch (Throwable e) {
            Notice.once("sample", "sampling failed: " + e);
        }
    }

    private static AgentStatus status(ChunkTail t, Forwarder f) {
        return new AgentStatus(
                f.sentBytes(), t.backlogBytes(), t.lostBytes(), t.lostChunks(), t.lostNanos(), f.failures());
    }

    private static String version() {
        Package p = Observer.class.getPackage();
        String version = p == null ? null : p.getImplementationVersion();
        return version == null ? "" : version;
    }

    private static long missed(long startNanos) {
        Instant begun = ProcessHandle.current().info().startInstant().orElse(null);
        return begun == null ? 0 : Math.max(0, startNanos / 1_000_000 - begun.toEpochMilli());
    }

    /**
     * Sends what the JVM's exit leaves, within the time there is.
     *
     * <p>JFR's own shutdown hook, which runs beside ours, completes the last chunk and deletes the folder. What is open
     * stays readable, so: hold on to the next chunk as soon as it appears, wait for the current one to be complete, send.
     */
    private void exit(ChunkTail t, Forwarder f) throws IOException {
        sampler().sample(status(t, f));
        int tries = 2; // a connection kept alive may have died unnoticed
        f.retryNow();
        while (System.nanoTime() - deadline < 0 && tries > 0) {
            t.look(true);
            boolean moved = t.poll();
            boolean sent = f.step();
            if ((t.atEnd() || t.gone()) && !moved && !sent) {
                f.end("exit");
                return;
            }
            if (f.holding()) {
                tries--;
                f.retryNow();
            }
            if (!sent) {
                LockSupport.parkNanos(this, EXIT_POLL_NANOS);
            }
        }
    }

    /** Stops recording while the application runs on. */
    private void finish(JfrRecording r, ChunkTail t, Forwarder f, String reason) throws IOException {
        putBack();
        r.stop();
        stopping = true;
        f.retryNow();
        long end = System.nanoTime() + STOP_MILLIS * 1_000_000;
        while (System.nanoTime() - end < 0 && !f.holding() && !exiting()) {
            boolean moved = t.poll();
            if (!f.step() && !moved && t.atEnd()) {
                f.end(reason);
                break;
            }
        }
        f.close();
        t.close();
        closeRecording();
    }

    private void closeRecording() {
        JfrRecording r = recording;
        if (r != null) {
            r.close();
        }
    }

    /**
     * Gives the agent's thread a bounded time to send the rest; called as the JVM exits.
     *
     * <p>Returns at once while JFR is still starting: there is nothing yet to send, and it can take long.
     */
    void drain() {
        if (recording == null) {
            return;
        }
        long until = System.nanoTime() + Duration.ofMillis(arguments.exitMillis).toNanos();
        deadline = until == 0 ? 1 : until;
        LockSupport.unpark(thread);
        try {
            thread.join(Math.max(1, arguments.exitMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Forwarder f = forwarder;
        if (f != null) {
            f.close();
        }
        if (thread.isAlive()) {
            Notice.last("the dashboard at " + arguments.url + " did not take the last events within "
                    + arguments.exitMillis + " ms of the exit (exitwait=)");
        }
    }

    private boolean exiting() {
        return deadline != 0;
    }

    @Override
    public long remainingMillis(long sinceNanos) {
        long now = System.nanoTime();
        long left = alarm != null && !stopping ? 0 : REQUEST_MILLIS - (now - sinceNanos) / 1_000_000;
        return exiting() ? Math.min(left, (deadline - now) / 1_000_000) : left;
    }

    @Override
    public void meanwhile() {
        try {
            if (!exiting() && rhythm.sampleDue()) {
                turn();
            }
        } catch (IOException e) {
            Notice.once("sample", "sampling failed: " + e);
        }
    }
}
