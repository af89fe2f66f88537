package dev.tricolor.dashboard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tricolor.dashboard.run.CollectorChoice;
import dev.tricolor.dashboard.run.CollectorProbe;
import dev.tricolor.dashboard.run.GoToolchains;
import dev.tricolor.dashboard.run.Jdk;
import dev.tricolor.dashboard.run.Jdks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine has, and what is missing for what. */
@Command(
        name = "doctor",
        description = "Says what this machine has: JDKs and their collectors, permissions, space; and what is missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Mixin
    private DashboardOptions options;

    @Override
    public Integer call() {
        Output output = new Output(spec);
        Jdks jdks = Jdks.find();
        CollectorProbe probe = Machine.collectors();
        List<Checks.Check> checks = Checks.all(options);
        if (json.wanted()) {
            output.json(json(jdks, probe, checks));
        } else {
            output.text(table(jdks, probe).toString());
            Table table = new Table().words("check", "", "");
            checks.forEach(check -> table.row(List.of(check.name(), check.good() ? "ok" : "missing", check.detail())));
            output.text("\n" + table);
            Machine.wouldAdd(jdks, GoToolchains.find()).forEach(output::text);
        }
        return jdks.usable().isEmpty() ? ExitCode.COULD_NOT_RUN : ExitCode.FINE;
    }

    private static Table table(Jdks jdks, CollectorProbe probe) {
        Table table = new Table().words("JDK", "vendor", "home", "collectors");
        for (Jdk jdk : jdks.all()) {
            String collectors = jdk.unusable()
                    .map(why -> "not used: " + why)
                    .orElseGet(() -> probe.supported(jdk).stream()
                            .map(CollectorChoice::id)
                            .collect(Collectors.joining(" ")));
            table.row(List.of(jdk.version(), jdk.vendor(), jdk.home().toString(), collectors));
        }
        return table;
    }

    private static ObjectNode json(Jdks jdks, CollectorProbe probe, List<Checks.Check> checks) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode found = all.putArray("jdks");
        for (Jdk jdk : jdks.all()) {
            ObjectNode node = found.addObject()
                    .put("version", jdk.version())
                    .put("feature", jdk.feature())
                    .put("vendor", jdk.vendor())
                    .put("home", jdk.home().toString())
                    .put("usable", jdk.unusable().isEmpty())
                    .put("why", jdk.unusable().orElse(null));
            ArrayNode collectors = node.putArray("collectors");
            Set<CollectorChoice> supported = jdk.unusable().isPresent() ? Set.of() : probe.supported(jdk);
            supported.forEach(c -> collectors.add(c.id()));
        }
        ArrayNode list = all.putArray("checks");
        checks.forEach(check -> list.addObject()
                .put("name", check.name())
                .put("ok", check.good())
                .put("detail", check.detail()));
        Machine.wouldAdd(jdks, GoToolchains.find()).forEach(all.putArray("more")::add);
        return all;
    }
}
