package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.run.Home;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists this machine's JVMs, or loads the agent into one. */
@Command(
        name = "attach",
        description = "Loads the agent into a running JVM; without an argument lists this machine's JVMs.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AttachCommand implements Callable<Integer> {
    private static final Duration APPEARS_WITHIN = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PID|NAME",
            description = "Process id, or a part of the main class or jar.")
    private @Nullable String wanted;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the session (default: the main class).")
    private @Nullable String name;

    @Mixin
    private JsonOption json;

    @Mixin
    private ClientOptions options;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        List<LocalJvm> all = jvms();
        if (wanted == null) {
            list(output, all);
            return ExitCode.FINE;
        }
        LocalJvm jvm = choose(all, wanted);
        DashboardClient dashboard = options.running();
        if (feature(jvm) >= 21) {
            output.note(
                    "JDK 21 and newer warn on the application's standard error that an agent was loaded late (JEP 451):"
                            + " harmless; -XX:+EnableDynamicAgentLoading at its start says that it is meant");
        }
        new AgentLoader(Home.find().agentJar()).load(jvm, arguments(jvm, dashboard));
        Optional<String> session = appears(dashboard, jvm);
        if (session.isEmpty()) {
            throw Complaint.couldNotRun(
                    "the agent is loaded into " + jvm.pid() + ", but no session came to " + dashboard.base(),
                    "the application's standard error says why");
        }
        if (json.wanted()) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            output.json(answer.put("pid", jvm.pid())
                    .put("session", session.get())
                    .put("url", dashboard.page(session.get()).toString()));
        } else {
            output.text(dashboard.page(session.get()).toString());
        }
        return ExitCode.FINE;
    }

    private static List<LocalJvm> jvms() {
        try {
            return LocalJvm.all();
        } catch (NoClassDefFoundError e) {
            throw Complaint.couldNotRun(
                    "the Java that runs this cannot attach (no jdk.attach)", "set JAVA_HOME to a JDK");
        }
    }

    private static LocalJvm choose(List<LocalJvm> all, String wanted) {
        List<LocalJvm> found = all.stream().filter(jvm -> jvm.matches(wanted)).toList();
        if (found.isEmpty()) {
            throw Complaint.usage(
                    "no JVM of yours with \"" + wanted + "\" as process id or in its name",
                    "tricolor attach lists them");
        }
        if (found.size() > 1) {
            throw Complaint.usage(
                    "\"" + wanted + "\" may be " + found.size() + " JVMs",
                    found.stream().map(jvm -> jvm.pid() + " " + jvm.name()).collect(Collectors.joining(", "))
                            + "; give the process id");
        }
        return found.get(0);
    }

    private String arguments(LocalJvm jvm, DashboardClient dashboard) {
        StringBuilder arguments = new StringBuilder(dashboard.agentAddress().toString());
        String called = name == null ? jvm.name() : name;
        if (!called.isEmpty()) {
            arguments.append(",name=").append(called.replace(',', '_'));
        }
        dashboard.token().ifPresent(token -> arguments.append(",token=").append(token));
        return arguments.toString();
    }

    private static Optional<String> appears(DashboardClient dashboard, LocalJvm jvm) throws InterruptedException {
        long until = System.nanoTime() + APPEARS_WITHIN.toNanos();
        Optional<String> session = session(dashboard, jvm);
        while (session.isEmpty() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            session = session(dashboard, jvm);
        }
        return session;
    }

    private static Optional<String> session(DashboardClient dashboard, LocalJvm jvm) {
        return dashboard.find(Map.of("pid", jvm.pid())).stream()
                .filter(found -> !found.path("ended").asBoolean())
                .map((JsonNode found) -> found.path("id").asText())
                .findFirst();
    }

    private static int feature(LocalJvm jvm) {
        String digits = jvm.jdk().replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private void list(Output output, List<LocalJvm> all) {
        if (json.wanted()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            all.forEach(jvm -> array.addObject()
                    .put("pid", Long.parseLong(jvm.pid()))
                    .put("name", jvm.name())
                    .put("jdk", jvm.jdk().isEmpty() ? null : jvm.jdk())
                    .put("collector", jvm.collector().isEmpty() ? null : jvm.collector()));
            output.json(array);
            return;
        }
        if (all.isEmpty()) {
            output.text("no JVM of yours runs here (those of other users and in containers are not seen)");
            return;
        }
        Table table = new Table().numbers("pid").words("name", "JDK", "collector");
        for (LocalJvm jvm : all) {
            table.row(List.of(
                    jvm.pid(),
                    jvm.name().isEmpty() ? "-" : jvm.name(),
                    jvm.jdk().isEmpty() ? "-" : jvm.jdk(),
                    jvm.collector().isEmpty() ? "-" : jvm.collector()));
        }
        output.text(table.toString());
    }
}
