package dev.tricolor.dashboard.run;

import dev.tricolor.dashboard.results.PlannedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of one workload in one JVM.
 *
 * @param number its place in the plan, from 1
 * @param workload its name, such as {@code churn}
 * @param arguments the workload's own
 * @param headroom the heap as a multiple of the smallest; null where a size was asked for
 * @param invocation which repetition, from 1
 * @param control whether it is the baseline's double
 */
public record Row(
        int number,
        String workload,
        List<String> arguments,
        CollectorChoice collector,
        Jdk jdk,
        HeapSize heap,
        @Nullable Double headroom,
        int invocation,
        boolean control) {

    /** What the session is called. */
    public String name() {
        return workload + "-" + collector.id() + "-" + jdk.feature() + (control ? "-control" : "");
    }

    /** As it is kept on disk. */
    PlannedRow planned() {
        return new PlannedRow(
                number,
                workload,
                arguments,
                collector.id(),
                jdk.feature(),
                jdk.version(),
                jdk.home().toString(),
                heap.bytes(),
                headroom,
                invocation,
                control);
    }

    /**
     * From what is kept on disk.
     *
     * @throws BadRunException where its JDK has gone
     */
    static Row of(PlannedRow row, Jdks jdks) {
        return new Row(
                row.number(),
                row.workload(),
                row.arguments(),
                CollectorChoice.of(row.collector()),
                jdks.select(row.jdkHome()),
                new HeapSize(row.heapBytes()),
                row.headroom(),
                row.invocation(),
                row.control());
    }

    /** What the session is labelled with, so that the sessions of a run can be told and grouped. */
    public Map<String, String> labels(String run) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("run", run);
        labels.put("row", String.valueOf(number));
        labels.put("workload", workload);
        labels.put("collector", collector.id());
        labels.put("jdk", String.valueOf(jdk.feature()));
        labels.put("heap", heap.toString());
        labels.put("invocation", String.valueOf(invocation));
        if (control) {
            labels.put("control", "yes");
        }
        return labels;
    }

    /** The whole command: this row's JVM with the agent and the workload in it. */
    List<String> command(Home home, String agentArguments) {
        List<String> command = jvm();
        command.add("-javaagent:" + home.agentJar() + "=" + agentArguments);
        return workload(command, home);
    }

    /** The same without the agent, where only the end of it counts. */
    List<String> bareCommand(Home home) {
        return workload(jvm(), home);
    }

    private List<String> jvm() {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(collector.flags(jdk.feature()));
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        return command;
    }

    private List<String> workload(List<String> command, Home home) {
        command.add("-Dtricolor.end-with-stdin=true");
        command.add("-jar");
        command.add(home.workloadsJar().toString());
        command.add(workload);
        command.addAll(arguments);
        return command;
    }
}
