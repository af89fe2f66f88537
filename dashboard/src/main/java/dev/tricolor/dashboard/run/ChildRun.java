package dev.tricolor.dashboard.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one child to its end and says how it ended. A child that dies is a result, not an error. */
final class ChildRun {
    private static final Logger LOG = LoggerFactory.getLogger(ChildRun.class);
    /** The kernel's names of the signals that end programs here. */
    private static final List<String> SIGNALS = List.of(
            "", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
            "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM");

    /** The workload's exit code for arguments that it does not take. */
    private static final int REFUSED = 2;

    /** Ctrl-C in a terminal reaches the child too, and may end it before we hear of it ourselves. */
    private static final int INTERRUPTED = 128 + 2;

    private final Children children;
    private final Duration atMost;

    ChildRun(Children children, Duration atMost) {
        this.children = children;
        this.atMost = atMost;
    }

    ChildResult run(List<String> command, Map<String, String> environment, String name) throws InterruptedException {
        return run(command, environment, name, line -> false);
    }

    /** The same; of its standard error {@code taken} takes lines of its own. */
    ChildResult run(List<String> command, Map<String, String> environment, String name, Predicate<String> taken)
            throws InterruptedException {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process child;
        try {
            child = children.start(builder); // its standard input stays open: it ends where we do
        } catch (IOException e) {
            Outcome outcome = children.closed() ? Outcome.CANCELLED : Outcome.FAILED;
            return new ChildResult(outcome, String.valueOf(e.getMessage()), Optional.empty(), Duration.ZERO);
        }
        ChildOutput out = new ChildOutput(child.getInputStream(), name + "-out", line -> false);
        ChildOutput err = new ChildOutput(child.getErrorStream(), name + "-err", taken);
        boolean ended;
        try {
            ended = child.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (child.isAlive()) {
                child.destroyForcibly();
            }
            letGo(child);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        child.waitFor();
        out.await();
        err.await();
        Optional<JsonNode> result = out.lastJson();
        if (!ended) {
            return new ChildResult(Outcome.TIMED_OUT, "after " + atMost.toSeconds() + " s", result, took);
        }
        boolean outOfMemory = out.saysOutOfMemory() || err.saysOutOfMemory();
        return judge(child.exitValue(), outOfMemory, result, err.lastWords(), took);
    }

    private static void letGo(Process child) {
        try {
            child.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("the pipe to a child that has ended", e);
        }
    }

    private ChildResult judge(
            int exit, boolean outOfMemory, Optional<JsonNode> result, String lastWords, Duration took) {
        if (children.closed() || exit == INTERRUPTED) {
            return new ChildResult(Outcome.CANCELLED, "", result, took);
        }
        if (exit == 0 && result.isPresent()) {
            return new ChildResult(Outcome.OK, "", result, took);
        }
        if (outOfMemory) {
            return new ChildResult(Outcome.OUT_OF_MEMORY, "", result, took);
        }
        if (exit == REFUSED && result.isEmpty()) {
            return new ChildResult(Outcome.REFUSED, bare(lastWords), result, took);
        }
        if (exit == 0) {
            return new ChildResult(Outcome.FAILED, "no result line", result, took);
        }
        if (exit == 1 && result.isPresent()) {
            return new ChildResult(Outcome.INVARIANT_BROKEN, "", result, took);
        }
        if (exit > 128 && exit - 128 < SIGNALS.size()) {
            return new ChildResult(Outcome.KILLED, SIGNALS.get(exit - 128), result, took);
        }
        return new ChildResult(
                Outcome.FAILED, "exit " + exit + (lastWords.isEmpty() ? "" : ": " + bare(lastWords)), result, took);
    }

    private static String bare(String words) {
        return words.replaceFirst("^tricolor-workloads: ", "");
    }
}
