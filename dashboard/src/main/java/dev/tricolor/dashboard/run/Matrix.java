package dev.tricolor.dashboard.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works off a plan, one child after the other: on a shared machine two at once would measure each other. */
public final class Matrix {
    /** How long a session may take to end and be decoded after its process has ended. */
    private static final Duration SETTLE = Duration.ofSeconds(20);
    /** The same where the process died, so that its session will not end. */
    private static final Duration SETTLE_DEAD = Duration.ofSeconds(3);

    /** Variables by which flags or agents of the user's would get into the child. */
    private static final Set<String> JVM_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Hears of the run's progress, on the thread that runs it. */
    public interface Listener {
        void started(Row row, int rows);

        void finished(RowResult result, int rows);
    }

    private final String run;
    private final Home home;
    private final SessionSource sessions;
    private final Children children;
    private final Duration rowAtMost;

    /**
     * A run that is ready to go.
     *
     * @param run its id: a label of all its sessions
     * @param rowAtMost after which a child is ended
     */
    public Matrix(String run, Home home, SessionSource sessions, Children children, Duration rowAtMost) {
        this.run = run;
        this.home = home;
        this.sessions = sessions;
        this.children = children;
        this.rowAtMost = rowAtMost;
    }

    /** Runs all rows; where the children are ended from outside, those that are finished and the one that was cut off. */
    public List<RowResult> run(RunPlan plan, Listener listener) throws InterruptedException {
        List<RowResult> results = new ArrayList<>();
        Map<String, ChildResult> refused = new HashMap<>();
        for (Row row : plan.rows()) {
            if (children.closed()) {
                break;
            }
            listener.started(row, plan.rows().size());
            String same = row.workload() + " on " + row.jdk().home(); // what is refused once is refused again
            RowResult result =
                    refused.containsKey(same) ? new RowResult(row, refused.get(same), Optional.empty()) : run(row);
            if (result.child().outcome() == Outcome.REFUSED) {
                refused.put(same, result.child());
            }
            results.add(result);
            listener.finished(result, plan.rows().size());
        }
        return List.copyOf(results);
    }

    private RowResult run(Row row) throws InterruptedException {
        ChildResult child = new ChildRun(children, rowAtMost)
                .run(row.command(home, agentArguments(row)), environment(), row.name() + "-" + row.number());
        boolean willEnd = child.outcome() == Outcome.OK || child.outcome() == Outcome.INVARIANT_BROKEN;
        boolean ran = child.outcome() != Outcome.CANCELLED && child.outcome() != Outcome.REFUSED;
        Optional<SessionSource.Observed> session =
                !ran ? Optional.empty() : sessions.observe(run, row, willEnd ? SETTLE : SETTLE_DEAD);
        return new RowResult(row, child, session);
    }

    private String agentArguments(Row row) {
        StringBuilder arguments = new StringBuilder();
        arguments.append(sessions.address()).append(",name=").append(row.name());
        row.labels(run)
                .forEach((key, value) ->
                        arguments.append(",label.").append(key).append('=').append(value));
        return arguments.toString();
    }

    /** Ours, without what would change the child; the token where only its owner can read it. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(key -> JVM_OPTIONS.contains(key) || key.startsWith("TRICOLOR_"));
        sessions.token().ifPresent(token -> environment.put("TRICOLOR_TOKEN", token));
        return environment;
    }
}
