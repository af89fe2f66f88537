package dev.tricolor.dashboard.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of one workload in one JVM.
 *
 * @param number its place in the plan, from 1
 * @param workload its name, such as {@code churn}
 * @param arguments the workload's own
 * @param invocation which repetition, from 1
 */
public record Row(
        int number,
        String workload,
        List<String> arguments,
        CollectorChoice collector,
        Jdk jdk,
        HeapSize heap,
        int invocation) {

    /** What the session is called. */
    public String name() {
        return workload + "-" + collector.id() + "-" + jdk.feature();
    }

    /** Whether every run of it does the same work, so that the checksums must agree. */
    boolean fixedWork() {
        return arguments.stream().noneMatch(a -> a.startsWith("--duration"));
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
        return labels;
    }

    /** The whole command: this row's JVM with the agent and the workload in it. */
    List<String> command(Home home, String agentArguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(collector.flags(jdk.feature()));
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        command.add("-javaagent:" + home.agentJar() + "=" + agentArguments);
        command.add("-jar");
        command.add(home.workloadsJar().toString());
        command.add(workload);
        command.addAll(arguments);
        return command;
    }
}
