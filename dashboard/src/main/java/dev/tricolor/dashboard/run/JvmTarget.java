package dev.tricolor.dashboard.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JVM: a collector of a JDK with a heap of one size. */
record JvmTarget(CollectorChoice choice, Jdk jdk, HeapSize heap) implements Target {

    @Override
    public String collector() {
        return choice.id();
    }

    @Override
    public String runtime() {
        return String.valueOf(jdk.feature());
    }

    @Override
    public String version() {
        return jdk.version();
    }

    @Override
    public String home() {
        return jdk.home().toString();
    }

    @Override
    public String tuning() {
        return "";
    }

    @Override
    public long heapBytes() {
        return heap.bytes();
    }

    @Override
    public String name() {
        return choice.id() + "-" + jdk.feature();
    }

    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("collector", choice.id());
        labels.put("jdk", runtime());
        labels.put("heap", heap.toString());
        return labels;
    }

    @Override
    public Launch launch(Home home, String workload, List<String> arguments, Reporting reporting) {
        List<String> command = jvm();
        command.add("-javaagent:" + home.agentJar() + "=" + agentArguments(reporting));
        return workload(command, home, workload, arguments);
    }

    @Override
    public Launch bare(Home home, String workload, List<String> arguments) {
        return workload(jvm(), home, workload, arguments);
    }

    private List<String> jvm() {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(choice.flags(jdk.feature()));
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        return command;
    }

    private static Launch workload(List<String> command, Home home, String workload, List<String> arguments) {
        command.add("-Dtricolor.end-with-stdin=true");
        command.add("-jar");
        command.add(home.workloadsJar().toString());
        command.add(workload);
        command.addAll(arguments);
        return new Launch(command, Map.of());
    }

    private static String agentArguments(Reporting reporting) {
        StringBuilder arguments = new StringBuilder();
        // sync: a short run on a busy machine could be over before JFR is up
        arguments.append(reporting.address()).append(",start=sync,name=").append(reporting.name());
        reporting
                .labels()
                .forEach((key, value) ->
                        arguments.append(",label.").append(key).append('=').append(value));
        return arguments.toString();
    }
}
