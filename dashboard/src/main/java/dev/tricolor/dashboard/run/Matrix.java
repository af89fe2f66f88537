package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.RowRecord;
import dev.tricolor.dashboard.results.RunFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works off the rows of a run that are not finished, one child after the other: on a shared machine two at once would
 * measure each other. Each finished row is on the disk before the next one begins.
 */
final class Matrix {
    /** How long a session may take to end and be decoded after its process has ended. */
    private static final Duration SETTLE = Duration.ofSeconds(20);
    /** The same where the process died, so that its session will not end. */
    private static final Duration SETTLE_DEAD = Duration.ofSeconds(3);

    /** Variables by which flags, agents or settings of the user's would get into the child. */
    private static final Set<String> OPTIONS = Set.of(
            "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "GOGC", "GOMEMLIMIT", "GODEBUG", "GOMAXPROCS");

    private final RunFolder run;
    private final Home home;
    private final SessionSource sessions;
    private final Children children;
    private final Duration rowAtMost;
    private final Pinning pinning;

    Matrix(RunFolder run, Home home, SessionSource sessions, Children children, Duration rowAtMost, Pinning pinning) {
        this.run = run;
        this.home = home;
        this.sessions = sessions;
        this.children = children;
        this.rowAtMost = rowAtMost;
        this.pinning = pinning;
    }

    /**
     * Runs the rows in their order; stops where the children are ended from outside. A row that was cut off then is not
     * finished: it is there to be done when the run is resumed.
     *
     * @return what was finished now
     */
    List<RowRecord> run(List<Row> rows, RunListener listener) throws InterruptedException, IOException {
        List<RowRecord> finished = new ArrayList<>();
        Map<String, ChildResult> refused = new HashMap<>();
        for (Row row : rows) {
            if (children.closed()) {
                break;
            }
            listener.started(row.planned());
            String same = row.workload() + " on " + row.target().home(); // what is refused once is refused again
            RowResult result =
                    refused.containsKey(same) ? new RowResult(row, refused.get(same), Optional.empty()) : run(row);
            if (result.child().outcome() == Outcome.REFUSED) {
                refused.put(same, result.child());
            }
            if (result.child().outcome() == Outcome.CANCELLED) {
                break;
            }
            RowRecord record = result.record(Instant.now());
            run.append(record);
            finished.add(record);
            listener.finished(record);
        }
        return List.copyOf(finished);
    }

    private RowResult run(Row row) throws InterruptedException {
        sessions.forget(run.id(), row.number());
        Launch launch = row.target()
                .launch(
                        home,
                        row.workload(),
                        row.arguments(),
                        new Reporting(sessions.address(), row.name(), row.labels(run.id())));
        List<String> command = new ArrayList<>(pinning.prefix());
        command.addAll(launch.command());
        Map<String, String> environment = environment();
        environment.putAll(launch.environment());
        GoTrace trace = new GoTrace();
        ChildResult child =
                new ChildRun(children, rowAtMost).run(command, environment, row.name() + "-" + row.number(), trace);
        boolean willEnd = child.outcome() == Outcome.OK || child.outcome() == Outcome.INVARIANT_BROKEN;
        boolean ran = child.outcome() != Outcome.CANCELLED && child.outcome() != Outcome.REFUSED;
        Optional<SessionSource.Observed> session =
                !ran ? Optional.empty() : sessions.observe(run.id(), row.number(), willEnd ? SETTLE : SETTLE_DEAD);
        if (session.isPresent() && !trace.logLines().isEmpty()) {
            session = sessions.complete(session.get(), trace.logLines());
        }
        return new RowResult(row, child, session);
    }

    /** Ours, without what would change the child; the token where only its owner can read it. */
    private Map<String, String> environment() {
        Map<String, String> environment = cleanEnvironment();
        sessions.token().ifPresent(token -> environment.put("TRICOLOR_TOKEN", token));
        return environment;
    }

    /** Ours, without what would put other flags into the child. */
    static Map<String, String> cleanEnvironment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(key -> OPTIONS.contains(key) || key.startsWith("TRICOLOR_"));
        return environment;
    }
}
